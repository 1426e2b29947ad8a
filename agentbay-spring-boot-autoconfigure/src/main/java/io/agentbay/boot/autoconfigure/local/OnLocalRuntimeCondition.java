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

package io.agentbay.boot.autoconfigure.local;

import java.util.function.BooleanSupplier;

import io.agentbay.ReactiveAgentBay;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when the local runtime is to be used: when it is asked for, or when it may
 * stand in for a key and there is none.
 */
final class OnLocalRuntimeCondition extends SpringBootCondition {

	private static final String ENABLED = "agentbay.local.enabled";

	private static final String FALLBACK = "agentbay.local.fallback";

	private static final String API_KEY = "agentbay.api-key";

	private final BooleanSupplier keyOutsideProperties;

	OnLocalRuntimeCondition() {
		this(() -> ReactiveAgentBay.builder().hasApiKey());
	}

	OnLocalRuntimeCondition(BooleanSupplier keyOutsideProperties) {
		this.keyOutsideProperties = keyOutsideProperties;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition("AgentBay local runtime");
		Boolean enabled = environment.getProperty(ENABLED, Boolean.class);
		if (enabled != null) {
			return new ConditionOutcome(enabled, message.because("'%s' is %s".formatted(ENABLED, enabled)));
		}
		if (!environment.getProperty(FALLBACK, Boolean.class, false)) {
			return ConditionOutcome.noMatch(message.because("'%s' is not set".formatted(ENABLED)));
		}
		boolean keyFound = StringUtils.hasText(environment.getProperty(API_KEY))
				|| this.keyOutsideProperties.getAsBoolean();
		return new ConditionOutcome(!keyFound, message
			.because("'%s' is true and %s".formatted(FALLBACK, keyFound ? "a key was found" : "there is no key")));
	}

}
