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
package io.agentbay.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agentbay.channel.ChannelCall;
import io.agentbay.event.EventSubscription;

/**
 * The WebSocket of a session.
 */
final class ChannelCalls {

	private ChannelCalls() {
	}

	static void addTo(Catalogue calls) {
		calls.call("connect", (it) -> it.streaming().channel().connect());
		calls.call("send", (it) -> {
			it.streaming().channel().send("server-1", Map.of("type", "t", "a", List.of(1, "ü")));
			it.await(2);
		});
		calls.call("call", (it) -> it.streaming().channel().call("server-1", Map.of("method", "m")).run());
		calls.call("call, full",
				(it) -> it.streaming()
					.channel()
					.call("server-1", Map.of("method", "m", "params", Map.of("a", 1)))
					.run(Duration.ofSeconds(20)));
		calls.call("call and write", (it) -> {
			ChannelCall call = it.streaming().channel().call("server-1", Map.of("method", "exec_task"));
			call.stream((frame) -> {
				if (!frame.end()) {
					call.write(Map.of("method", "resume_task", "params", Map.of("a", "b")));
				}
			});
		});
		calls.call("listen", (it) -> {
			EventSubscription listener = it.streaming().channel().listen("server-1", (push) -> {
			});
			it.await(1);
			listener.close();
		});
	}

}
