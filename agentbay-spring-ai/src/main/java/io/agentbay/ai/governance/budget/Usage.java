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

package io.agentbay.ai.governance.budget;

import java.time.Instant;

import org.springframework.util.Assert;

/**
 * What was spent of a budget.
 *
 * @param since when the first call was made
 * @param calls calls that were made or are being made
 * @param toolMillis milliseconds that tools have taken
 * @param outputBytes bytes that tools have answered, in UTF-8
 * @since 0.1.0
 */
public record Usage(Instant since, long calls, long toolMillis, long outputBytes) {

	public Usage {
		Assert.notNull(since, "'since' must not be null");
	}

	Usage plus(long calls, long toolMillis, long outputBytes) {
		return new Usage(this.since, this.calls + calls, this.toolMillis + toolMillis, this.outputBytes + outputBytes);
	}

}
