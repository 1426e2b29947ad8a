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

package io.agentbay.boot.autoconfigure.ai.governance;

import io.agentbay.ai.governance.approval.ToolApprovals;
import io.agentbay.boot.actuate.AgentBayApprovalsEndpoint;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBayApprovalsEndpoint}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AgentBayGovernanceAutoConfiguration.class)
@ConditionalOnClass({ ToolApprovals.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(ToolApprovals.class)
@ConditionalOnAvailableEndpoint(AgentBayApprovalsEndpoint.class)
public final class AgentBayApprovalsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AgentBayApprovalsEndpoint agentBayApprovalsEndpoint(ToolApprovals approvals) {
		return new AgentBayApprovalsEndpoint(approvals);
	}

}
