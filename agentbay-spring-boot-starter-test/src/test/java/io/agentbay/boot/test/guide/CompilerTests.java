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

import io.agentbay.boot.test.LocalAgentBayExtension;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThat;

@ExtendWith(LocalAgentBayExtension.class)
class CompilerTests {

	@Test
	void whatDoesNotCompileIsTold(Session session) {
		assertThat(session.command().run("cc nothing.c")).failed();
	}

}
