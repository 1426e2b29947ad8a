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
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Sessions that are ready before they are asked for. The templates take them.
 *
 * @param enabled Whether to keep sessions ready.
 * @param images Comma-separated list of the images to keep sessions of, each in a pool of
 * its own. Other than the image, they are as "agentbay.session" says. The default image
 * when it is not set.
 * @param minIdle Number of sessions that are kept ready.
 * @param maxSize Maximum number of sessions at once, those in use included.
 * @param refillBatch Maximum number of sessions that are created at once to make up for
 * those that were taken.
 * @param acquireTimeout Longest time to wait for a session.
 * @param maxAge Age from which on a session is not handed out any more.
 * @param minRemainingLife Time that a session must have left, when it is handed out,
 * before the service would release it for lack of use.
 * @param checkAfter Time without a check after which a session is checked before it is
 * handed out. Use 0 to check always.
 * @param reuse Whether a session serves once or several users.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.pool")
public record AgentBayPoolProperties(@DefaultValue("false") boolean enabled, @DefaultValue List<String> images,
		@DefaultValue("1") int minIdle, @DefaultValue("10") int maxSize, @DefaultValue("4") int refillBatch,
		@DefaultValue("30s") Duration acquireTimeout, @DefaultValue("30m") Duration maxAge,
		@DefaultValue("1m") Duration minRemainingLife, @DefaultValue("30s") Duration checkAfter,
		@DefaultValue("single-use") Reuse reuse) {

	public AgentBayPoolProperties {
		Assert.isTrue(minIdle >= 0, "'min-idle' must not be negative");
		Assert.isTrue(maxSize >= 1 && maxSize >= minIdle, "'max-size' must be at least 1 and not less than 'min-idle'");
		Assert.isTrue(refillBatch >= 1, "'refill-batch' must be at least 1");
		PropertyChecks.requirePositive(acquireTimeout, "acquire-timeout");
		PropertyChecks.requirePositive(maxAge, "max-age");
		Assert.isTrue(!minRemainingLife.isNegative(), "'min-remaining-life' must not be negative");
		Assert.isTrue(!checkAfter.isNegative(), "'check-after' must not be negative");
	}

	/**
	 * How often a session is used.
	 */
	public enum Reuse {

		/**
		 * Once: it is deleted after use.
		 */
		SINGLE_USE,

		/**
		 * Several times: a bean of type SessionReset makes it fit for use again.
		 */
		RESET

	}

}
