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

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpServer;
import io.agentbay.local.agent.AgentTask;
import io.agentbay.local.internal.agent.ExternalPlanner;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tools of the agents, with a planner that follows a script.
 */
class AgentToolTests {

	private final CountDownLatch never = new CountDownLatch(1);

	private final LocalAgentBay runtime = LocalAgentBay.builder().agentPlanner(this::plan).start();

	private final TestClient client = new TestClient(this.runtime);

	private final String session = this.client.createSession();

	private String plan(AgentTask task) throws InterruptedException {
		if (task.text().equals("wait")) {
			this.never.await();
		}
		task.callTool("write_file", TestClient.MAPPER.valueToTree(Map.of("path", "/tmp/out", "content", task.text())));
		return "written";
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	@Exercises({ "flux_execute_task", "flux_get_task_status", "flux_terminate_task" })
	void aComputersAgentDoesTasksAndCanBeStopped() {
		doAndStop("flux_", "finished");
	}

	@Test
	@Exercises({ "browser_use_execute_task", "browser_use_get_task_status", "browser_use_terminate_task" })
	void aBrowsersAgentDoesTasksAndCanBeStopped() {
		doAndStop("browser_use_", "finished");
	}

	@Test
	@Exercises({ "execute_task", "get_task_status", "terminate_task" })
	void aPhonesAgentDoesTasksAndCanBeStopped() {
		doAndStop("", "completed");
	}

	@Test
	void aCommandCanDoTheTasks(@TempDir Path directory) throws IOException {
		Path script = Files.writeString(directory.resolve("plan.sh"),
				"""
						read -r task
						echo '{"say":"begin","reasoning":"because"}'; read -r _
						echo '{"call":"read_file","arguments":{"path":"/nowhere"}}'; read -r failed
						echo '{"call":"write_file","arguments":{"path":"/tmp/out","content":"by command"}}'; read -r _
						case $task$failed in *'"task":"hello"'*'"error"'*) echo '{"result":"done"}' ;; *) echo '{"error":"no"}' ;; esac
						""");
		try (LocalAgentBay other = LocalAgentBay.builder().agentPlanner(new ExternalPlanner("sh " + script)).start()) {
			assertThat(product(new TestClient(other))).isEqualTo("done");
		}
	}

	@Test
	void anAddressCanDoTheTasks() throws IOException {
		HttpServer planner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		planner.createContext("/", (exchange) -> {
			JsonNode message = TestClient.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
			byte[] step = (message.has("task")
					? "{\"call\":\"write_file\",\"arguments\":{\"path\":\"/tmp/out\",\"content\":\"x\"}}"
					: "{\"result\":{\"said\":\"" + message.path("text").stringValue() + "\"}}")
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, step.length);
			exchange.getResponseBody().write(step);
			exchange.close();
		});
		planner.start();
		String place = "http://127.0.0.1:" + planner.getAddress().getPort() + "/";
		try (LocalAgentBay other = LocalAgentBay.builder().agentPlanner(new ExternalPlanner(place)).start()) {
			assertThat(product(new TestClient(other))).isEqualTo("{\"said\":\"Wrote 1 bytes to /tmp/out\"}");
		}
		finally {
			planner.stop(0);
		}
	}

	@Test
	void aPlannerThatEndsInTheMiddleFailsTheTask() {
		try (LocalAgentBay other = LocalAgentBay.builder().agentPlanner(new ExternalPlanner("read -r _")).start()) {
			TestClient its = new TestClient(other);
			String in = its.createSession();
			String id = TestClient.MAPPER.readTree(its.tool(in, "flux_execute_task", Map.of("task", "t")).text())
				.path("task_id")
				.stringValue();
			Awaitility.await()
				.until(() -> its.tool(in, "flux_get_task_status", Map.of("task_id", id)).text().contains("\"failed\""));
		}
	}

	private static String product(TestClient its) {
		String in = its.createSession();
		String id = TestClient.MAPPER.readTree(its.tool(in, "flux_execute_task", Map.of("task", "hello")).text())
			.path("task_id")
			.stringValue();
		Awaitility.await()
			.until(() -> its.tool(in, "flux_get_task_status", Map.of("task_id", id)).text().contains("finished"));
		return TestClient.MAPPER.readTree(its.tool(in, "flux_get_task_status", Map.of("task_id", id)).text())
			.path("product")
			.stringValue();
	}

	private void doAndStop(String prefix, String end) {
		String done = begin(prefix, "hello " + prefix);
		Awaitility.await().until(() -> status(prefix, done).path("status").stringValue().equals(end));
		assertThat(status(prefix, done).path("product").stringValue()).isEqualTo("written");
		assertThat(this.client.tool(this.session, "read_file", Map.of("path", "/tmp/out")).text())
			.isEqualTo("hello " + prefix);
		String endless = begin(prefix, "wait");
		assertThat(status(prefix, endless).path("status").stringValue()).isEqualTo("running");
		assertThat(this.client.tool(this.session, prefix + "terminate_task", Map.of("task_id", endless)).error())
			.isFalse();
		Awaitility.await()
			.until(() -> this.client.tool(this.session, prefix + "get_task_status", Map.of("task_id", endless))
				.text()
				.startsWith("Task not found or already finished"));
	}

	private String begin(String prefix, String task) {
		return TestClient.MAPPER
			.readTree(this.client.tool(this.session, prefix + "execute_task", Map.of("task", task)).text())
			.path("task_id")
			.stringValue();
	}

	private JsonNode status(String prefix, String id) {
		return TestClient.MAPPER
			.readTree(this.client.tool(this.session, prefix + "get_task_status", Map.of("task_id", id)).text());
	}

}
