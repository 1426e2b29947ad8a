package io.agentbay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.agentbay.agent.AgentTask;
import io.agentbay.agent.BrowserTask;
import io.agentbay.agent.TaskOutput;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.error.FailureKind;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.settings.Environment;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.transport.Json;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Agents do tasks: on the wire, and against the local runtime with a planner that follows
 * a script.
 */
class AgentScenarioTests {

	private final CountDownLatch proceed = new CountDownLatch(1);

	private final CountDownLatch interrupted = new CountDownLatch(1);

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

	@BeforeEach
	void start() {
		this.runtime = LocalAgentBay.builder().agentPlanner(this::plan).start();
		this.agentBay = AgentBay.builder()
			.apiKey(this.runtime.apiKey())
			.endpoint(this.runtime.endpoint().toString())
			.environment(Environment.none())
			.build();
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

}
