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

package io.agentbay.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.aliyun.agentbay.browser.ActOptions;
import com.aliyun.agentbay.browser.Browser;
import com.aliyun.agentbay.browser.BrowserAgent;
import com.aliyun.agentbay.browser.BrowserOption;
import com.aliyun.agentbay.browser.BrowserViewport;
import com.aliyun.agentbay.browser.ExtractOptions;
import com.aliyun.agentbay.browser.ObserveOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The official Java SDK, and Playwright as its users have it, drive a browser of the
 * runtime.
 */
class OfficialSdkBrowserTests {

	private static final String PAGE = """
			<title>Shop</title><h1>Shop</h1><p class="price">12 EUR</p>
			<button onclick="document.title = 'Bought'">Buy</button>
			""";

	private final OfficialSdk official = new OfficialSdk();

	private final HttpServer site = site();

	@BeforeEach
	void needsChromium() {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is not installed");
	}

	@AfterEach
	void closeAll() {
		this.site.stop(0);
		this.official.close();
	}

	@Test
	void initializesDrivesAndEndsABrowser() throws Exception {
		Browser browser = this.official.create("browser_latest").getBrowser();
		BrowserOption option = new BrowserOption();
		option.setViewport(new BrowserViewport(900, 700));
		assertThat(browser.initialize(option)).isTrue();
		assertThat(browser.isInitialized()).isTrue();
		BrowserAgent agent = browser.getAgent();
		String address = "http://127.0.0.1:" + this.site.getAddress().getPort() + "/";
		agent.navigate(address);
		try (Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
				com.microsoft.playwright.Browser connected = playwright.chromium()
					.connectOverCDP(browser.getEndpointUrl())) {
			Page page = connected.contexts()
				.get(0)
				.pages()
				.stream()
				.filter((open) -> open.url().equals(address))
				.findFirst()
				.orElseThrow();
			assertThat(page.evaluate("[innerWidth, innerHeight].join()")).isEqualTo("900,700");
			assertThat(agent.observe(page, new ObserveOptions("the Buy button")).getResults()).isNotEmpty();
			assertThat(agent.act(page, new ActOptions("click the Buy button")).isSuccess()).isTrue();
			assertThat(page.title()).isEqualTo("Bought");
			BrowserAgent.ExtractResultTuple<Offer> offer = agent.extract(page,
					new ExtractOptions<>("the price of the offer", Offer.class));
			assertThat(offer.isSuccess()).isTrue();
			assertThat(offer.getData().price).contains("12 EUR");
			assertThat(agent.screenshot(page)).isNotEmpty();
		}
		assertThat(agent.close()).isTrue();
		browser.destroy();
	}

	private HttpServer site() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().set("Content-Type", "text/html");
				exchange.sendResponseHeaders(200, page.length);
				exchange.getResponseBody().write(page);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (java.io.IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What is to be taken from the page. */
	static final class Offer {

		public String price = "";

	}

}
