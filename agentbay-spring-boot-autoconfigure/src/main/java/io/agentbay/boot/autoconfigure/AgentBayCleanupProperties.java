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
 * What happens to sessions when the application stops.
 *
 * @param enabled Whether to delete the sessions that the application created and that are
 * still alive when it stops.
 * @param timeout Longest time for deleting sessions when the application stops.
 * @param parallelism Maximum number of sessions that are deleted at once.
 * @param syncContexts Whether to save the contexts of the sessions before they are
 * deleted, within the same time-out.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.cleanup")
public record AgentBayCleanupProperties(@DefaultValue("true") boolean enabled, @DefaultValue("20s") Duration timeout,
		@DefaultValue("16") int parallelism, @DefaultValue("false") boolean syncContexts) {

	public AgentBayCleanupProperties {
		PropertyChecks.requirePositive(timeout, "timeout");
		Assert.isTrue(parallelism >= 1, "'parallelism' must be at least 1");
	}

}
