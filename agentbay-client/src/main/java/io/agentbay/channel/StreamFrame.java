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

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A part of what a call over the WebSocket of a session streams.
 *
 * @param invocationId the call that it belongs to
 * @param end whether it is the last one
 * @param eventType what kind of event it tells of, {@code null} for none
 * @param data all of its data, an object
 * @since 0.1.0
 */
public record StreamFrame(String invocationId, boolean end, @Nullable String eventType, JsonNode data) {

	public StreamFrame {
		Assert.notNull(invocationId, "'invocationId' must not be null");
		Assert.isTrue(data != null && data.isObject(), "'data' must be an object");
	}

	/**
	 * Create a part that others follow.
	 * @param invocationId the call that it belongs to
	 * @param eventType what kind of event it tells of
	 * @param data all of its data, an object
	 * @return the part
	 */
	public static StreamFrame ofEvent(String invocationId, String eventType, JsonNode data) {
		return new StreamFrame(invocationId, false, eventType, data);
	}

	/**
	 * Create the last part.
	 * @param invocationId the call that it belongs to
	 * @param data all of its data, an object
	 * @return the part
	 */
	public static StreamFrame ofEnd(String invocationId, JsonNode data) {
		return new StreamFrame(invocationId, true, null, data);
	}

	/** Without the data: that is the user's. */
	@Override
	public String toString() {
		return "StreamFrame[" + this.invocationId + ", " + (this.end ? "end" : this.eventType) + "]";
	}

}
