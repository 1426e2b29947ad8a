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

package io.agentbay.browser;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a browser is driven over the DevTools protocol. Whoever knows it
 * can use the browser, so the text form of this result does not show it.
 *
 * @param outcome how the operation ended
 * @param url the address, with the scheme {@code ws} or {@code wss}; {@code null} on
 * failure
 */
public record EndpointUrlResult(Outcome outcome, @Nullable String url) implements Result<EndpointUrlResult> {

	@Override
	public String toString() {
		return "EndpointUrlResult[outcome=" + this.outcome + "]";
	}

}
