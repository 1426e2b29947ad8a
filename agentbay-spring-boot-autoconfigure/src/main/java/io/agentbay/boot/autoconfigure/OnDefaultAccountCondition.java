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

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.agentbay.ReactiveAgentBay;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when there is to be a client of the account that has no name: unless only
 * accounts with a name are configured. Without any, a key that is missing is a mistake,
 * which the client tells.
 */
final class OnDefaultAccountCondition extends SpringBootCondition implements ConfigurationCondition {

	private static final String API_KEY = "agentbay.api-key";

	private final BooleanSupplier keyOutsideProperties;

	OnDefaultAccountCondition() {
		this(() -> ReactiveAgentBay.builder().hasApiKey());
	}

	OnDefaultAccountCondition(BooleanSupplier keyOutsideProperties) {
		this.keyOutsideProperties = keyOutsideProperties;
	}

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("AgentBay default account");
		if (NamedClientsRegistrar.names(context.getEnvironment()).isEmpty()) {
			return ConditionOutcome.match(message.because("no account has a name"));
		}
		if (StringUtils.hasText(context.getEnvironment().getProperty(API_KEY))) {
			return ConditionOutcome.match(message.because("'%s' is set".formatted(API_KEY)));
		}
		if (hasOtherDetails(context.getBeanFactory())) {
			return ConditionOutcome.match(message.because("there are connection details"));
		}
		boolean found = this.keyOutsideProperties.getAsBoolean();
		return new ConditionOutcome(found,
				message.because(found ? "a key was found" : "only accounts with a name are configured"));
	}

	private static boolean hasOtherDetails(@Nullable ConfigurableListableBeanFactory beans) {
		if (beans == null) {
			return false;
		}
		List<String> ours = Arrays
			.asList(beans.getBeanNamesForType(PropertiesAgentBayConnectionDetails.class, true, false));
		return !ours
			.containsAll(Arrays.asList(beans.getBeanNamesForType(AgentBayConnectionDetails.class, true, false)));
	}

}
