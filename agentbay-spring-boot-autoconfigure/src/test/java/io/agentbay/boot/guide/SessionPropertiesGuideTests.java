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

package io.agentbay.boot.guide;

import java.time.Duration;

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.session.LifecyclePolicy;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The properties of the page about sessions, and the types of the starter that it names.
 */
class SessionPropertiesGuideTests {

	private static final GuidePage PAGE = GuidePage.of("sessions");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=akm-guide", "agentbay.endpoint=http://127.0.0.1:1");

	@Test
	void sessionsEndWhenThePropertiesSaySo() {
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.session.lifecycle.idle-release-timeout=20m"))
			.run((context) -> assertThat(context.getBean(AgentBay.class).defaultOptions().lifecyclePolicy())
				.isEqualTo(LifecyclePolicy.defaults()
					.withIdleReleaseTimeout(Duration.ofMinutes(20))
					.withMaxRuntime(Duration.ofHours(2))));
	}

	@Test
	void typesAreInThePackagesThatAreTold() {
		assertThat(PAGE.text()).contains("`" + AgentBayOperations.class.getName() + "`",
				"`" + SessionSource.class.getName() + "`", "`" + AgentBaySessions.class.getName() + "`");
		assertThat(GuidePage.of("pool").text()).contains("`" + AgentBayOperations.class.getPackageName() + "`",
				"`" + SessionSource.class.getPackageName() + "`", "`" + AgentBaySessions.class.getPackageName() + "`");
		assertThat(GuidePage.of("keyed-sessions").text()).contains("`" + AgentBaySessions.class.getPackageName() + "`");
	}

}
