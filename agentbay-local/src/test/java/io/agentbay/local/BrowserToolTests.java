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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.agentbay.local.TestClient.ToolAnswer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tools that operate a browser.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserToolTests {

	private static final Map<String, String> SHOP = Map.of("instruction", "the shop", "field_schema",
			"{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}");

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestClient client = new TestClient(this.runtime);

	private final String session = this.client.createSession("ImageId", "browser_latest");

	@BeforeAll
	void start() {
		OptionalPrograms.require("chromium", "chromium");
		this.client.call("InitBrowser", "SessionId", this.session).ok();
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	@Exercises({ "page_use_navigate", "page_use_act", "page_use_observe", "page_use_extract", "page_use_screenshot" })
	void aPageIsOperatedAtOnce() {
		open("<input id=q placeholder=Search><button onclick='o.textContent=q.value'>Go</button><p id=o itemprop=name>");
		assertThat(ok("page_use_observe", Map.of("instruction", "the search field"))).contains("#q");
		ok("page_use_act", Map.of("action", "type lamp into Search, then click Go"));
		assertThat(ok("page_use_extract", SHOP)).contains("lamp");
		assertThat(ok("page_use_screenshot", Map.of())).startsWith("data:image/png;base64,iVBOR");
	}

	@Test
	void callsWithSelectorsAreCarriedOut() {
		String page = "<input id=q><select id=s><option>a<option>b</select>"
				+ "<button class=go onclick='o.textContent=q.value+s.value'>Go</button><p id=o itemprop=name>";
		ok("page_use_act", Map.of("action", "goto('data:text/html," + page.replace("'", "\\'") + "')"));
		assertThat(
				ok("page_use_act", Map.of("action", "fill('#q', \"it's %what%\")", "variables", Map.of("what", "x"))))
			.contains("\"success\":true");
		ok("page_use_act", Map.of("action", "select_option(\"#s\", 'b')"));
		assertThat(ok("page_use_act", Map.of("action", "click('button.go');"))).contains("\"success\":true");
		assertThat(ok("page_use_extract", SHOP)).contains("it's xb");
		assertThat(ok("page_use_act", Map.of("action", "screenshot()"))).contains("data:image/png;base64,iVBOR");
		assertThat(ok("page_use_act", Map.of("action", "click('#nowhere')"))).contains("\"success\":false");
		assertThat(ok("page_use_act", Map.of("action", "dance('x')"))).contains("is not understood");
	}

	@Test
	@Exercises({ "page_use_act_async", "page_use_get_act_result", "page_use_observe_async",
			"page_use_get_observe_result", "page_use_extract_async", "page_use_get_extract_result",
			"page_use_close_session" })
	void aPageIsOperatedInTheBackground() {
		open("<button id=b onclick='o.textContent=\"pressed\"'>Press</button><p id=o itemprop=name>");
		assertThat(result("observe", Map.of("instruction", "all buttons"))).contains("#b");
		assertThat(result("act", Map.of("action", "click Press"))).contains("\"success\":true");
		assertThat(result("extract", SHOP)).contains("pressed");
		ok("page_use_close_session", Map.of());
	}

	@Test
	@Exercises("page_use_login")
	void aUserIsLoggedIn() {
		open("""
				<form onsubmit="o.textContent=u.value+':'+p.value;return false"><input id=u name=username>
				<input id=p type=password name=password><button>Sign in</button></form><p id=o itemprop=name>""");
		ok("page_use_login", Map.of("login_config", "{\"username\":\"ann\",\"password\":\"secret-word\"}"));
		assertThat(ok("page_use_extract", SHOP)).contains("ann:secret-word");
	}

	private void open(String body) {
		ok("page_use_navigate",
				Map.of("url", "data:text/html," + URLEncoder.encode(body, StandardCharsets.UTF_8).replace("+", "%20")));
	}

	private String result(String work, Map<String, ?> arguments) {
		Map<String, String> task = new HashMap<>(Map.of("task_id",
				TestClient.MAPPER.readTree(ok("page_use_" + work + "_async", arguments))
					.path("task_id")
					.stringValue()));
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.client.tool(this.session, "page_use_get_" + work + "_result", task),
					(answer) -> !answer.error() && !answer.text().contains("\"is_done\":false"))
			.text();
	}

	private String ok(String tool, Map<String, ?> arguments) {
		ToolAnswer answer = this.client.tool(this.session, tool, arguments);
		assertThat(answer.error()).as(answer.text()).isFalse();
		return answer.text();
	}

}
