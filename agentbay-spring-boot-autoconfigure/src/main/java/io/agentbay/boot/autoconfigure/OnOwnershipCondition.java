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

package io.agentbay.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when sessions are to be labelled with their owner: when that is asked for, or
 * when the application has a name and does not want its sessions to outlive it.
 */
final class OnOwnershipCondition extends SpringBootCondition {

	private static final String ENABLED = "agentbay.ownership.enabled";

	private static final String OWNER = "agentbay.ownership.owner";

	private static final String CLEANUP = "agentbay.cleanup.enabled";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition("AgentBay ownership");
		Boolean enabled = environment.getProperty(ENABLED, Boolean.class);
		if (enabled != null) {
			return new ConditionOutcome(enabled, message.because("'%s' is %s".formatted(ENABLED, enabled)));
		}
		if (!environment.getProperty(CLEANUP, Boolean.class, true)) {
			return ConditionOutcome
				.noMatch(message.because("'%s' is false: sessions may outlive the application".formatted(CLEANUP)));
		}
		boolean named = StringUtils.hasText(environment.getProperty(OWNER))
				|| StringUtils.hasText(environment.getProperty(AgentBayOwnershipAutoConfiguration.APPLICATION_NAME));
		return new ConditionOutcome(named,
				message.because(named ? "the application has a name" : "the application has no name"));
	}

}
