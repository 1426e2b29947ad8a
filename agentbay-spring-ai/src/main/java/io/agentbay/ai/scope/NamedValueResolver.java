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

package io.agentbay.ai.scope;

import java.util.Map;

/**
 * Takes a value of the tool context for the id. There is no default: whoever does not
 * tell would share a computer with all others who do not.
 *
 * @param scope who shares a session
 * @param name the name of the value
 * @param unknown what is not known without it
 * @param remedy how it is given
 */
record NamedValueResolver(ToolScope scope, String name, String unknown, String remedy) implements SessionKeyResolver {

	@Override
	public SessionKey resolve(Map<String, Object> toolContext) {
		Object value = toolContext.get(this.name);
		String id = (value != null) ? value.toString() : "";
		if (id.isBlank()) {
			throw new IllegalStateException("The tool does not know " + this.unknown + "; prompt with " + this.remedy);
		}
		return new SessionKey(this.scope, id);
	}

}
