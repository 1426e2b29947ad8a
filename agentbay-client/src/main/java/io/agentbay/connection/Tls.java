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

import javax.net.ssl.SSLContext;

/**
 * How encrypted connections are made.
 *
 * @param context what is trusted, and the client's own certificate if it has one
 * @param protocols the protocols to use, such as {@code TLSv1.3}; empty for the default
 * @param ciphers the ciphers to use; empty for the default
 * @since 0.1.0
 */
public record Tls(SSLContext context, List<String> protocols, List<String> ciphers) {

	public Tls {
		protocols = List.copyOf(protocols);
		ciphers = List.copyOf(ciphers);
	}

}
