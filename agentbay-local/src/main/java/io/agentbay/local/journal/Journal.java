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

package io.agentbay.local.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The calls that arrived, oldest first. Holds the newest {@value #CAPACITY}; older ones
 * are forgotten. Calls are written down before they are carried out and before a fault
 * strikes, so the journal also knows those that were never answered.
 *
 * @since 0.1.0
 */
public final class Journal {

	/**
	 * The name under which a call by the direct link is written down.
	 */
	public static final String DIRECT_CALL = "callTool";

	/**
	 * The name under which the opening of a WebSocket is written down.
	 */
	public static final String WEB_SOCKET = "webSocket";

	/**
	 * The name under which a call over a WebSocket is written down; its tool is the name
	 * of the method.
	 */
	public static final String CHANNEL_CALL = "channelCall";

	static final int CAPACITY = 10_000;

	private final Deque<Call> calls = new ArrayDeque<>();

	/**
	 * Write a call down.
	 * @param call the call
	 */
	public synchronized void add(Call call) {
		if (this.calls.size() == CAPACITY) {
			this.calls.removeFirst();
		}
		this.calls.addLast(call);
	}

	/**
	 * All calls.
	 * @return a copy, oldest first
	 */
	public synchronized List<Call> calls() {
		return List.copyOf(this.calls);
	}

	/**
	 * The calls of one action.
	 * @param action the action, or {@link #DIRECT_CALL}
	 * @return a copy, oldest first
	 */
	public List<Call> calls(String action) {
		return calls().stream().filter((call) -> action.equals(call.action())).toList();
	}

	/**
	 * The calls of one tool, by whichever door they came.
	 * @param tool the tool's name
	 * @return a copy, oldest first
	 */
	public List<Call> toolCalls(String tool) {
		return calls().stream().filter((call) -> tool.equals(call.tool())).toList();
	}

	/**
	 * Forget everything.
	 */
	public synchronized void clear() {
		this.calls.clear();
	}

}
