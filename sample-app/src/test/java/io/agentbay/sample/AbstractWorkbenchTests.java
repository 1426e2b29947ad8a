/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.agentbay.boot.test.AutoConfigureLocalAgentBay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The workbench in a real browser. With {@code -Dworkbench.images=write} the pictures of
 * the README are taken.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureLocalAgentBay
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class AbstractWorkbenchTests {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final double PATIENCE = 180_000;

	private static final Path IMAGES = Path.of("../docs/images");

	@LocalServerPort
	private int port;

	private Playwright playwright;

	private Browser browser;

	BrowserContext context;

	Page page;

	/** What the browser complains of, such as a breach of the content security policy. */
	private final List<String> complaints = new ArrayList<>();

	@BeforeAll
	void startBrowser() {
		assumeTrue(Files.isExecutable(CHROMIUM), "The workbench is not tried: " + CHROMIUM + " is missing");
		setDefaultAssertionTimeout(PATIENCE);
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")));
	}

	@AfterAll
	void stopBrowser() {
		if (this.playwright != null) {
			this.playwright.close();
		}
	}

	@BeforeEach
	void openPage() {
		open(new Browser.NewContextOptions().setViewportSize(1200, 800));
	}

	@AfterEach
	void closePage() {
		this.context.close();
		assertThat(this.complaints).isEmpty();
	}

	void open(Browser.NewContextOptions options) {
		this.context = this.browser.newContext(options);
		this.context.setDefaultTimeout(PATIENCE);
		this.page = this.context.newPage();
		this.page.onConsoleMessage((message) -> {
			if (message.text().contains("Content Security Policy")) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.navigate("http://127.0.0.1:" + this.port + "/");
	}

	void start(String image) {
		this.page.getByLabel("Image").fill(image);
		click("Start a session");
		assertThat(this.page.locator("#message")).containsText("Started");
		assertThat(this.page.locator("#session-list [aria-current=true]")).containsText(image);
	}

	void delete() {
		click("Delete");
		assertThat(this.page.locator("#message")).containsText("Deleted");
	}

	void tab(String name) {
		this.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
	}

	Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	void click(String name) {
		button(name).click();
	}

	void tabTo(Locator wanted) {
		for (int i = 0; i < 60 && !Boolean.TRUE.equals(wanted.evaluate("e => e === document.activeElement")); i++) {
			this.page.keyboard().press("Tab");
		}
		assertThat(wanted).isFocused();
	}

	/** Not by pages of its own that axe opens: those have taken minutes. */
	void assertAccessible() {
		assertThat(new AxeBuilder(this.page).setLegacyMode(true).analyze().getViolations())
			.filteredOn((finding) -> List.of("serious", "critical").contains(finding.getImpact()))
			.extracting((finding) -> finding.getId() + ": " + finding.getNodes().get(0).getHtml())
			.isEmpty();
	}

	void picture(String name) {
		if ("write".equals(System.getProperty("workbench.images"))) {
			assertThat(this.page.locator("#health")).containsText("Health: UP");
			this.page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
		}
	}

}
