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

package io.agentbay.internal.json;

import io.agentbay.internal.text.Sendable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * Refuses texts with half a character in them. Jackson would write them, and what arrives
 * would depend on the way: a question mark, a file of another name, or a refusal.
 */
final class WholeTextGenerator extends JsonGeneratorDelegate {

	WholeTextGenerator(JsonGenerator delegate) {
		super(delegate, false);
	}

	@Override
	public JsonGenerator writeName(String name) {
		Sendable.require(name, "name");
		super.writeName(name);
		return this;
	}

	@Override
	public JsonGenerator writeString(String value) {
		if (value != null) {
			String name = streamWriteContext().currentName();
			Sendable.require(value, (name != null) ? name : "text");
		}
		super.writeString(value);
		return this;
	}

}
