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

package io.agentbay.network;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A network and the secret by which a program on another machine lends it its way into
 * the internet. The text form does not show the secret.
 *
 * @param outcome how the operation ended
 * @param networkId the network, {@code null} on failure
 * @param networkToken the secret, {@code null} on failure
 */
public record NetworkTokenResult(Outcome outcome, @Nullable String networkId,
		@Nullable String networkToken) implements Result<NetworkTokenResult> {

	@Override
	public String toString() {
		return "NetworkTokenResult[outcome=" + this.outcome + ", networkId=" + this.networkId + "]";
	}

}
