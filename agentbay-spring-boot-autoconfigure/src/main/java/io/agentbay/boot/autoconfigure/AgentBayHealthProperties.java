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

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How the health of AgentBay is checked.
 *
 * @param timeout Longest time for the call that checks the health.
 * @param slowAfter Time after which an answer is reported as slow, which is no failure.
 * @param cacheFor Time for which the outcome of a check is valid. Use 0 to check always.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.health")
public record AgentBayHealthProperties(@DefaultValue("3s") Duration timeout, @DefaultValue("1s") Duration slowAfter,
		@DefaultValue("10s") Duration cacheFor) {

	public AgentBayHealthProperties {
		PropertyChecks.requirePositive(timeout, "timeout");
		PropertyChecks.requirePositive(slowAfter, "slow-after");
		Assert.isTrue(!cacheFor.isNegative(), "'cache-for' must not be negative");
	}

}
