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

package io.agentbay.session;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the list of sessions tells, and which ones it has.
 */
class SessionListTests {

	@Test
	@Capability({ "25.1", "25.2" })
	void sessionsAreListedByImageWithImageAndInstance() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime).build()) {
			Session code = agentBay.create((options) -> options.imageId("code_latest"));
			agentBay.create((options) -> options.imageId("browser_latest"));
			assertThat(agentBay.list(SessionQuery.all().withImageId("code_latest"))).singleElement()
				.isEqualTo(new SessionSummary(code.id(), SessionStatus.RUNNING, code.details().appInstanceId(),
						"code_latest"));
			assertThat(agentBay.list(SessionQuery.all())).hasSize(2);
			assertThat(agentBay.list(SessionQuery.all().withImageId("other"))).isEmpty();
		}
		assertThatIllegalArgumentException().isThrownBy(() -> SessionQuery.all().withImageId(" "));
	}

}
