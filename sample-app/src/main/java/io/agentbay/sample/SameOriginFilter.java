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

package io.agentbay.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what pages of other sites want of this application. It knows no users and sets
 * no cookies, so a token would protect nothing: what matters is that a page somewhere in
 * the web cannot use the browser of whoever runs this as its hand. Browsers say where a
 * request comes from ({@code Sec-Fetch-Site}, {@code Origin}); programs such as
 * {@code curl} do not, and are let through. A name that was not allowed is refused as
 * well, since its owner can let it point to this machine.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SameOriginFilter extends OncePerRequestFilter {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final List<String> allowedHosts;

	SameOriginFilter(@Value("${workbench.allowed-hosts}") List<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.allowedHosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
			refuse(response, "This name is not in 'workbench.allowed-hosts'");
		}
		else if (isForeign(request) && (changes(request) || isForeignData(request))) {
			refuse(response, "Pages of other sites may not use this application");
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** The handshake of a WebSocket is a GET, and opens a terminal. */
	private static boolean changes(HttpServletRequest request) {
		return !READING.contains(request.getMethod()) || request.getHeader(HttpHeaders.UPGRADE) != null;
	}

	/** To follow a link to a page is all that others may do. */
	private static boolean isForeignData(HttpServletRequest request) {
		return !"navigate".equals(request.getHeader("Sec-Fetch-Mode"));
	}

	private static boolean isForeign(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null && !site.equals("same-origin") && !site.equals("none")) {
			return true;
		}
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin != null && !isOwn(origin, request);
	}

	private static boolean isOwn(String origin, HttpServletRequest request) {
		return origin.equals(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST));
	}

	private static void refuse(HttpServletResponse response, String why) throws IOException {
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		String problem = "{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"" + why + "\"}";
		response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
	}

}
