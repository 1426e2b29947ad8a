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

package io.agentbay.local.internal.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Keeps the pages of browsers out: a page from elsewhere says so in {@code Origin} or
 * {@code Sec-Fetch-Site}, and one that has its own name lead to this machine shows that
 * name in {@code Host}.
 */
final class Visitors {

	/** Addresses are no names that somebody could have lead here. */
	private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+(%[0-9a-z._~-]+)?]");

	/** Names that nobody can own in the internet. */
	private static final Pattern LOCAL = Pattern
		.compile("[a-z0-9_-]+|([a-z0-9_-]+\\.)+(localhost|internal|local|test)");

	private final Set<String> own = new HashSet<>();

	/**
	 * Describe who may come.
	 * @param listening the address to listen on
	 * @param further names by which this machine is known, beside those that nobody else
	 * can have
	 */
	Visitors(String listening, List<String> further) {
		this.own.add(listening.toLowerCase(Locale.ROOT));
		further.forEach((name) -> this.own.add(name.toLowerCase(Locale.ROOT)));
		try {
			this.own.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
		}
		catch (UnknownHostException ex) {
			// Then nobody calls it by that name.
		}
	}

	/**
	 * Why a request is refused.
	 * @return the reason, {@code null} if it is not refused
	 */
	@Nullable String objection(ServerRequest request) {
		String host = request.headers().firstHeader(HttpHeaders.HOST);
		if (host != null && !isOwn(host)) {
			return "The Host of the request is not a name of this machine (--allow-host)";
		}
		String origin = request.headers().firstHeader(HttpHeaders.ORIGIN);
		if (origin != null && !isSame(origin, host)) {
			return "The request comes from a web page of another origin";
		}
		String site = request.headers().firstHeader("Sec-Fetch-Site");
		boolean link = request.method().equals(HttpMethod.GET)
				&& "navigate".equals(request.headers().firstHeader("Sec-Fetch-Mode"));
		if (site != null && (site.equals("cross-site") || site.equals("same-site")) && !link) {
			return "The request comes from a web page of another site";
		}
		return null;
	}

	private boolean isOwn(String header) {
		String host = header.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
		return ADDRESS.matcher(host).matches() || LOCAL.matcher(host).matches() || this.own.contains(host);
	}

	private static boolean isSame(String origin, @Nullable String host) {
		try {
			String authority = URI.create(origin).getRawAuthority();
			return authority != null && authority.equalsIgnoreCase(host);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
