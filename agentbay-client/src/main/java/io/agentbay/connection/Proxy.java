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

package io.agentbay.connection;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The HTTP proxy that requests go through. Its text form shows no password.
 *
 * @param host the host of the proxy
 * @param port its port, 1 to 65535
 * @param username the user to log in to the proxy, {@code null} for none
 * @param password the password of the user, {@code null} for none
 * @param directHosts the hosts that are reached without the proxy; {@code *} stands for
 * any text, as in {@code *.example.com}
 * @since 0.1.0
 */
public record Proxy(String host, int port, @Nullable String username, @Nullable String password,
		List<String> directHosts) {

	public Proxy {
		Assert.hasText(host, "'host' must not be empty");
		Assert.isTrue(port >= 1 && port <= 65535, "'port' must be between 1 and 65535");
		Assert.isTrue(password == null || username != null, "'password' needs a 'username'");
		directHosts = List.copyOf(directHosts);
	}

	/**
	 * Return a proxy that asks for no name and is used for all hosts.
	 * @param host its host
	 * @param port its port
	 * @return the proxy
	 */
	public static Proxy of(String host, int port) {
		return new Proxy(host, port, null, null, List.of());
	}

	/**
	 * Return the hosts that are reached without the proxy, as one pattern.
	 * @return the pattern, {@code null} if there are none
	 */
	public @Nullable String directHostsPattern() {
		return this.directHosts.isEmpty() ? null
				: this.directHosts.stream()
					.map((host) -> Pattern.quote(host.trim()).replace("*", "\\E.*\\Q"))
					.collect(Collectors.joining("|"));
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "Proxy[host=" + this.host + ", port=" + this.port + ", username=" + this.username + ", password="
				+ ((this.password != null) ? "****" : "null") + ", directHosts=" + this.directHosts + "]";
	}

}
