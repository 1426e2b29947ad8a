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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.agentbay.agent.AgentEvent;
import io.agentbay.agent.AgentTask;
import io.agentbay.agent.BrowserTask;
import io.agentbay.agent.MobileTask;
import io.agentbay.agent.TaskFailedException;
import io.agentbay.agent.TaskOutput;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.error.CallDetails;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.ToolFailedException;
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
		this.session = this.agentBay.create();
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
			.executeTask("write hello", Duration.ofSeconds(20))
			.requireSuccess();
		assertThat(done.status()).isEqualTo(TaskStatus.FINISHED);
		assertThat(done.product()).isEqualTo("written");
		assertThat(done.sessionId()).isEqualTo(this.session.id());
		assertThat(done.requestId()).isNotBlank();
		assertThat(this.session.fileSystem().read("/tmp/out")).isEqualTo("hello");
		AgentTask begun = this.session.agent().computer().startTask("wait");
		assertThat(begun.status()).isEqualTo(TaskStatus.RUNNING);
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.session.agent().computer().fetchTask(begun.id()).action())
				.isEqualTo("waiting"));
		this.proceed.countDown();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.session.agent().computer().fetchTask(begun.id()).product())
				.isEqualTo("waited as COMPUTER"));
	}

	@Test
	void whatCannotBeDoneIsNoSuccess() {
		var computer = this.session.agent().computer();
		TaskResult broken = computer.executeTask("break", Duration.ofSeconds(20));
		assertThat(broken.success()).isFalse();
		assertThat(broken.error()).isEqualTo("the mouse ran away");
		assertThat(broken.status()).isEqualTo(TaskStatus.FAILED);
		assertThatExceptionOfType(TaskFailedException.class).isThrownBy(broken::requireSuccess)
			.withMessageStartingWith("The task is failed: the mouse ran away")
			.satisfies((ex) -> assertThat(ex.result()).isSameAs(broken))
			.satisfies((ex) -> assertThat(ex.operation()).isEqualTo("flux_get_task_status"))
			.satisfies((ex) -> assertThat(ex.sessionId()).isEqualTo(this.session.id()));
		TaskResult odd = computer.executeTask("fly", Duration.ofSeconds(20));
		assertThat(odd.status()).isEqualTo(TaskStatus.UNSUPPORTED);
		assertThat(odd.success()).isFalse();
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> computer.fetchTask("task-none"))
			.withMessageStartingWith("Task not found or already finished");
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> computer.awaitTask("task-none", Duration.ofSeconds(20)))
			.withMessageStartingWith("Task not found or already finished");
	}

	@Test
	@Capability({ "17.4", "17.10", "17.15" })
	void aTerminatedTaskIsInterruptedAndForgotten() throws InterruptedException {
		var computer = this.session.agent().computer();
		String id = computer.startTask("wait").id();
		Awaitility.await().until(() -> "waiting".equals(computer.fetchTask(id).action()));
		computer.terminateTask(id);
		assertThat(this.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
		Awaitility.await()
			.untilAsserted(() -> assertThatExceptionOfType(ToolFailedException.class)
				.isThrownBy(() -> computer.fetchTask(id)));
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.session.agent().browser().terminateTask(id))
			.withMessageContaining("Task not found");
		String mobile = this.session.agent().mobile().startTask("wait").id();
		assertThat(this.session.agent().mobile().terminateTask(mobile).status()).isEqualTo(TaskStatus.CANCELLING);
	}

	@Test
	@Capability({ "17.6", "17.7", "17.8", "17.9" })
	void aBrowserTaskCarriesTheFormOfItsProduct() {
		var browser = this.session.agent().browser();
		BrowserTask task = BrowserTask.of("arguments")
			.withVision(true)
			.withFullPageScreenshot(true)
			.withOutputSchema("{\"type\":\"object\"}");
		JsonNode sent = Json.MAPPER
			.readTree(browser.executeTask(task, Duration.ofSeconds(20)).requireSuccess().product());
		assertThat(sent.get("use_vision").booleanValue()).isTrue();
		assertThat(sent.get("full_page_screenshot").booleanValue()).isTrue();
		assertThat(sent.get("output_schema").asString()).isEqualTo("{\"type\":\"object\"}");
		String id = browser.startTask("arguments").id();
		Awaitility.await().untilAsserted(() -> assertThat(browser.fetchTask(id).product()).contains("\\\"result\\\""));
	}

	@Test
	@Capability({ "17.11", "17.12", "17.13", "17.14", "17.18" })
	void aMobileTaskTellsWhatItSaysOnlyOnce() {
		var mobile = this.session.agent().mobile();
		List<TaskOutput> heard = new CopyOnWriteArrayList<>();
		String id = mobile.startTask(MobileTask.of("wait").withMaxSteps(7)).id();
		TaskResult done = mobile.awaitTask(id, Duration.ofSeconds(20), (output) -> {
			heard.add(output);
			this.proceed.countDown();
			throw new IllegalStateException("listeners may fail");
		}).requireSuccess();
		assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(done.product()).isEqualTo("waited as MOBILE");
		assertThat(heard).extracting(TaskOutput::content).containsExactly("one", "two");
		assertThat(heard.get(1).reasoning()).isEqualTo("thinking");
		assertThat(heard.get(0).timestamp()).isBefore(heard.get(1).timestamp());
		assertThat(mobile.fetchTask(id).outputs()).isEqualTo(heard);
		assertThat(mobile.executeTask(MobileTask.of("arguments").withMaxSteps(3), Duration.ofSeconds(20)).product())
			.contains("\"max_steps\":3");
	}

	@Test
	void aTaskThatTakesTooLongIsTerminated() throws InterruptedException {
		TaskResult late = this.session.agent().mobile().executeTask("wait", Duration.ofSeconds(1));
		assertThat(late.success()).isFalse();
		assertThat(late.timedOutAfter()).isEqualTo(Duration.ofSeconds(1));
		assertThat(late.status()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(late.error()).contains("timed out after 1 seconds", "Task ID: task-", "It was terminated");
		assertThatExceptionOfType(TaskFailedException.class).isThrownBy(late::requireSuccess)
			.withMessageContaining("timed out after 1 seconds")
			.withMessageContaining("last action: waiting")
			.satisfies((ex) -> assertThat(ex.timedOutAfter()).isEqualTo(Duration.ofSeconds(1)))
			.satisfies((ex) -> assertThat(ex.mayHaveTakenEffect()).isTrue());
		assertThat(this.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void theEndOfTheSessionEndsItsTasks() throws InterruptedException {
		var computer = this.session.agent().computer();
		String id = computer.startTask("wait").id();
		Awaitility.await().until(() -> "waiting".equals(computer.fetchTask(id).action()));
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
			var agent = agentBay.get(Replies.SESSION).agent();
			TaskResult atOnce = agent.mobile().executeTask("x", Duration.ofSeconds(5)).requireSuccess();
			assertThat(atOnce.status()).isEqualTo(TaskStatus.COMPLETED);
			assertThat(atOnce.product()).isEqualTo("all done");
			assertThat(agent.computer().startTask("x").id()).isEqualTo("t-1");
			AgentTask done = agent.computer().fetchTask("t-1");
			assertThat(done.status()).isEqualTo(TaskStatus.FINISHED);
			assertThat(done.product()).isEqualTo("p");
			assertThat(agent.mobile().awaitTask("t-1", Duration.ofSeconds(5)).error()).isEqualTo("Unsupported task.");
			assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> agent.mobile().startTask("x"))
				.withMessageStartingWith("no phone")
				.satisfies((ex) -> assertThat(ex.operation()).isEqualTo("execute_task"));
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
		TaskResult done = mobile.stream(MobileTask.of("log in").withMaxSteps(9), PATIENCE, (prompt) -> {
			questions.add(prompt);
			return "1234";
		}, events::add).requireSuccess();
		assertThat(questions).containsExactly("code?");
		assertThat(done.status()).isEqualTo(TaskStatus.FINISHED);
		assertThat(done.product()).isEqualTo("typing 1234");
		assertThat(events).last().isEqualTo(new AgentEvent.Finished(done));
		assertThat(events).hasExactlyElementsOfTypes(AgentEvent.Reasoning.class, AgentEvent.ToolCall.class,
				AgentEvent.ToolReply.class, AgentEvent.Content.class, AgentEvent.ToolCall.class,
				AgentEvent.ToolReply.class, AgentEvent.Finished.class);
		assertThat(events.get(0)).isEqualTo(new AgentEvent.Reasoning(1, "open the app"));
		AgentEvent.ToolCall asked = (AgentEvent.ToolCall) events.get(1);
		assertThat(asked.tool()).isEqualTo("call_for_user");
		assertThat(((AgentEvent.ToolReply) events.get(2)).id()).isEqualTo(asked.id());
		assertThat(((AgentEvent.ToolCall) events.get(4)).arguments().path("content").asString()).isEqualTo("1234");
		assertThat(((AgentEvent.ToolReply) events.get(5)).result().path("isError").booleanValue()).isFalse();
		assertThat(this.session.fileSystem().read("/tmp/code")).isEqualTo("1234");
	}

	@Test
	void aQuestionThatNobodyAnswersGetsAnEmptyAnswer() {
		var mobile = this.session.agent().mobile();
		assertThat(mobile.stream(MobileTask.of("log in"), PATIENCE, (event) -> {
		}).requireSuccess().product()).isEqualTo("typing ");
		assertThat(mobile.stream(MobileTask.of("log in"), PATIENCE, (prompt) -> {
			throw new IllegalStateException("nobody is here");
		}, (event) -> {
		}).requireSuccess().product()).isEqualTo("typing ");
	}

	@Test
	void aStreamedTaskThatFailsIsAFailedEnd() {
		List<AgentEvent> events = new ArrayList<>();
		TaskResult broken = this.session.agent().mobile().stream(MobileTask.of("break"), PATIENCE, events::add);
		assertThat(broken.success()).isFalse();
		assertThat(broken.error()).isEqualTo("the mouse ran away");
		assertThatExceptionOfType(TaskFailedException.class).isThrownBy(broken::requireSuccess)
			.withMessageStartingWith("The task is failed: the mouse ran away");
		assertThat(broken.status()).isEqualTo(TaskStatus.FAILED);
		assertThat(events).first().isInstanceOf(AgentEvent.Failed.class);
	}

	@Test
	void aStreamThatNobodyFollowsEndsItsTask() throws InterruptedException {
		assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(
				() -> this.session.agent().mobile().stream(MobileTask.of("wait"), Duration.ofSeconds(1), (event) -> {
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
				.reactive()
				.agent()
				.mobile()
				.stream(MobileTask.of("log in"), PATIENCE, (prompt) -> prompt + "!")
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
			assertThat(end.result().success()).isTrue();
			assertThat(end.result().product()).isEqualTo("logged in");
			assertThat(end.result().requestId()).isEqualTo(id);
		}
	}

	@Test
	void anErrorThatWasToldIsNotUndoneByTheEnd() throws Exception {
		try (ScriptedServer server = new ScriptedServer();
				ScriptedSocket socket = new ScriptedSocket();
				AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session().replace("\"WsUrl\":\"\"", "\"WsUrl\":\"" + socket.url() + "\""));
			List<AgentEvent> events = new CopyOnWriteArrayList<>();
			agentBay.get(Replies.SESSION)
				.reactive()
				.agent()
				.mobile()
				.stream(MobileTask.of("a"), PATIENCE)
				.subscribe(events::add);
			Peer peer = socket.peer();
			String id = peer.next().path("invocationId").asString();
			peer.answers(id, "{'phase':'event','seq':1,'eventType':'error','error':{'code':'E1','message':'no net'}}");
			peer.answers(id, "{'phase':'end','seq':2,'status':'finished','taskResult':'half of it'}");
			Awaitility.await().until(() -> events.size() == 2);
			assertThat(events.get(0)).isEqualTo(new AgentEvent.Failed(0, "E1", "no net"));
			TaskResult result = ((AgentEvent.Finished) events.get(1)).result();
			assertThat(result.status()).isEqualTo(TaskStatus.FAILED);
			assertThatExceptionOfType(TaskFailedException.class).isThrownBy(result::requireSuccess)
				.withMessageStartingWith("The task is failed: no net | product: half of it")
				.satisfies((ex) -> assertThat(ex.requestId()).isEqualTo(id));
		}
	}

	@Test
	void anAnswerThatIsNoTaskIsRefused() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session()).answers(Replies.toolText("soon"));
			var computer = agentBay.get(Replies.SESSION).agent().computer();
			assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> computer.fetchTask("t-1"))
				.withMessageContaining("flux_get_task_status about task t-1 is not JSON");
		}
	}

	@Test
	void whatAFakeReturnsIsBuilt() {
		TaskOutput said = new TaskOutput("a", "", Instant.EPOCH);
		AgentTask task = AgentTask.builder("t-1", TaskStatus.FINISHED)
			.action("clicked")
			.product("done")
			.outputs(List.of(said))
			.build();
		TaskResult result = TaskResult.builder(task).details(new CallDetails("execute_task", "s-1", "r-1")).build();
		assertThat(result.requireSuccess()).isSameAs(result);
		assertThat(result).isEqualTo(TaskResult.builder(task).details(result.details()).build())
			.isNotEqualTo(TaskResult.builder(task).timedOutAfter(PATIENCE).build());
		assertThat(result.task().outputs()).containsExactly(said);
		assertThat(result.requestId()).isEqualTo("r-1");
		assertThat(result).asString().contains("t-1", "finished", "r-1").doesNotContain("done");
		assertThat(TaskResult.builder(task).timedOutAfter(PATIENCE).build().success()).isFalse();
	}

	@Test
	@Capability("17.5")
	void theAgentOfTheBrowserWorksWithTheOneThatTheSessionStarts() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session())
				.answers(400, Replies.gone())
				.answers(Replies.ok("{\"Port\":9222}"))
				.answers(Replies.toolText("{\"task_id\":\"t-1\"}"));
			Session scripted = agentBay.get(Replies.SESSION);
			assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> scripted.browser().initialize());
			scripted.browser().initialize();
			assertThat(scripted.browser().isInitialized()).isTrue();
			scripted.browser().initialize();
			assertThat(scripted.agent().browser().startTask("a").id()).isEqualTo("t-1");
			assertThat(server.actions()).containsExactly("GetSession", "InitBrowser", "InitBrowser", "CallMcpTool");
		}
	}

}
