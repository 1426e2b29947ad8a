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

package io.agentbay.boot.test;

import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.LocalAgentBayConnectionDetails;
import io.agentbay.local.LocalAgentBay;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that connects the application under test
 * with the {@link SharedLocalAgentBay}.
 */
@AutoConfiguration(before = { AgentBayLocalAutoConfiguration.class, AgentBayAutoConfiguration.class })
final class LocalAgentBayTestAutoConfiguration {

	@Bean
	SharedLocalAgentBay sharedLocalAgentBay() {
		return SharedLocalAgentBay.get();
	}

	// It belongs to all contexts of the JVM: none of them closes it. The empty name would
	// be lost in ahead-of-time processing.
	@Bean(destroyMethod = "hashCode")
	LocalAgentBay localAgentBay(SharedLocalAgentBay shared) {
		return shared.runtime();
	}

	@Bean
	LocalAgentBayConnectionDetails localAgentBayConnectionDetails(LocalAgentBay localAgentBay) {
		return new LocalAgentBayConnectionDetails(localAgentBay);
	}

}
