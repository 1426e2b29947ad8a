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
// Written by agentbay-face from ReactiveAgent. Change that, not this.

package io.agentbay.agent;

/**
 * The agents of a session, which do tasks by themselves. Called by applications: new
 * methods may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface Agent {

	/**
	 * Return the agent that works with the desktop.
	 * @return the agent
	 */
	ComputerAgent computer();

	/**
	 * Return the agent that works with the browser.
	 * @return the agent
	 */
	BrowserAgent browser();

	/**
	 * Return the agent that works with the phone.
	 * @return the agent
	 */
	MobileAgent mobile();

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveAgent reactive();

}
