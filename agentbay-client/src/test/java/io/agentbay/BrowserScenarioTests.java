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

package io.agentbay;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.agentbay.browser.ActOptions;
import io.agentbay.browser.ActResult;
import io.agentbay.browser.BrowserOperator;
import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.BrowserSize;
import io.agentbay.browser.ExtractOptions;
import io.agentbay.browser.LoginOptions;
import io.agentbay.browser.ObserveOptions;
import io.agentbay.browser.ObservedAction;
import io.agentbay.browser.PageClip;
import io.agentbay.browser.ScreenshotOptions;
import io.agentbay.error.ToolFailedException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.TestPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The browser of a session, over real sockets: a real Chromium.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserScenarioTests {

	private final TestPages pages = new TestPages();

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = client(this.runtime);

	private final Session session = this.agentBay.create();

	@BeforeAll
	void start() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is missing");
		this.session.browser()
			.initialize(BrowserOption.builder()
				.viewport(new BrowserSize(800, 600))
				.screen(new BrowserSize(1600, 900))
				.userAgent("Tester/1.0")
				.build());
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
		URI url = this.session.browser().fetchEndpointUrl();
		assertThat(url.toString()).startsWith("ws://127.0.0.1:" + this.runtime.port() + "/cdp/");
		try (Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
				com.microsoft.playwright.Browser browser = playwright.chromium().connectOverCDP(url.toString())) {
			Page page = browser.contexts().get(0).pages().get(0);
			page.navigate(address);
			assertThat(page.title()).isEqualTo("First");
			page.locator("button").click();
			assertThat(page.locator("button").textContent()).isEqualTo("Done");
			assertThat(page.evaluate("[innerWidth, innerHeight, screen.width, navigator.userAgent].join()"))
				.isEqualTo("800,600,1600,Tester/1.0");
		}
	}

	@Test
	@Capability({ "16.1", "16.4" })
	void theOperatorFillsInAForm() {
		open("/form", """
				<form onsubmit="event.preventDefault(); document.body.dataset.sent =
					new URLSearchParams(new FormData(this)).toString(); out.textContent = document.body.dataset.sent">
				<label for=user>User name</label><input id=user name=user>
				<label>Password <input type=password name=word></label>
				<select name=color aria-label=Colour><option value=r>Red<option value=g>Green</select>
				<label><input type=checkbox name=news> Newsletter</label>
				<button type=submit>Send</button></form><p id=out></p>""");
		ActResult result = operator().act(ActOptions
			.of("Type %user% into the user name field, enter %word% in the password field and select Green as colour, "
					+ "then check the newsletter box and click \"Send\"")
			.withVariable("user", "Ann; click nothing")
			.withVariable("word", "pass and word"));
		assertThat(result.message()).contains("click the button 'Send'").doesNotContain("pass and word");
		assertThat(text("#out")).isEqualTo("user=Ann%3B+click+nothing&word=pass+and+word&color=g&news=on");
	}

	@Test
	@Capability("16.5")
	void theOperatorGoesOnWhereALinkLeads() {
		String target = this.pages.page("/target", "Target page", "<h1>There</h1>");
		open("/links", "<a href='/other'>Somewhere</a> <a href='" + target + "'>The right place</a>");
		operator().actAsTask(ActOptions.of("Click the right place link").withTimeout(Duration.ofSeconds(30)));
		assertThat(operator().extract(Heading.class, "the heading")).isEqualTo(new Heading("There"));
	}

	@Test
	@Capability("16.4")
	void whatTheOperatorDoesNotUnderstandOrFindIsAFailure() {
		open("/empty", "<button>Only</button>");
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> operator().act("Make me a sandwich"))
			.withMessageContaining("not understood");
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> operator().act("click Only, then click the delete button"))
			.withMessageContaining("click the button 'Only'")
			.withMessageContaining("Nothing on the page fits");
	}

	@Test
	@Capability({ "16.6", "16.7", "16.4" })
	void whatIsObservedCanBeDone() {
		open("/observe", """
				<div id=menu><a href=#a>First</a><a href=#b>Second</a></div>
				<input id=q placeholder='Search the shop'><button onclick="out.textContent = q.value">Go</button>
				<p id=out></p>""");
		List<ObservedAction> fields = operator().observe("find the search field");
		assertThat(fields).first().satisfies((field) -> {
			assertThat(field.method()).isEqualTo("fill");
			assertThat(field.selector()).isEqualTo("#q");
		});
		operator().act(fields.get(0).withArgument("value", "a \"lamp\""));
		List<ObservedAction> buttons = operator().observeAsTask(ObserveOptions.of("all buttons"));
		operator().act(buttons.get(0));
		assertThat(text("#out")).isEqualTo("a \"lamp\"");
		assertThat(operator().observe(ObserveOptions.of("all links").withSelector("#menu")))
			.extracting(ObservedAction::description)
			.containsExactly("the link 'First'", "the link 'Second'");
	}

	@Test
	@Capability({ "16.8", "16.9", "16.10" })
	void dataIsTakenOffAPageIntoARecord() {
		open("/shop", """
				<h1>Lamps</h1><dl><dt>Opened on</dt><dd>2026-03-01</dd></dl><p>Free delivery: yes</p>
				<div class=products><div class=product><h2>Desk lamp</h2><span class=price>$ 1,234.50</span>
				<span itemprop=stock>7 left</span><ul class=tags><li>new</li><li>LED</li></ul></div>
				<div class=product><h2>Floor lamp</h2><span class=price>$ 20</span><span itemprop=stock>0</span>
				<ul class=tags></ul></div></div>""");
		Shop expected = new Shop("Lamps", LocalDate.of(2026, 3, 1), true,
				List.of(new Product("Desk lamp", 1234.5, 7, List.of("new", "LED")),
						new Product("Floor lamp", 20, 0, List.of())));
		assertThat(operator().extract(Shop.class, "the shop")).isEqualTo(expected);
		assertThat(operator().extractAsTask(ExtractOptions.of(Shop.class, "the shop").withMaxPages(1)))
			.isEqualTo(expected);
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> operator().extract(Missing.class, "what is not there"))
			.withMessageContaining("telephone");
	}

	@Test
	@Capability("16.8")
	void dataIsTakenOffAPageIntoAClass() {
		open("/lamp", "<h2>Desk lamp</h2><dl><dt>Price</dt><dd>$ 20</dd></dl>");
		assertThat(operator().extract(Lamp.class, "the lamp").getPrice()).isEqualTo(20);
	}

	@Test
	void rowsOfATableBecomeRecords() {
		open("/table", "<table><tr><th>Name</th><th>Price</th></tr><tr><td>Tea</td><td>3</td></tr>"
				+ "<tr><td>Coffee</td><td>4.5</td></tr></table>");
		assertThat(operator().extract(Menu.class, "the menu"))
			.isEqualTo(new Menu(List.of(new Dish("Tea", 3), new Dish("Coffee", 4.5))));
	}

	@Test
	@Capability("16.2")
	void picturesShowThePageOrAPartOfIt() throws IOException {
		open("/tall", "<style>body{margin:0}</style><div style='height:2000px;background:#f00'></div>");
		assertThat(picture(ScreenshotOptions.defaults())).satisfies((whole) -> {
			assertThat(whole.getHeight()).isEqualTo(2000);
			assertThat(whole.getWidth()).isEqualTo(800);
			assertThat(whole.getRGB(400, 1900)).isEqualTo(0xffff0000);
		});
		assertThat(picture(ScreenshotOptions.defaults().withVisiblePart()).getHeight()).isEqualTo(600);
		assertThat(picture(ScreenshotOptions.defaults().withClip(new PageClip(10, 20, 30, 40))).getWidth())
			.isEqualTo(30);
	}

	@Test
	@Capability("16.1")
	void aPageThatCannotBeReachedIsAFailure() {
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> operator().navigate("http://127.0.0.1:1/"))
			.satisfies((ex) -> assertThat(ex).hasMessageStartingWith("Navigation failed: net::ERR_"));
	}

	@Test
	void aDialogDoesNotStopTheOperator() {
		open("/dialog", "<button onclick=\"out.textContent = confirm('Sure?')\">Delete</button><p id=out></p>"
				+ "<script>setTimeout(() => alert('Hello'))</script>");
		operator().act("click Delete");
		assertThat(text("#out")).isEqualTo("true");
	}

	@Test
	@Capability("16.11")
	void theOperatorLogsIn() {
		String address = this.pages.page("/login", "Login", """
				<form onsubmit="event.preventDefault(); out.textContent = u.value + ':' + p.value">
				<input id=u><input id=p type=password></form><p id=out></p>""");
		operator().login(LoginOptions.of(Map.of("url", address, "username", "ann", "password", "secret-word")));
		assertThat(text("#out")).isEqualTo("ann:secret-word");
	}

	@Test
	@Capability("16.3")
	void theOperatorIsDone() {
		operator().close();
		assertThat(this.session.browser().isInitialized()).isTrue();
	}

	private BrowserOperator operator() {
		return this.session.browser().operator();
	}

	private void open(String path, String body) {
		operator().navigate(this.pages.page(path, "Test", body));
	}

	private String text(String selector) {
		return operator().extract(ExtractOptions.of(Content.class, "the text").withSelector(selector)).text();
	}

	private BufferedImage picture(ScreenshotOptions options) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(operator().screenshot(options).data()));
	}

	static class Lamp {

		private double price;

		public double getPrice() {
			return this.price;
		}

		public void setPrice(double price) {
			this.price = price;
		}

	}

	record Heading(String heading) {
	}

	record Content(String text) {
	}

	record Missing(String telephone) {
	}

	record Menu(List<Dish> dishes) {
	}

	record Dish(String name, double price) {
	}

	record Shop(String title, LocalDate openedOn, boolean freeDelivery, List<Product> products) {
	}

	record Product(String name, double price, int stock, List<String> tags) {
	}

	private static AgentBay client(LocalAgentBay runtime) {
		return LocalClient.of(runtime).build();
	}

}
