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

package io.agentbay.agent;

import io.agentbay.channel.ReactiveChannel;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.OperationResult;
import reactor.core.publisher.Mono;

/**
 * The agents of a session, which do tasks by themselves.
 */
public final class ReactiveAgent {

	private final ReactiveComputerAgent computer;

	private final ReactiveBrowserAgent browser;

	private final ReactiveMobileAgent mobile;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param channel the WebSocket of the session
	 * @param browser initializes the browser of the session
	 */
	public ReactiveAgent(SessionTools tools, ReactiveChannel channel, Mono<OperationResult> browser) {
		this.computer = new ReactiveComputerAgent(tools);
		this.browser = new ReactiveBrowserAgent(tools, browser);
		this.mobile = new ReactiveMobileAgent(tools, channel);
	}

	/**
	 * Return the agent that works with the desktop.
	 * @return the agent
	 */
	public ReactiveComputerAgent computer() {
		return this.computer;
	}

	/**
	 * Return the agent that works with the browser.
	 * @return the agent
	 */
	public ReactiveBrowserAgent browser() {
		return this.browser;
	}

	/**
	 * Return the agent that works with the phone.
	 * @return the agent
	 */
	public ReactiveMobileAgent mobile() {
		return this.mobile;
	}

}
