package io.agentbay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.BrowserSize;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.settings.Environment;
import io.agentbay.testing.Capability;
import io.agentbay.testing.TestPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The browser of a session, over real sockets: a real Chromium.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserScenarioTests {

	private final TestPages pages = new TestPages();

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = client(this.runtime);

	private final Session session = this.agentBay.create().session();

	@BeforeAll
	void start() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is missing");
		this.session.browser()
			.initialize(BrowserOption.builder()
				.viewport(new BrowserSize(800, 600))
				.screen(new BrowserSize(1600, 900))
				.userAgent("Tester/1.0")
				.build())
			.orElseThrow();
	}

	@AfterAll
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
		this.pages.close();
	}

	@Test
	@Capability({ "15.1", "15.2", "15.3", "15.10", "15.17" })
	void playwrightDrivesTheBrowserOverItsLink() {
		String address = this.pages.page("/first", "First",
				"<h1>Hello</h1><button onclick=\"this.textContent='Done'\">Do</button>");
		String url = this.session.browser().endpointUrl().orElseThrow().url();
		assertThat(url).startsWith("ws://127.0.0.1:" + this.runtime.port() + "/cdp/");
		try (Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
				com.microsoft.playwright.Browser browser = playwright.chromium().connectOverCDP(url)) {
			Page page = browser.contexts().get(0).pages().get(0);
			page.navigate(address);
			assertThat(page.title()).isEqualTo("First");
			page.locator("button").click();
			assertThat(page.locator("button").textContent()).isEqualTo("Done");
			assertThat(page.evaluate("[innerWidth, innerHeight, screen.width, navigator.userAgent].join()"))
				.isEqualTo("800,600,1600,Tester/1.0");
		}
	}

	private static AgentBay client(LocalAgentBay runtime) {
		return AgentBay.builder()
			.apiKey(runtime.apiKey())
			.endpoint(runtime.endpoint().toString())
			.environment(Environment.none())
			.build();
	}

}
