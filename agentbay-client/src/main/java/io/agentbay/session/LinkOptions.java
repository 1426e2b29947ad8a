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

package io.agentbay.session;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * Which address of a session is asked for: by default that of its browser.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class LinkOptions {

	private static final int FIRST_OPEN_PORT = 30100;

	private static final int LAST_OPEN_PORT = 30199;

	private static final LinkOptions BROWSER = new LinkOptions(null, null, null);

	private final @Nullable String protocol;

	private final @Nullable Integer port;

	private final @Nullable String option;

	private LinkOptions(@Nullable String protocol, @Nullable Integer port, @Nullable String option) {
		this.protocol = protocol;
		this.port = port;
		this.option = option;
	}

	/**
	 * Return the options for the address of the session's browser.
	 * @return the options
	 */
	public static LinkOptions ofBrowser() {
		return BROWSER;
	}

	/**
	 * Create options for the address of a port that a program in the session listens on.
	 * @param port the port, 30100 to 30199
	 * @return the options
	 * @throws IllegalArgumentException if the port is outside the open range
	 */
	public static LinkOptions ofPort(int port) {
		Assert.isTrue(port >= FIRST_OPEN_PORT && port <= LAST_OPEN_PORT,
				() -> "'port' must be between %s and %s, but is %s".formatted(FIRST_OPEN_PORT, LAST_OPEN_PORT, port));
		return new LinkOptions(null, port, null);
	}

	/**
	 * Return these options with a protocol.
	 * @param protocol the protocol of the address, {@code https} or {@code wss}
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public LinkOptions withProtocol(String protocol) {
		Assert.hasText(protocol, "'protocol' must not be blank; leave it out for the service's choice");
		return new LinkOptions(protocol, this.port, this.option);
	}

	/**
	 * Return these options with an option of the protocol.
	 * @param option the option
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public LinkOptions withOption(String option) {
		Assert.hasText(option, "'option' must not be blank; leave it out for none");
		return new LinkOptions(this.protocol, this.port, option);
	}

	/**
	 * Return the protocol of the address.
	 * @return the protocol, {@code null} for the service's choice
	 */
	public @Nullable String protocol() {
		return this.protocol;
	}

	/**
	 * Return the port.
	 * @return the port, {@code null} for the browser's
	 */
	public @Nullable Integer port() {
		return this.port;
	}

	/**
	 * Return the option of the protocol.
	 * @return the option, {@code null} for none
	 */
	public @Nullable String option() {
		return this.option;
	}

	@Override
	public String toString() {
		return "LinkOptions[protocol=" + this.protocol + ", port=" + this.port + ", option=" + this.option + "]";
	}

}
