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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.agentbay.agent.AgentEvent;
import io.agentbay.agent.AgentTask;
import io.agentbay.agent.BrowserTask;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.error.FailureKind;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.internal.agent.TaskOutput;
import io.agentbay.internal.json.Json;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedSocket;
import io.agentbay.testing.ScriptedSocket.Peer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Agents do tasks: on the wire, and against the local runtime with a planner that follows
 * a script.
 */
class AgentScenarioTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final CountDownLatch proceed = new CountDownLatch(1);

	private final CountDownLatch interrupted = new CountDownLatch(1);

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

	@BeforeEach
	void start() {
		this.runtime = LocalAgentBay.builder().agentPlanner(this::plan).start();
		this.agentBay = LocalClient.of(this.runtime).build();
		this.session = this.agentBay.create().session();
	}

	@AfterEach
	void stop() {
		this.proceed.countDown();
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	private String plan(io.agentbay.local.agent.AgentTask task) throws Exception {
		String text = task.text();
		if (text.startsWith("write ")) {
			task.say("I write", "a file will do");
			task.callTool("write_file",
					Json.MAPPER.valueToTree(Map.of("path", "/tmp/out", "content", text.substring(6))));
			return "written";
		}
		if (text.equals("wait")) {
			task.act("waiting");
			task.say("one", "");
			task.say("two", "thinking");
			try {
				this.proceed.await();
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
				throw ex;
			}
			return "waited as " + task.kind();
		}
		if (text.equals("log in")) {
			task.say("", "open the app");
			String code = task.askUser("code?");
			task.say("typing " + code, "");
			task.callTool("write_file", Json.MAPPER.valueToTree(Map.of("path", "/tmp/code", "content", code)));
			return "";
		}
		if (text.equals("arguments")) {
			return task.arguments().toString();
		}
		if (text.equals("break")) {
			throw new IllegalStateException("the mouse ran away");
		}
		throw new UnsupportedOperationException("not my job");
	}

	@Test
	@Capability({ "17.1", "17.2", "17.3" })
	void aComputerTaskActsInTheSession() {
		TaskResult done = this.session.agent()
			.computer()
			.executeTaskAndWait("write hello", Duration.ofSeconds(20))
			.orElseThrow();
		assertThat(done.task().status()).isEqualTo(TaskStatus.FINISHED);
		assertThat(done.task().product()).isEqualTo("written");
		assertThat(this.session.fileSystem().read("/tmp/out").content()).isEqualTo("hello");
		AgentTask begun = this.session.agent().computer().executeTask("wait").orElseThrow().task();
		assertThat(begun.status()).isEqualTo(TaskStatus.RUNNING);
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					this.session.agent().computer().getTaskStatus(begun.id()).orElseThrow().task().action())
				.isEqualTo("waiting"));
		this.proceed.countDown();
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					this.session.agent().computer().getTaskStatus(begun.id()).orElseThrow().task().product())
				.isEqualTo("waited as COMPUTER"));
	}

	@Test
	void whatCannotBeDoneIsNoSuccess() {
		var computer = this.session.agent().computer();
		TaskResult broken = computer.executeTaskAndWait("break", Duration.ofSeconds(20));
		assertThat(broken.failureKind()).isEqualTo(FailureKind.TOOL);
		assertThat(broken.errorMessage()).isEqualTo("the mouse ran away");
		assertThat(broken.task().status()).isEqualTo(TaskStatus.FAILED);
		TaskResult odd = computer.executeTaskAndWait("fly", Duration.ofSeconds(20));
		assertThat(odd.task().status()).isEqualTo(TaskStatus.UNSUPPORTED);
		assertThat(computer.getTaskStatus("task-none").errorMessage()).startsWith("Task not found or already finished");
	}

	@Test
	@Capability({ "17.4", "17.10", "17.15" })
	void aTerminatedTaskIsInterruptedAndForgotten() throws InterruptedException {
		var computer = this.session.agent().computer();
		String id = computer.executeTask("wait").orElseThrow().task().id();
		Awaitility.await().until(() -> "waiting".equals(computer.getTaskStatus(id).orElseThrow().task().action()));
		computer.terminateTask(id).orElseThrow();
		assertThat(this.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
		Awaitility.await().until(() -> !computer.getTaskStatus(id).success());
		assertThat(this.session.agent().browser().terminateTask(id).errorMessage()).contains("Task not found");
		String mobile = this.session.agent().mobile().executeTask("wait").orElseThrow().task().id();
		assertThat(this.session.agent().mobile().terminateTask(mobile).orElseThrow().task().status())
			.isEqualTo(TaskStatus.CANCELLING);
	}

	@Test
	@Capability({ "17.6", "17.7", "17.8", "17.9" })
	void aBrowserTaskCarriesTheFormOfItsProduct() {
		var browser = this.session.agent().browser();
		BrowserTask task = BrowserTask.of("arguments")
			.withUseVision(true)
			.withFullPageScreenshot(true)
			.withOutputSchema("{\"type\":\"object\"}");
		JsonNode sent = Json.MAPPER
			.readTree(browser.executeTaskAndWait(task, Duration.ofSeconds(20)).orElseThrow().task().product());
		assertThat(sent.get("use_vision").booleanValue()).isTrue();
		assertThat(sent.get("full_page_screenshot").booleanValue()).isTrue();
		assertThat(sent.get("output_schema").asString()).isEqualTo("{\"type\":\"object\"}");
		String id = browser.executeTask(BrowserTask.of("arguments")).orElseThrow().task().id();
		Awaitility.await()
			.untilAsserted(() -> assertThat(browser.getTaskStatus(id).orElseThrow().task().product())
				.contains("\\\"result\\\""));
	}

	@Test
	@Capability({ "17.11", "17.12", "17.13", "17.14", "17.18" })
	void aMobileTaskTellsWhatItSaysOnlyOnce() {
		var mobile = this.session.agent().mobile();
		List<TaskOutput> heard = new CopyOnWriteArrayList<>();
		String id = mobile.executeTask("wait", 7).orElseThrow().task().id();
		TaskResult done = mobile.awaitTask(id, Duration.ofSeconds(20), (output) -> {
			heard.add(output);
			this.proceed.countDown();
			throw new IllegalStateException("listeners may fail");
		}).orElseThrow();
		assertThat(done.task().status()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(done.task().product()).isEqualTo("waited as MOBILE");
		assertThat(heard).extracting(TaskOutput::content).containsExactly("one", "two");
		assertThat(heard.get(1).reasoning()).isEqualTo("thinking");
		assertThat(mobile.getTaskStatus(id).orElseThrow().task().outputs()).hasSize(2);
		assertThat(mobile.executeTaskAndWait("arguments", 3, Duration.ofSeconds(20), null).task().product())
			.contains("\"max_steps\":3");
	}

	@Test
	void aTaskThatTakesTooLongIsTerminated() throws InterruptedException {
		TaskResult late = this.session.agent().mobile().executeTaskAndWait("wait", 50, Duration.ofSeconds(1), null);
		assertThat(late.failureKind()).isEqualTo(FailureKind.TIMEOUT);
		assertThat(late.errorMessage()).contains("timed out after 1 seconds", "Task ID: task-", "It was terminated");
		assertThat(this.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void theEndOfTheSessionEndsItsTasks() throws InterruptedException {
		var computer = this.session.agent().computer();
		String id = computer.executeTask("wait").orElseThrow().task().id();
		Awaitility.await().until(() -> "waiting".equals(computer.getTaskStatus(id).orElseThrow().task().action()));
		this.session.close();
		assertThat(this.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@Test
	void answersInEveryDocumentedFormAreUnderstood() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session())
				.answers(Replies.toolText("all done"))
				.answers(Replies.toolText("{\"task_id\":\"t-1\"}"))
				.answers(Replies.toolText("{\"task_id\":\"t-1\",\"product\":\"p\"}"))
				.answers(Replies.toolText("{\"taskId\":\"t-1\",\"status\":\"unsupported\"}"))
				.answers(Replies.toolText("{\"error\":\"no phone\"}"));
			var agent = agentBay.get(Replies.SESSION).session().agent();
			AgentTask atOnce = agent.mobile()
				.executeTaskAndWait("x", 50, Duration.ofSeconds(5), null)
				.orElseThrow()
				.task();
			assertThat(atOnce.status()).isEqualTo(TaskStatus.COMPLETED);
			assertThat(atOnce.product()).isEqualTo("all done");
			assertThat(agent.computer().executeTask("x").orElseThrow().task().id()).isEqualTo("t-1");
			AgentTask done = agent.computer().getTaskStatus("t-1").orElseThrow().task();
			assertThat(done.status()).isEqualTo(TaskStatus.FINISHED);
			assertThat(done.product()).isEqualTo("p");
			assertThat(agent.mobile().awaitTask("t-1", Duration.ofSeconds(5), null).errorMessage())
				.isEqualTo("Unsupported task.");
			assertThat(agent.mobile().executeTask("x").errorMessage()).isEqualTo("no phone");
			assertThat(server.requests().get(2).form()).containsEntry("Name", "flux_execute_task")
				.containsEntry("Args", "{\"task\":\"x\"}");
			assertThat(server.requests().get(3).form()).containsEntry("Name", "flux_get_task_status")
				.containsEntry("Args", "{\"task_id\":\"t-1\"}");
			assertThat(server.requests().get(5).form()).containsEntry("Name", "execute_task");
		}
	}

	@Test
	@Capability({ "17.16", "17.17" })
	void aMobileTaskTellsWhatItDoesAndAsksItsUser() {
		var mobile = this.session.agent().mobile();
		List<AgentEvent> events = new ArrayList<>();
		List<String> questions = new CopyOnWriteArrayList<>();
		AgentEvent.Finished done = mobile.stream("log in", 9, PATIENCE, (prompt) -> {
			questions.add(prompt);
			return "1234";
		}, events::add).orElseThrow();
		assertThat(questions).containsExactly("code?");
		assertThat(done.status()).isEqualTo(TaskStatus.FINISHED);
		assertThat(done.result()).isEqualTo("typing 1234");
		assertThat(events).hasExactlyElementsOfTypes(AgentEvent.Reasoning.class, AgentEvent.ToolCall.class,
				AgentEvent.ToolResult.class, AgentEvent.Content.class, AgentEvent.ToolCall.class,
				AgentEvent.ToolResult.class, AgentEvent.Finished.class);
		assertThat(events.get(0)).isEqualTo(new AgentEvent.Reasoning(1, "open the app"));
		AgentEvent.ToolCall asked = (AgentEvent.ToolCall) events.get(1);
		assertThat(asked.tool()).isEqualTo("call_for_user");
		assertThat(((AgentEvent.ToolResult) events.get(2)).id()).isEqualTo(asked.id());
		assertThat(((AgentEvent.ToolCall) events.get(4)).arguments().path("content").asString()).isEqualTo("1234");
		assertThat(((AgentEvent.ToolResult) events.get(5)).result().path("isError").booleanValue()).isFalse();
		assertThat(this.session.fileSystem().read("/tmp/code").orElseThrow().content()).isEqualTo("1234");
	}

	@Test
	void aQuestionThatNobodyAnswersGetsAnEmptyAnswer() {
		var mobile = this.session.agent().mobile();
		assertThat(mobile.stream("log in", 9, PATIENCE, null, (event) -> {
		}).orElseThrow().result()).isEqualTo("typing ");
		assertThat(mobile.stream("log in", 9, PATIENCE, (prompt) -> {
			throw new IllegalStateException("nobody is here");
		}, (event) -> {
		}).orElseThrow().result()).isEqualTo("typing ");
	}

	@Test
	void aStreamedTaskThatFailsIsAFailedEnd() {
		List<AgentEvent> events = new ArrayList<>();
		AgentEvent.Finished broken = this.session.agent().mobile().stream("break", 9, PATIENCE, null, events::add);
		assertThat(broken.failureKind()).isEqualTo(FailureKind.TOOL);
		assertThat(broken.errorMessage()).isEqualTo("the mouse ran away");
		assertThat(broken.status()).isEqualTo(TaskStatus.FAILED);
		assertThat(events).first().isInstanceOf(AgentEvent.Failed.class);
	}

	@Test
	void aStreamThatNobodyFollowsEndsItsTask() throws InterruptedException {
		assertThatExceptionOfType(StreamBrokenException.class)
			.isThrownBy(() -> this.session.agent().mobile().stream("wait", 9, Duration.ofSeconds(1), null, (event) -> {
			}))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(StreamBrokenException.Reason.TIMEOUT))
			.withMessageContaining("timed out after 1 seconds");
		assertThat(this.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void streamedFramesHaveTheDocumentedForm() throws Exception {
		try (ScriptedServer server = new ScriptedServer();
				ScriptedSocket socket = new ScriptedSocket();
				AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session().replace("\"WsUrl\":\"\"", "\"WsUrl\":\"" + socket.url() + "\""));
			List<AgentEvent> events = new CopyOnWriteArrayList<>();
			agentBay.get(Replies.SESSION)
				.session()
				.reactive()
				.agent()
				.mobile()
				.stream("log in", 50, PATIENCE, (prompt) -> prompt + "!")
				.subscribe(events::add);
			Peer peer = socket.peer();
			JsonNode call = peer.next();
			assertThat(call.path("target").asString()).isEqualTo("wuying_mobile_agent");
			assertThat(call.path("data").path("method").asString()).isEqualTo("exec_task");
			assertThat(call.path("data").path("params"))
				.isEqualTo(Json.MAPPER.readTree("{\"task\":\"log in\",\"max_steps\":50}"));
			String id = call.path("invocationId").asString();
			peer.answers(id, "{'phase':'event','seq':1,'eventType':'tool_call','toolCallId':'c1',"
					+ "'toolName':'call_for_user','args':{'prompt':'code?'}}");
			JsonNode answer = peer.next();
			assertThat(answer.path("invocationId").asString()).isEqualTo(id);
			assertThat(answer.path("data")).isEqualTo(Json.MAPPER.readTree(
					"{\"method\":\"resume_task\",\"params\":" + "{\"toolCallId\":\"c1\",\"response\":\"code?!\"}}"));
			peer.answers(id, "{'phase':'event','seq':2,'eventType':'novelty'}");
			peer.answers(id, "{'phase':'end','seq':3,'taskResult':'logged in'}");
			Awaitility.await().until(() -> events.size() == 2);
			AgentEvent.Finished end = (AgentEvent.Finished) events.get(1);
			assertThat(end.success()).isTrue();
			assertThat(end.result()).isEqualTo("logged in");
		}
	}

	@Test
	@Capability("17.5")
	void theAgentOfTheBrowserStartsIt() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session()).answers(400, Replies.gone()).answers(Replies.ok("{\"Port\":9222}"));
			Session scripted = agentBay.get(Replies.SESSION).session();
			assertThat(scripted.agent().browser().initialize().failureKind()).isEqualTo(FailureKind.SESSION_GONE);
			scripted.agent().browser().initialize().orElseThrow();
			assertThat(scripted.browser().isInitialized()).isTrue();
			scripted.agent().browser().initialize().orElseThrow();
			assertThat(server.actions()).containsExactly("GetSession", "InitBrowser", "InitBrowser");
		}
	}

}
