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

import io.agentbay.error.MissingApiKeyException;

/**
 * An account that has a name has no key.
 */
final class MissingNamedApiKeyException extends MissingApiKeyException {

	private static final long serialVersionUID = 1L;

	private final String property;

	MissingNamedApiKeyException(String name) {
		super("The AgentBay account '%s' has no API key: set 'agentbay.clients.%s.api-key'".formatted(name, name));
		this.property = "agentbay.clients." + name + ".api-key";
	}

	String property() {
		return this.property;
	}

}
