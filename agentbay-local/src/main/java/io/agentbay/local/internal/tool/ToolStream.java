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

package io.agentbay.local.internal.tool;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a tool server speaks to the one who has called a method of it over the WebSocket.
 */
public interface ToolStream {

	/**
	 * Tell of something that has happened. Waits while the caller is slow to read.
	 * @param type the kind of event
	 * @param fields the event's own fields
	 * @throws InterruptedException if the caller has gone, or the runtime is being closed
	 */
	void event(String type, Map<String, ?> fields) throws InterruptedException;

	/**
	 * Say that the call is over. Nothing can be said afterwards.
	 * @param fields what has come of it
	 * @throws InterruptedException if the caller has gone, or the runtime is being closed
	 */
	public void end(Map<String, ?> fields) throws InterruptedException;

	/**
	 * Send something that is not part of the call, also after its end. Does not wait.
	 * @param data what is sent
	 * @return false when it was not sent, since the caller is slow to read or has gone
	 */
	boolean push(Map<String, ?> data);

	/**
	 * Completes when nobody wants the call to go on: it was cancelled, or the connection
	 * has closed.
	 * @return the future
	 */
	CompletableFuture<Void> cancelled();

	/**
	 * Wait for what the caller says while the call goes on, such as an answer to a
	 * question.
	 * @param limit how long to wait
	 * @return what it says, {@code null} when it is silent for too long or has gone
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	@Nullable JsonNode awaitContinuation(Duration limit) throws InterruptedException;

	/**
	 * Leave something behind that goes on after the call, until it is dropped or the
	 * connection closes. What was kept under the same name before is ended.
	 * @param name the name by which it is dropped
	 * @param end ends it
	 */
	void keep(String name, Runnable end);

	/**
	 * End what was kept.
	 * @param name its name
	 */
	void drop(String name);

}
