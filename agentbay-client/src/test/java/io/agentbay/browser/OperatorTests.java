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

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.agentbay.AgentBay;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.ServiceTimeoutException;
import io.agentbay.error.ToolFailedException;
import io.agentbay.internal.json.Json;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
		Browser browser = this.agentBay.get(Replies.SESSION).browser();
		browser.initialize();
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
		PageScreenshot picture = this.operator.screenshot(ScreenshotOptions.defaults()
			.withVisiblePart()
			.withQuality(50)
			.withClip(new PageClip(1, 2, 3, 4))
			.withTimeout(Duration.ofSeconds(9))
			.withPage(new PageTarget(1, "target-1")));
		assertThat(tool(2)).isEqualTo("page_use_screenshot");
		assertThat(args(2)).isEqualTo(json("{\"context_id\":1,\"page_id\":\"target-1\",\"full_page\":false,"
				+ "\"quality\":50,\"clip\":{\"x\":1.0,\"y\":2.0,\"width\":3.0,\"height\":4.0},\"timeout\":9}"));
		assertThat(picture.mimeType()).isEqualTo("image/png");
		assertThat(picture.data()).hasSize(8);
	}

	@Test
	@Capability("16.2")
	void aPictureMayComeAsBareBase64AndTextIsNone() {
		this.server.answers(Replies.toolText("/9j/4AAQSkZJRg==")).answers(Replies.toolText("oops"));
		assertThat(this.operator.screenshot().mimeType()).isEqualTo("image/jpeg");
		assertThat(args(2)).isEqualTo(json("{\"context_id\":0,\"full_page\":true,\"quality\":80}"));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(this.operator::screenshot)
			.withMessageContaining("is no picture");
	}

	@Test
	@Capability({ "16.4", "16.12" })
	void actIsOneCall() {
		this.server.answers(DONE);
		ActResult result = this.operator.act(ActOptions.of("log in as %u%")
			.withVariable("u", "ann")
			.withVision()
			.withTimeout(Duration.ofSeconds(20))
			.withPage(PageTarget.of("target-1")));
		assertThat(result.message()).isEqualTo("[{\"action\":\"click\"}]");
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
		assertThat(this.operator.act("a").message()).isEqualTo("Clicked.");
		assertThat(this.operator.act("b").message()).contains("click");
		assertThat(tool(4)).isEqualTo("page_use_get_act_result");
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> this.operator.act("c"))
			.withMessageStartingWith("The action did not succeed: No actions have been executed.")
			.satisfies((ex) -> assertThat(ex.operation()).isEqualTo("page_use_act"));
	}

	@Test
	@Capability({ "16.4", "28.3" })
	void anArrayOfStepsIsASuccess() {
		this.server.answers(Replies.toolText("[{\"action\":\"click\"}]")).answers(Replies.toolText("[]"));
		assertThat(this.operator.act("a").message()).isEqualTo("[{\"action\":\"click\"}]");
		assertThat(this.operator.act("b").message()).isEqualTo("No actions have been executed.");
	}

	@Test
	@Capability("16.5")
	void actAsTaskAsksUntilItIsDone() {
		this.server.answers(TASK)
			.answers(Replies.toolText("{\"steps\":[],\"is_done\":false,\"success\":false}"))
			.answers(Replies.toolError("not yet"))
			.answers(DONE);
		assertThat(this.operator.actAsTask(ActOptions.of("a")).message()).contains("click");
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
		assertThatExceptionOfType(ServiceTimeoutException.class)
			.isThrownBy(() -> this.operator.actAsTask(ActOptions.of("a").withTimeout(Duration.ofSeconds(1))))
			.withMessageContaining("t-1")
			.withMessageContaining("1 seconds");
	}

	@Test
	void aTaskThatFailedOrIsUnknownIsNotAskedForAgain() {
		this.server.answers(TASK)
			.answers(Replies.toolError("Task not found or already finished: t-1"))
			.answers(Replies.toolText("no JSON"));
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.operator.observeAsTask(ObserveOptions.of("x")))
			.withMessageStartingWith("Task not found");
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.operator.observeAsTask(ObserveOptions.of("x")))
			.withMessageContaining("page_use_observe_async names no task");
		assertThat(this.server.requests()).hasSize(5);
	}

	@Test
	void whatMayBeDoneUnderANameThatWasNotToldIsUnknown() {
		this.server.answers(Replies.toolText("no JSON"));
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.operator.actAsTask(ActOptions.of("x")))
			.withMessageContaining("page_use_act_async")
			.satisfies((ex) -> assertThat(ex.mayHaveTakenEffect()).isTrue());
	}

	@Test
	@Capability({ "16.6", "16.4" })
	void observedActionsGoBackWithTheirArgumentsAsAnObject() {
		this.server.answers(Replies.toolText("[{\"selector\":\"#a\",\"description\":\"field\",\"method\":\"fill\","
				+ "\"arguments\":\"{\\\"selector\\\":\\\"#a\\\"}\"},{\"method\":\"click\",\"arguments\":{\"x\":1}}]"))
			.answers(DONE);
		List<ObservedAction> actions = this.operator
			.observe(ObserveOptions.of("fields").withSelector("form").withoutVision());
		assertThat(args(2)).isEqualTo(
				json("{\"context_id\":0,\"instruction\":\"fields\",\"use_vision\":false,\"selector\":\"form\"}"));
		assertThat(actions).hasSize(2);
		assertThat(actions.get(1).arguments()).isEqualTo("{\"x\":1}");
		this.operator.act(actions.get(0).withArgument("value", "v"), PageTarget.of("p"));
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
				ExtractOptions.of(Thing.class, "the thing").withTextExtract().withMaxPages(3).withSelector("main"));
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
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> this.operator.extract(Part.class, "x"))
			.withMessageContaining("does not fit Part");
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> this.operator.extract(Part.class, "x"))
			.withMessageContaining("does not have parts");
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> this.operator.extract(Part.class, "x"))
			.withMessageContaining("is not a JSON object");
	}

	@Test
	@Capability("16.9")
	void extractAsTaskTakesTheFirstAnswerForTheResult() {
		this.server.answers(TASK)
			.answers(Replies.toolError("Task t-1 is still running"))
			.answers(Replies.toolText("{\"name\":\"n\",\"parts\":[]}"));
		assertThat(this.operator.extractAsTask(ExtractOptions.of(Part.class, "x"))).isEqualTo(new Part("n", List.of()));
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
		assertThat(this.operator.login(login).message()).isEqualTo("Logged in");
		assertThat(json(args(2).get("login_config").asString()))
			.isEqualTo(json("{\"api_key\":\"secret-word\",\"skill_id\":\"s\"}"));
		assertThat(args(2).get("use_vision").asBoolean()).isFalse();
		this.operator.close();
		assertThat(tool(3)).isEqualTo("page_use_close_session");
		assertThat(this.operator.navigate("https://example.com")).isEqualTo("Navigated");
		assertThat(args(4)).isEqualTo(json("{\"url\":\"https://example.com\"}"));
	}

	@Test
	@Capability("16.8")
	void anyClassThatJacksonBindsHoldsData() {
		this.server.answers(Replies.toolText("{\"name\":\"a\",\"Cost\":2.5,\"state\":\"OLD\",\"tags\":[\"t\"]}"));
		Bean bean = this.operator.extract(Bean.class, "x");
		assertThat(json(args(2).get("field_schema").asString().substring("schema: ".length()))).isEqualTo(json("""
				{"title":"Bean","type":"object","properties":{
				"Cost":{"type":"number","description":"in euros"},"inner":{"$ref":"#/$defs/OperatorTests.Made"},
				"name":{"type":"string"},"state":{"type":"string","enum":["NEW","OLD"]},
				"tags":{"type":"array","items":{"type":"string"}}},
				"required":["Cost","name","state","tags"],
				"$defs":{"OperatorTests.Made":{"title":"Made","type":"object",
				"properties":{"size":{"type":"integer"}},"required":["size"]}}}"""));
		assertThat(bean.getName()).isEqualTo("a");
		assertThat(bean.cost).isEqualTo(2.5);
		assertThat(bean.state).isEqualTo(State.OLD);
		assertThat(bean.tags).containsExactly("t");
		assertThat(bean.getInner()).isNull();
		assertThat(bean.hidden).isEqualTo("mine");
	}

	@Test
	void aClassMayBeMadeByItsConstructor() {
		this.server.answers(Replies.toolText("{\"size\":3}")).answers(Replies.toolText("{}"));
		assertThat(this.operator.extract(Made.class, "x").size).isEqualTo(3);
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> this.operator.extract(Made.class, "x"))
			.withMessageContaining("does not have size");
	}

	@ParameterizedTest
	@ValueSource(classes = { String.class, List.class, Map.class, int.class, int[].class, State.class, Thread.class,
			Runnable.class, Hopeless.class })
	void whatIsNoObjectWithNamesHoldsNoData(Class<?> type) {
		assertThatIllegalArgumentException().isThrownBy(() -> ExtractOptions.of(type, "x"))
			.withMessageContaining("'type'");
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
		BrowserOperator idle = this.agentBay.get(Replies.SESSION).browser().operator();
		assertThatIllegalStateException().isThrownBy(() -> idle.navigate("https://example.com"));
		assertThatIllegalStateException().isThrownBy(() -> idle.actAsTask(ActOptions.of("x")));
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

	/** Bound by setters, by fields, and not at all. */
	public static class Bean {

		private String name;

		@JsonProperty("Cost")
		@JsonPropertyDescription("in euros")
		public double cost;

		public State state;

		public List<String> tags;

		private @Nullable Made inner;

		@JsonIgnore
		public String hidden = "mine";

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public @Nullable Made getInner() {
			return this.inner;
		}

		public void setInner(@Nullable Made inner) {
			this.inner = inner;
		}

	}

	/** Bound by its constructor. */
	public static class Made {

		private final int size;

		@JsonCreator
		public Made(@JsonProperty("size") int size) {
			this.size = size;
		}

	}

	/** Nothing says what its constructor wants. */
	public static class Hopeless {

		public String name;

		private Hopeless(Thread thread, Runnable task) {
			this.name = thread + " " + task;
		}

	}

	record Odd(Thread thread) {
	}

}
