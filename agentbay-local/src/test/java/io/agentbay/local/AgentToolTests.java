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

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.agentbay.local.agent.AgentTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
