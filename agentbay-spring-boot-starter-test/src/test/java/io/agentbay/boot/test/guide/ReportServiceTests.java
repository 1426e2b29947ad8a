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
package io.agentbay.boot.test.guide;

import io.agentbay.boot.test.AgentBayTest;
import io.agentbay.local.LocalAgentBay;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThat;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.times;

@AgentBayTest
@Import(ReportService.class)
class ReportServiceTests {

	@Test
	void reportIsWrittenByOneCommand(@Autowired ReportService reports, @Autowired LocalAgentBay runtime) {
		reports.write();
		assertThat(runtime).receivedToolCall("shell", times(1)).hasNoLiveSessions();
	}

}
