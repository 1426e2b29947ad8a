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

import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.command.CommandResult;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;

import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Fakes, as the guide shows them.
 */
class FakeGuideTests {

	@Test
	void sessionsAndWhereTheyComeFromAreFaked() {
		Session session = mock(Session.class, RETURNS_DEEP_STUBS);
		when(session.command().run("answer"))
			.thenReturn(CommandResult.builder("answer").exitCode(0).stdout("42\n").build());
		SessionSource source = mock(SessionSource.class);
		when(source.acquire()).thenReturn(session);
		AgentBayOperations template = new AgentBayTemplate(source);
		String answer = template.execute((given) -> given.command().run("answer").stdout());
		assertThat(answer).isEqualTo("42\n");
		verify(session).close();
	}

}
