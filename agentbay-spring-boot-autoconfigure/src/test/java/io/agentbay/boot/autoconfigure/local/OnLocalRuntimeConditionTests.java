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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link OnLocalRuntimeCondition}.
 */
class OnLocalRuntimeConditionTests {

	@ParameterizedTest
	@CsvSource({ "true, false, '', false, true", "true, false, akm-1, true, true", "false, true, '', false, false",
			", true, '', false, true", ", true, ' ', false, true", ", true, akm-1, false, false",
			", true, '', true, false", ", false, '', false, false", ", , '', false, false" })
	void explicitSettingWinsAndFallbackNeedsAMissingKey(String enabled, String fallback, String apiKey,
			boolean keyOutside, boolean expected) {
		MockEnvironment environment = new MockEnvironment().withProperty("agentbay.api-key", apiKey);
		if (enabled != null) {
			environment.setProperty("agentbay.local.enabled", enabled);
		}
		if (fallback != null) {
			environment.setProperty("agentbay.local.fallback", fallback);
		}
		assertThat(outcome(environment, keyOutside).isMatch()).isEqualTo(expected);
	}

	@Test
	void reportHoldsNoKey() {
		MockEnvironment environment = new MockEnvironment().withProperty("agentbay.api-key", "akm-secret")
			.withProperty("agentbay.local.fallback", "true");
		assertThat(outcome(environment, false).getMessage()).contains("a key was found").doesNotContain("akm-secret");
	}

	private static ConditionOutcome outcome(MockEnvironment environment, boolean keyOutside) {
		ConditionContext context = mock(ConditionContext.class);
		given(context.getEnvironment()).willReturn(environment);
		AnnotatedTypeMetadata metadata = AnnotationMetadata.introspect(AgentBayLocalAutoConfiguration.class);
		return new OnLocalRuntimeCondition(() -> keyOutside).getMatchOutcome(context, metadata);
	}

}
