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
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * One POST request.
 *
 * @param uri where it goes, already encoded and without secrets: libraries log it
 * @param secretQuery a secret part of the query, already encoded; {@code null} for none
 * @param contentType what the body is
 * @param headers further headers
 * @param body the body
 * @param responseTimeout how long to wait for the answer once it was sent
 * @param connectTimeout how long it may take until it can be sent, including the wait for
 * a free connection; {@code null} for the transport's own limit
 * @param lane on which connections it travels
 */
public record HttpCall(URI uri, @Nullable String secretQuery, MediaType contentType, Map<String, String> headers,
		byte[] body, Duration responseTimeout, @Nullable Duration connectTimeout, Lane lane) {

	/** Neither URI nor headers nor body: they carry secrets. */
	@Override
	public String toString() {
		return "HttpCall[" + this.uri.getHost() + ":" + this.uri.getPort() + "]";
	}

}
