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

package io.agentbay.internal.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.agentbay.error.CallDetails;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.socket.PushReceiver;
import tools.jackson.databind.JsonNode;

/**
 * Leads what is told of terminals to those who are attached to them. What comes before
 * the answer that says which terminal is whose is kept until then.
 */
final class Attachments implements PushReceiver {

	private static final int MAX_EARLY = 256;

	private final Map<String, List<DefaultReactiveTerminal>> attached = new HashMap<>();

	private final List<Early> early = new ArrayList<>();

	private boolean earlyLost;

	private int expected;

	synchronized void expect() {
		this.expected++;
	}

	synchronized void noLongerExpect() {
		this.expected--;
		if (this.expected == 0) {
			this.early.clear();
			this.earlyLost = false;
		}
	}

	/**
	 * Attach to a terminal. Nobody reads it yet, so this takes no time.
	 * @param withEarly whether what came before the answer belongs to what is to be shown
	 */
	synchronized void add(DefaultReactiveTerminal terminal, boolean withEarly) {
		this.attached.computeIfAbsent(terminal.id(), (id) -> new ArrayList<>()).add(terminal);
		if (!withEarly) {
			return;
		}
		this.early.stream()
			.filter((event) -> event.id().equals(terminal.id()))
			.forEach((event) -> terminal.arrived(event.data(), event.link()));
		if (this.earlyLost) {
			terminal.missed("of what was written at its beginning");
		}
	}

	synchronized void remove(DefaultReactiveTerminal terminal) {
		this.attached.computeIfPresent(terminal.id(), (id, present) -> {
			present.remove(terminal);
			return present.isEmpty() ? null : present;
		});
	}

	void killed(String id) {
		of(id).forEach(DefaultReactiveTerminal::killed);
	}

	private synchronized List<DefaultReactiveTerminal> of(String id) {
		return List.copyOf(this.attached.getOrDefault(id, List.of()));
	}

	private void all(Consumer<DefaultReactiveTerminal> told) {
		List<DefaultReactiveTerminal> present = new ArrayList<>();
		synchronized (this) {
			this.attached.values().forEach(present::addAll);
		}
		present.forEach(told);
	}

	@Override
	public void arrived(JsonNode data, WebSocketLink link) {
		String id = Json.text(data, "ptySessionId");
		if (id == null) {
			return;
		}
		List<DefaultReactiveTerminal> present;
		synchronized (this) {
			if (this.expected > 0) {
				keep(new Early(id, data, link));
			}
			present = of(id);
		}
		present.forEach((terminal) -> terminal.arrived(data, link));
	}

	private void keep(Early event) {
		if (this.early.size() < MAX_EARLY) {
			this.early.add(event);
		}
		else {
			this.earlyLost |= !this.attached.containsKey(event.id());
		}
	}

	@Override
	public void missed() {
		all((terminal) -> terminal.missed("that could not be read"));
	}

	@Override
	public void cut(Function<CallDetails, Throwable> reason) {
		all((terminal) -> terminal.cut(reason));
	}

	@Override
	public void ended(Supplier<? extends RuntimeException> reason) {
		// Whoever was attached was told when the WebSocket closed.
	}

	/**
	 * What was told of a terminal before it was known whose it is.
	 */
	private record Early(String id, JsonNode data, WebSocketLink link) {
	}

}
