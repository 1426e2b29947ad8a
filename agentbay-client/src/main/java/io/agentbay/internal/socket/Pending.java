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

import io.agentbay.error.CallDetails;
import io.agentbay.internal.http.WebSocketLink;
import tools.jackson.databind.JsonNode;

/**
 * A call that has not been answered to the end.
 */
interface Pending {

	CallDetails details();

	/** A frame could not be read, and may have been one of this call. */
	void mayHaveMissedAFrame();

	boolean isOver();

	void fail(Throwable failure);

	void invalid(String what);

	void arrived(JsonNode frame, JsonNode data, int length, WebSocketLink link);

}
