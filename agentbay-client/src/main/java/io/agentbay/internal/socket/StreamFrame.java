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

package io.agentbay.internal.socket;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a stream.
 *
 * @param invocationId the call that it belongs to
 * @param end whether it is the last one
 * @param eventType what kind of event it tells of, {@code null} for none
 * @param data all of its data, an object
 */
public record StreamFrame(String invocationId, boolean end, @Nullable String eventType, JsonNode data) {

	/** Without the data: that is the user's. */
	@Override
	public String toString() {
		return "StreamFrame[" + this.invocationId + ", " + (this.end ? "end" : this.eventType) + "]";
	}

}
