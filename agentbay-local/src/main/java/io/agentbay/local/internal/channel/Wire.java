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

package io.agentbay.local.internal.channel;

/**
 * The connection below a channel.
 */
public interface Wire {

	/**
	 * Send a frame, and wait while those before it have not been taken.
	 * @param frame the text
	 * @return false when the connection has closed
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	boolean send(String frame) throws InterruptedException;

	/**
	 * Send a frame unless too many before it have not been taken.
	 * @param frame the text
	 * @return whether it was sent
	 */
	boolean trySend(String frame);

	/**
	 * Close the connection.
	 * @param code the code of the close frame
	 * @param reason the reason in it
	 */
	void close(int code, String reason);

}
