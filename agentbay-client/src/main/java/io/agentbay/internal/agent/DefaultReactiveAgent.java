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

package io.agentbay.internal.agent;

import io.agentbay.agent.ReactiveAgent;
import io.agentbay.agent.ReactiveBrowserAgent;
import io.agentbay.agent.ReactiveComputerAgent;
import io.agentbay.agent.ReactiveMobileAgent;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.internal.tool.SessionTools;

/**
 * The agents of a session.
 */
public final class DefaultReactiveAgent implements ReactiveAgent {

	private final ReactiveComputerAgent computer;

	private final ReactiveBrowserAgent browser;

	private final ReactiveMobileAgent mobile;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param channel the WebSocket of the session
	 */
	public DefaultReactiveAgent(SessionTools tools, ReactiveChannel channel) {
		this.computer = new DefaultReactiveComputerAgent(tools);
		this.browser = new DefaultReactiveBrowserAgent(tools);
		this.mobile = new DefaultReactiveMobileAgent(tools, channel);
	}

	@Override
	public ReactiveComputerAgent computer() {
		return this.computer;
	}

	@Override
	public ReactiveBrowserAgent browser() {
		return this.browser;
	}

	@Override
	public ReactiveMobileAgent mobile() {
		return this.mobile;
	}

}
