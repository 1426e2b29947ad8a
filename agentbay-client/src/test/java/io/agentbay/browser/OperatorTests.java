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

package io.agentbay.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.agentbay.AgentBay;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The operator's tools on the wire, and what it makes of answers.
 */
class OperatorTests {

	private static final String TASK = Replies.toolText("{\"task_id\":\"t-1\"}");

	private static final String DONE = Replies
		.toolText("{\"steps\":[{\"action\":\"click\"}],\"is_done\":true,\"success\":true}");

	private final ScriptedServer server = new ScriptedServer().answers(Replies.session())
		.answers(Replies.ok("{\"Port\":9222}"));

	private AgentBay agentBay;

	private BrowserOperator operator;

	@BeforeEach
	void connect() {
		this.agentBay = this.server.client().build();
		Browser browser = this.agentBay.get(Replies.SESSION).session().browser();
		browser.initialize().orElseThrow();
		this.operator = browser.operator();
	}

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability({ "16.2", "16.12" })
	void screenshotSendsEveryOption() {
		this.server.answers(Replies.toolText("data:image/png;base64,iVBORw0KGgo="));
		PageScreenshotResult result = this.operator
			.screenshot(ScreenshotOptions.defaults()
				.withFullPage(false)
				.withQuality(50)
				.withClip(new PageClip(1, 2, 3, 4))
				.withTimeout(Duration.ofSeconds(9))
				.withPage(new PageTarget(1, "target-1")))
			.orElseThrow();
		assertThat(tool(2)).isEqualTo("page_use_screenshot");
		assertThat(args(2)).isEqualTo(json("{\"context_id\":1,\"page_id\":\"target-1\",\"full_page\":false,"
				+ "\"quality\":50,\"clip\":{\"x\":1.0,\"y\":2.0,\"width\":3.0,\"height\":4.0},\"timeout\":9}"));
		assertThat(result.mediaType()).isEqualTo("image/png");
		assertThat(result.image()).hasSize(8);
	}

	@Test
	@Capability("16.2")
	void aPictureMayComeAsBareBase64AndTextIsNone() {
		this.server.answers(Replies.toolText("/9j/4AAQSkZJRg==")).answers(Replies.toolText("oops"));
		assertThat(this.operator.screenshot().orElseThrow().mediaType()).isEqualTo("image/jpeg");
		assertThat(args(2)).isEqualTo(json("{\"context_id\":0,\"full_page\":true,\"quality\":80}"));
		assertThat(this.operator.screenshot().failureKind()).isEqualTo(FailureKind.SERVICE);
	}

	@Test
	@Capability({ "16.4", "16.12" })
	void actIsOneCall() {
		this.server.answers(DONE);
		ActResult result = this.operator.act(ActOptions.of("log in as %u%")
			.withVariable("u", "ann")
			.withVision(true)
			.withTimeout(Duration.ofSeconds(20))
			.withPage(PageTarget.of("target-1")));
		assertThat(result.orElseThrow().message()).isEqualTo("[{\"action\":\"click\"}]");
		assertThat(tool(2)).isEqualTo("page_use_act");
		assertThat(args(2)).isEqualTo(json("{\"context_id\":0,\"page_id\":\"target-1\",\"action\":\"log in as %u%\","
				+ "\"variables\":{\"u\":\"ann\"},\"use_vision\":true,\"timeout\":20}"));
	}

	@Test
	@Capability("16.4")
	void actUnderstandsEachFormOfAnswer() {
		this.server.answers(Replies.toolText("Clicked."))
			.answers(TASK)
			.answers(DONE)
			.answers(Replies.toolText("{\"steps\":[],\"is_done\":true,\"success\":false}"));
		assertThat(this.operator.act("a").orElseThrow().message()).isEqualTo("Clicked.");
		assertThat(this.operator.act("b").orElseThrow().message()).contains("click");
		assertThat(tool(4)).isEqualTo("page_use_get_act_result");
		ActResult failed = this.operator.act("c");
		assertThat(failed.failureKind()).isEqualTo(FailureKind.TOOL);
		assertThat(failed.message()).isEqualTo("No actions have been executed.");
	}

