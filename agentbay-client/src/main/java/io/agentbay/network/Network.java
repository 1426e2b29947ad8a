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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A network, and the secret by which a program on another machine lends it its way into
 * the internet. The text form does not show the secret.
 *
 * @param id the network
 * @param token the secret, {@code null} if not told
 * @since 0.1.0
 */
public record Network(String id, @Nullable String token) {

	public Network {
		Assert.hasText(id, "'id' must not be empty");
	}

	@Override
	public String toString() {
		return "Network[id=" + this.id + "]";
	}

}
