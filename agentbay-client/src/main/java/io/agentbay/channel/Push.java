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

package io.agentbay.channel;

import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Something that a server of the session sent without being asked.
 *
 * @param requestId its id
 * @param server the server that sent it
 * @param data what it sent, an object
 * @since 0.1.0
 */
public record Push(String requestId, String server, JsonNode data) {

	public Push {
		Assert.notNull(requestId, "'requestId' must not be null");
		Assert.notNull(server, "'server' must not be null");
		Assert.isTrue(data != null && data.isObject(), "'data' must be an object");
	}

	/** Without the data: that is the user's. */
	@Override
	public String toString() {
		return "Push[" + this.server + "]";
	}

}
