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

package io.agentbay.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import io.agentbay.error.InvalidEndpointException;

import org.springframework.util.Assert;

/**
 * The address of the service.
 *
 * @param uri scheme, host and, where it is not the scheme's default, port
 */
public record Endpoint(URI uri) {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	/**
	 * Read an endpoint setting.
	 * @param text a host, a {@code host:port} (both meaning https) or an {@code http} or
	 * {@code https} URL without path
	 * @param allowPlainHttp whether unencrypted traffic may leave this machine; to
	 * loopback addresses it always may
	 * @return the endpoint
	 * @throws InvalidEndpointException if the text cannot be used
	 */
	public static Endpoint parse(String text, boolean allowPlainHttp) {
		Assert.notNull(text, "'endpoint' must not be null");
		String stripped = text.strip();
		URI uri = toUri(stripped);
		String host = uri.getHost();
		if (host == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
			throw new InvalidEndpointException(redacted(stripped),
					"expected a host, host:port or an http(s) URL, such as wuyingai.cn-shanghai.aliyuncs.com");
		}
		if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null
				|| !(uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))) {
			throw new InvalidEndpointException(redacted(stripped), "it must not have a user, path, query or fragment");
		}
		if (uri.getPort() == 0 || uri.getPort() > 65535) {
			throw new InvalidEndpointException(stripped, "the port must be between 1 and 65535");
		}
		requireEncryptionOutside(uri, allowPlainHttp);
		return new Endpoint(URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority()));
	}

	/**
	 * Refuse unencrypted traffic that would leave this machine, since it carries the key
	 * or a token.
	 * @param uri the address
	 * @param allowPlainHttp whether it is allowed all the same
	 * @throws InvalidEndpointException if it is refused
	 */
	public static void requireEncryptionOutside(URI uri, boolean allowPlainHttp) {
		boolean plain = !"https".equalsIgnoreCase(uri.getScheme()) && !"wss".equalsIgnoreCase(uri.getScheme());
		if (plain && !allowPlainHttp && !isLoopback(uri.getHost())) {
			throw new InvalidEndpointException(redacted(uri.toString()),
					"plain http would send the key unencrypted to another machine. "
							+ "Use https, or allow plain http explicitly");
		}
	}

	private static URI toUri(String text) {
		try {
			return new URI(text.contains("://") ? text : "https://" + text);
		}
		catch (URISyntaxException ex) {
			throw new InvalidEndpointException(redacted(text), "it is not a valid address");
		}
	}

	private static boolean isLoopback(String host) {
		return host.equalsIgnoreCase("localhost") || host.equals("[::1]")
				|| host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
	}

	/** A mistyped endpoint may hold credentials: show it without. */
	private static String redacted(String text) {
		return text.replaceAll("//[^/@]*@", "//****@").replaceAll("\\?.*", "?****");
	}

}
