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

package io.agentbay.session;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The address of a port of a session. Whoever knows it can use it, so the text form of
 * this result does not show it.
 *
 * @param outcome how the operation ended
 * @param url the address, {@code null} on failure
 */
public record LinkResult(Outcome outcome, @Nullable String url) implements Result<LinkResult> {

	@Override
	public String toString() {
		return "LinkResult[outcome=" + this.outcome + "]";
	}

}