	@Test
	@Capability("16.5")
	void actAsyncAsksUntilItIsDone() {
		this.server.answers(TASK)
			.answers(Replies.toolText("{\"steps\":[],\"is_done\":false,\"success\":false}"))
			.answers(Replies.toolError("not yet"))
			.answers(DONE);
		assertThat(this.operator.actAsync(ActOptions.of("a")).success()).isTrue();
		assertThat(tool(2)).isEqualTo("page_use_act_async");
		assertThat(args(5)).isEqualTo(json("{\"task_id\":\"t-1\"}"));
		assertThat(this.server.requests()).hasSize(6);
	}

	@Test
	@Capability("16.5")
	void theTimeOutOfTheOptionsCounts() {
		this.server.answers(TASK);
		for (int i = 0; i < 20; i++) {
			this.server.answers(Replies.toolText("{\"steps\":[],\"is_done\":false,\"success\":false}"));
		}
		ActResult late = this.operator.actAsync(ActOptions.of("a").withTimeout(Duration.ofSeconds(1)));
		assertThat(late.failureKind()).isEqualTo(FailureKind.TIMEOUT);
		assertThat(late.errorMessage()).contains("t-1").contains("1 seconds");
	}

	@Test
	void aTaskThatFailedOrIsUnknownIsNotAskedForAgain() {
		this.server.answers(TASK)
			.answers(Replies.toolError("Task not found or already finished: t-1"))
			.answers(Replies.toolText("no JSON"));
		assertThat(this.operator.observeAsync(ObserveOptions.of("x")).failureKind()).isEqualTo(FailureKind.TOOL);
		assertThat(this.operator.observeAsync(ObserveOptions.of("x")).failureKind()).isEqualTo(FailureKind.SERVICE);
		assertThat(this.server.requests()).hasSize(5);
	}

	@Test
	@Capability({ "16.6", "16.4" })
	void observedActionsGoBackWithTheirArgumentsAsAnObject() {
		this.server.answers(Replies.toolText("[{\"selector\":\"#a\",\"description\":\"field\",\"method\":\"fill\","
				+ "\"arguments\":\"{\\\"selector\\\":\\\"#a\\\"}\"},{\"method\":\"click\",\"arguments\":{\"x\":1}}]"))
			.answers(DONE);
		List<ObservedAction> actions = this.operator
			.observe(ObserveOptions.of("fields").withSelector("form").withVision(false))
			.orElseThrow()
			.actions();
		assertThat(args(2)).isEqualTo(
				json("{\"context_id\":0,\"instruction\":\"fields\",\"use_vision\":false,\"selector\":\"form\"}"));
		assertThat(actions).hasSize(2);
		assertThat(actions.get(1).arguments()).isEqualTo("{\"x\":1}");
		this.operator.act(actions.get(0).withArgument("value", "v"), PageTarget.of("p")).orElseThrow();
		JsonNode sent = args(3);
		assertThat(sent.get("page_id").asString()).isEqualTo("p");
		assertThat(json(sent.get("action").asString()))
			.isEqualTo(json("{\"method\":\"fill\",\"arguments\":{\"selector\":\"#a\",\"value\":\"v\"}}"));
	}

	@Test
	@Capability({ "16.8", "16.10" })
	void extractSendsTheSchemaOfTheRecord() {
		this.server.answers(Replies.toolText("{\"title\":\"T\",\"Cost\":2.5,\"state\":\"NEW\",\"parts\":[{\"name\":"
				+ "\"p\",\"parts\":[]}],\"counts\":{\"a\":1}}"));
		Thing thing = this.operator.extract(
				ExtractOptions.of(Thing.class, "the thing").withTextExtract(true).withMaxPages(3).withSelector("main"))
			.orElseThrow()
			.data();
		JsonNode sent = args(2);
		assertThat(sent.get("max_page").asInt()).isEqualTo(3);
		assertThat(sent.get("use_text_extract").asBoolean()).isTrue();
		assertThat(sent.get("selector").asString()).isEqualTo("main");
		assertThat(sent.get("field_schema").asString()).startsWith("schema: {");
		assertThat(json(sent.get("field_schema").asString().substring("schema: ".length()))).isEqualTo(json("""
				{"title":"Thing","type":"object","properties":{
				"title":{"type":"string","description":"its name"},"Cost":{"type":"number"},
				"state":{"type":"string","enum":["NEW","OLD"]},
				"parts":{"type":"array","items":{"$ref":"#/$defs/OperatorTests.Part"}},
				"counts":{"type":"object","additionalProperties":{"type":"integer"}},
				"note":{"type":"string"},"weight":{"type":"integer"}},
				"required":["title","Cost","state","parts","counts"],
				"$defs":{"OperatorTests.Part":{"title":"Part","type":"object","properties":{"name":{"type":"string"},
				"parts":{"type":"array","items":{"$ref":"#/$defs/OperatorTests.Part"}}},
				"required":["name","parts"]}}}"""));
		assertThat(thing).isEqualTo(new Thing("T", 2.5, State.NEW, List.of(new Part("p", List.of())), Map.of("a", 1),
				null, Optional.empty()));
	}

