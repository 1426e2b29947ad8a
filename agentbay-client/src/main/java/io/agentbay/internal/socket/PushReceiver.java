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

import java.util.function.Function;
import java.util.function.Supplier;

import io.agentbay.error.CallDetails;
import io.agentbay.internal.http.WebSocketLink;
import tools.jackson.databind.JsonNode;

/**
 * Hears all that a server sends without being asked, on the thread on which it arrives,
 * which must not be held up.
 */
public interface PushReceiver {

	/**
	 * Something has arrived.
	 * @param data what was sent
	 * @param link where it has arrived
	 */
	void arrived(JsonNode data, WebSocketLink link);

	/**
	 * Something has arrived that cannot be read, and may have been for this.
	 */
	void missed();

	/**
	 * The WebSocket was lost or closed.
	 * @param reason tells why
	 */
	void cut(Function<CallDetails, Throwable> reason);

	/**
	 * There will be no WebSocket any more.
	 * @param reason tells why
	 */
	void ended(Supplier<? extends RuntimeException> reason);

}
