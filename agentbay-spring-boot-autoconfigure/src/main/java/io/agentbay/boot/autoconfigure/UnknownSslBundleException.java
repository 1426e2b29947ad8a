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

package io.agentbay.boot.autoconfigure;

import java.util.List;

import org.springframework.boot.ssl.NoSuchSslBundleException;

/**
 * Thrown when a client is to use an SSL bundle that there is not.
 */
final class UnknownSslBundleException extends NoSuchSslBundleException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final String known;

	UnknownSslBundleException(String property, String bundle, List<String> known) {
		super(bundle, "SSL bundle name '%s' of property '%s' cannot be found".formatted(bundle, property));
		this.property = property;
		this.known = String.join(", ", known);
	}

	String property() {
		return this.property;
	}

	/** Separated by commas, empty if there are none. */
	String known() {
		return this.known;
	}

}