	@Test
	void dataThatDoesNotFitIsAFailureWithItsReason() {
		this.server.answers(Replies.toolText("{\"name\":[1],\"parts\":[]}"))
			.answers(Replies.toolText("{\"name\":\"x\"}"))
			.answers(Replies.toolText("[]"));
		assertThat(this.operator.extract(Part.class, "x").errorMessage()).contains("does not fit Part");
		assertThat(this.operator.extract(Part.class, "x").errorMessage()).contains("does not have parts");
		assertThat(this.operator.extract(Part.class, "x").failureKind()).isEqualTo(FailureKind.SERVICE);
	}

	@Test
	@Capability("16.9")
	void extractAsyncTakesTheFirstAnswerForTheResult() {
		this.server.answers(TASK)
			.answers(Replies.toolError("Task t-1 is still running"))
			.answers(Replies.toolText("{\"name\":\"n\",\"parts\":[]}"));
		assertThat(this.operator.extractAsync(ExtractOptions.of(Part.class, "x")).orElseThrow().data())
			.isEqualTo(new Part("n", List.of()));
		assertThat(tool(4)).isEqualTo("page_use_get_extract_result");
	}

	@Test
	@Capability({ "16.3", "16.11", "16.1" })
	void theOtherToolsHaveTheirArguments() {
		this.server.answers(Replies.toolText("Logged in"))
			.answers(Replies.toolText("closed"))
			.answers(Replies.toolText("Navigated"));
		LoginOptions login = LoginOptions.of(Map.of("api_key", "secret-word", "skill_id", "s"));
		assertThat(login.toString()).doesNotContain("secret-word");
		assertThat(this.operator.login(login).orElseThrow().message()).isEqualTo("Logged in");
		assertThat(json(args(2).get("login_config").asString()))
			.isEqualTo(json("{\"api_key\":\"secret-word\",\"skill_id\":\"s\"}"));
		assertThat(args(2).get("use_vision").asBoolean()).isFalse();
		assertThat(this.operator.close().success()).isTrue();
		assertThat(tool(3)).isEqualTo("page_use_close_session");
		assertThat(this.operator.navigate("https://example.com").orElseThrow().message()).isEqualTo("Navigated");
		assertThat(args(4)).isEqualTo(json("{\"url\":\"https://example.com\"}"));
	}

	@Test
	void recordsThatNoSchemaDescribesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ExtractOptions.of(Odd.class, "x"))
			.withMessageContaining("'type'")
			.withMessageContaining("Odd.thread");
	}

	@Test
	void nothingIsDoneWithoutABrowser() {
		this.server.answers(Replies.session());
		BrowserOperator idle = this.agentBay.get(Replies.SESSION).session().browser().operator();
		assertThatIllegalStateException().isThrownBy(() -> idle.navigate("https://example.com"));
		assertThatIllegalStateException().isThrownBy(() -> idle.actAsync(ActOptions.of("x")));
	}

	private String tool(int request) {
		return this.server.requests().get(request).form().get("Name");
	}

	private JsonNode args(int request) {
		return json(this.server.requests().get(request).form().get("Args"));
	}

	private static JsonNode json(String text) {
		return Json.MAPPER.readTree(text);
	}

	enum State {

		NEW, OLD

	}

	record Thing(@JsonPropertyDescription("its name") String title, @JsonProperty("Cost") double cost, State state,
			List<Part> parts, Map<String, Integer> counts, @Nullable String note, Optional<Integer> weight) {
	}

	record Part(String name, List<Part> parts) {
	}

	record Odd(Thread thread) {
	}

}
