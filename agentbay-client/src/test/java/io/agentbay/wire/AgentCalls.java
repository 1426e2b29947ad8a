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

import io.agentbay.agent.BrowserTask;
import io.agentbay.agent.MobileTask;

/**
 * Tasks for agents, asked about and streamed.
 */
final class AgentCalls {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final MobileTask SHORT = MobileTask.of("a").withMaxSteps(3);

	private AgentCalls() {
	}

	static void addTo(Catalogue calls) {
		computer(calls);
		browser(calls);
		mobile(calls);
	}

	private static void computer(Catalogue calls) {
		calls.tool("computer: begin", (it) -> it.agent().computer().startTask("a ü"));
		calls.tool("computer: run", (it) -> it.agent().computer().executeTask("a", LIMIT));
		calls.tool("computer: status", (it) -> it.agent().computer().fetchTask("t-1"));
		calls.tool("computer: terminate", (it) -> it.agent().computer().terminateTask("t-1"));
	}

	private static void browser(Catalogue calls) {
		BrowserTask full = BrowserTask.of("a")
			.withVision(true)
			.withFullPageScreenshot(true)
			.withOutputSchema("{\"type\":\"object\"}");
		calls.gateway("browser: start", (it) -> it.browser().initialize());
		calls.tool("browser: begin", (it) -> it.agent().browser().startTask(BrowserTask.of("a ü")));
		calls.tool("browser: begin, full", (it) -> it.agent().browser().startTask(full));
		calls.tool("browser: run", (it) -> it.agent().browser().executeTask(BrowserTask.of("a"), LIMIT));
		calls.tool("browser: run, full", (it) -> it.agent().browser().executeTask(full, LIMIT));
		calls.tool("browser: status", (it) -> it.agent().browser().fetchTask("t-1"));
		calls.tool("browser: terminate", (it) -> it.agent().browser().terminateTask("t-1"));
	}

	private static void mobile(Catalogue calls) {
		calls.tool("mobile: begin", (it) -> it.agent().mobile().startTask("a ü"));
		calls.tool("mobile: begin, full", (it) -> it.agent().mobile().startTask(SHORT));
		calls.tool("mobile: run", (it) -> it.agent().mobile().executeTask(SHORT, LIMIT, (output) -> {
		}));
		calls.tool("mobile: await", (it) -> it.agent().mobile().awaitTask("t-1", LIMIT));
		calls.tool("mobile: status", (it) -> it.agent().mobile().fetchTask("t-1"));
		calls.tool("mobile: terminate", (it) -> it.agent().mobile().terminateTask("t-1"));
		calls.call("mobile: stream",
				(it) -> it.streaming().agent().mobile().stream(MobileTask.of("a ü"), LIMIT, (event) -> {
				}));
		calls.call("mobile: stream, full",
				(it) -> it.streamingAnnounced()
					.agent()
					.mobile()
					.stream(SHORT, LIMIT, (prompt) -> "the blue one", (event) -> {
					}));
	}

}
