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

package io.agentbay.error;

/**
 * The endpoint setting is not a host, a {@code host:port} or an {@code http(s)} URL, or
 * it asks for unencrypted traffic to another machine.
 *
 * @since 0.1.0
 */
public class InvalidEndpointException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final String endpoint;

	/**
	 * Create an exception.
	 * @param endpoint the refused setting
	 * @param reason why it was refused
	 */
	public InvalidEndpointException(String endpoint, String reason) {
		super("The AgentBay endpoint '%s' cannot be used: %s".formatted(endpoint, reason), CallDetails.none(), null);
		this.endpoint = endpoint;
	}

	/**
	 * Return the refused setting.
	 * @return the endpoint as it was given
	 */
	public String endpoint() {
		return this.endpoint;
	}

}
