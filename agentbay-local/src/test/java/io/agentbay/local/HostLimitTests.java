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

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Limits of sessions without walls.
 */
class HostLimitTests extends LimitSuite {

	HostLimitTests() {
		super(Isolation.HOST, true);
	}

	@Test
	void aProcessThatHidesEndsWithItsSessionIfThereIsAControlGroup() {
		String mark = UUID.randomUUID().toString();
		try (LocalAgentBay runtime = LocalAgentBay.builder().isolation(Isolation.HOST).start()) {
			TestClient client = new TestClient(runtime);
			String session = client.createSession();
			boolean grouped = client.shell(session, "cat /proc/self/cgroup")
				.path("stdout")
				.stringValue()
				.contains("agentbay-local-");
			client.shell(session, "env -i setsid sh -c 'sleep 56; : " + mark + "' >/dev/null 2>&1 &");
			await().atMost(Duration.ofSeconds(30))
				.until(() -> MachineProcesses.commandLinesContaining(mark)
					.stream()
					.anyMatch((process) -> process.contains(": sh -c sleep")));
			client.call("DeleteSessionAsync", "SessionId", session).ok();
			await().atMost(Duration.ofSeconds(30)).until(() -> runtime.liveSessionIds().isEmpty());
			assertThat(MachineProcesses.commandLinesContaining(mark).isEmpty()).isEqualTo(grouped);
		}
		finally {
			ProcessHandle.allProcesses()
				.filter((process) -> process.info().commandLine().orElse("").contains(mark))
				.forEach(ProcessHandle::destroyForcibly);
		}
	}

}
