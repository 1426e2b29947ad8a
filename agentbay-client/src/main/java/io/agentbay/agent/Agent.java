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

/**
 * The agents of a session, which do tasks by themselves. The blocking twin of
 * {@link ReactiveAgent}.
 */
public final class Agent {

	private final ComputerAgent computer;

	private final BrowserAgent browser;

	private final MobileAgent mobile;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Agent(ReactiveAgent reactive) {
		this.computer = new ComputerAgent(reactive.computer());
		this.browser = new BrowserAgent(reactive.browser());
		this.mobile = new MobileAgent(reactive.mobile());
	}

	/**
	 * Return the agent that works with the desktop.
	 * @return the agent
	 */
	public ComputerAgent computer() {
		return this.computer;
	}

	/**
	 * Return the agent that works with the browser.
	 * @return the agent
	 */
	public BrowserAgent browser() {
		return this.browser;
	}

	/**
	 * Return the agent that works with the phone.
	 * @return the agent
	 */
	public MobileAgent mobile() {
		return this.mobile;
	}

}
