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

package io.agentbay.local.agent;

/**
 * What an agent works with.
 *
 * @since 0.1.0
 */
public enum AgentKind {

	/** A desktop. */
	COMPUTER("flux_", "wuying_computer_agent"),

	/** A browser. */
	BROWSER("browser_use_", "wuying_browseruse"),

	/** A phone. */
	MOBILE("", "wuying_mobile_agent");

	private final String prefix;

	private final String server;

	AgentKind(String prefix, String server) {
		this.prefix = prefix;
		this.server = server;
	}

	/**
	 * What the names of its tools begin with.
	 * @return the beginning, possibly empty
	 */
	public String prefix() {
		return this.prefix;
	}

	/**
	 * The server of its tools.
	 * @return the name
	 */
	public String server() {
		return this.server;
	}

}
