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

package io.agentbay.boot.pool;

import java.util.List;

import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions of keys come from the pool where there is one, and do not go back.
 */
class KeyedSessionsFromPoolTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayLocalAutoConfiguration.class,
				AgentBayPoolAutoConfiguration.class, AgentBayKeyedSessionsAutoConfiguration.class))
		.withPropertyValues("agentbay.local.enabled=true", "agentbay.pool.enabled=true", "agentbay.pool.min-idle=1",
				"agentbay.pool.max-size=1");

	@Test
	void aWarmSessionBecomesThatOfAKeyAndThePoolMakesAnotherOne() {
		this.contextRunner.run((context) -> {
			LocalAgentBay runtime = context.getBean(LocalAgentBay.class);
			SessionPools pools = context.getBean(SessionPools.class);
			AgentBaySessions sessions = context.getBean(AgentBaySessions.class);
			WarmPool.awaitOne(pools);
			List<String> warm = runtime.liveSessionIds();
			Session session = sessions.get("ann");
			assertThat(warm).containsExactly(session.id());
			WarmPool.awaitOne(pools);
			assertThat(runtime.liveSessionIds()).hasSize(2).contains(session.id());
			assertThat(pools.figures().values()).singleElement()
				.satisfies((figures) -> assertThat(figures.lent()).isZero());
			assertThat(sessions.get("ann").id()).isEqualTo(session.id());
			assertThat(session.command().run("echo kept").requireSuccess().stdout()).isEqualTo("kept\n");
			sessions.remove("ann");
			assertThat(runtime.liveSessionIds()).hasSize(1).doesNotContain(session.id());
		});
	}

	@Test
	void whereNoneIsReadyOneIsCreated() {
		this.contextRunner.run((context) -> {
			AgentBaySessions sessions = context.getBean(AgentBaySessions.class);
			WarmPool.awaitOne(context.getBean(SessionPools.class));
			Session other = sessions.get("ann", CreateSessionOptions.ofImage("code_latest"));
			assertThat(other.imageId()).isEqualTo("code_latest");
			assertThat(List.of(sessions.get("bob").id(), sessions.get("eve").id())).doesNotHaveDuplicates();
		});
	}

}
