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

package io.agentbay.ai;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How much a tool may take and say.
 *
 * @param time the longest time for a call
 * @param answers puts results into words of limited length
 */
record ToolLimits(Duration time, ToolAnswers answers) {

	/** The service ends calls through its gateway after about 60 seconds. */
	static final ToolLimits DEFAULT = new ToolLimits(Duration.ofSeconds(50),
			new ToolAnswers(ToolAnswers.DEFAULT_MAX_LENGTH));

	ToolLimits withTime(Duration time, String name) {
		Assert.notNull(time, () -> "'%s' must not be null".formatted(name));
		Assert.isTrue(time.toMillis() > 0, () -> "'%s' must be at least one millisecond".formatted(name));
		return new ToolLimits(time, this.answers);
	}

	ToolLimits withMaxLength(int maxLength) {
		return new ToolLimits(this.time, new ToolAnswers(maxLength));
	}

}
