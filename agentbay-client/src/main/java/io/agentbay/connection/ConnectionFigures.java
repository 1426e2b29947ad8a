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

package io.agentbay.connection;

import io.agentbay.internal.http.WebSockets;

/**
 * How the connections of a client stand.
 *
 * @param active how many connections carry a call
 * @param idle how many connections are open and free
 * @param pending how many calls wait for a connection
 * @param webSockets how many WebSockets are open
 * @param bytesSent how many bytes were sent since the client was built, as on the wire
 * @param bytesReceived how many bytes were received, likewise
 * @since 0.1.0
 */
public record ConnectionFigures(int active, int idle, int pending, int webSockets, long bytesSent, long bytesReceived) {

}
