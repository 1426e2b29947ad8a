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

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayTemplateAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.command.CommandResult;
import io.agentbay.error.SessionGoneException;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Contexts that properties mount are in every session, whoever makes it.
 */
class MountedSessionsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayLocalAutoConfiguration.class,
				AgentBayPoolAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class,
				AgentBayKeyedSessionsAutoConfiguration.class))
		.withPropertyValues("agentbay.local.enabled=true", "agentbay.session.mounts[0].name=notes",
				"agentbay.session.mounts[0].path=/mnt/notes", "agentbay.session.mounts[1].name=notes",
				"agentbay.session.mounts[1].path=/mnt/archive", "agentbay.session.mounts[1].access=read-only");

	private final ApplicationContextRunner pooled = this.contextRunner.withPropertyValues("agentbay.pool.enabled=true",
			"agentbay.pool.min-idle=1", "agentbay.pool.max-size=1");

	@Test
	void sessionsOfKeysShareWhatIsMountedAndOneThatTakesTheirPlaceHasIt() {
		this.contextRunner.run((context) -> {
			AgentBaySessions sessions = context.getBean(AgentBaySessions.class);
			Session ann = sessions.get("ann");
			ann.command().run("echo from ann >/mnt/notes/a").requireSuccess();
			Session bob = sessions.get("bob");
			assertThat(bob.id()).isNotEqualTo(ann.id());
			assertThat(bob.fileSystem().read("/mnt/archive/a")).isEqualTo("from ann\n");
			assertThat(bob.command().run("echo x >/mnt/archive/b").success()).isFalse();
			context.getBean(AgentBay.class).delete(ann.id());
			assertThatExceptionOfType(SessionGoneException.class)
				.isThrownBy(() -> ann.command().run("cat /mnt/notes/a"));
			Session again = sessions.get("ann");
			assertThat(again.id()).isNotEqualTo(ann.id());
			assertThat(again.fileSystem().read("/mnt/notes/a")).isEqualTo("from ann\n");
		});
	}

	@Test
	void aSessionOfThePoolHasItsMountsWhenItIsWarm() {
		this.pooled.run((context) -> {
			AgentBayTemplate template = context.getBean(AgentBayTemplate.class);
			WarmPool.awaitOne(context.getBean(SessionPools.class));
			template.execute((session) -> session.command().run("echo 1 >/mnt/notes/first").requireSuccess());
			WarmPool.awaitOne(context.getBean(SessionPools.class));
			String read = template.execute((session) -> session.fileSystem().read("/mnt/archive/first"));
			assertThat(read).isEqualTo("1\n");
		});
	}

	@Test
	void aResetThatEmptiesTheHomeLeavesMountsElsewhereAlone() {
		this.pooled.withUserConfiguration(EmptyHome.class)
			.withPropertyValues("agentbay.pool.reuse=reset")
			.run((context) -> {
				AgentBayTemplate template = context.getBean(AgentBayTemplate.class);
				String first = template.execute((session) -> {
					session.fileSystem().write("/mnt/notes/kept", "1");
					session.fileSystem().write("lost", "1");
					return session.id();
				});
				WarmPool.awaitOne(context.getBean(SessionPools.class));
				String second = template.execute((session) -> {
					assertThat(session.command().run("ls ~ /mnt/notes").requireSuccess().stdout()).contains("kept")
						.doesNotContain("lost");
					return session.id();
				});
				assertThat(second).isEqualTo(first);
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class EmptyHome {

		@Bean
		SessionReset emptyHome() {
			return (session) -> session.command()
				.run("find ~ -mindepth 1 -delete")
				.map(CommandResult::requireSuccess)
				.then();
		}

	}

}
