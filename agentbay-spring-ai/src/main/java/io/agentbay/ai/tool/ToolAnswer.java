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

package io.agentbay.ai.tool;

/**
 * Puts together what a model is told: a first line that says how it went, then named
 * texts, those that are empty left out.
 */
final class ToolAnswer {

	private final StringBuilder text;

	private final ToolLimits limits;

	ToolAnswer(ToolLimits limits, String first) {
		this.limits = limits;
		this.text = new StringBuilder(first);
	}

	ToolAnswer with(String title, String content, String rest) {
		if (content.isEmpty()) {
			return this;
		}
		this.text.append('\n').append(title);
		if (ToolText.isBinary(content)) {
			this.text.append(": binary data of %s characters, not shown; write it to a file to work with it"
				.formatted(content.length()));
			return this;
		}
		String shown = ToolText.shortened(ToolText.clean(content), this.limits.maxLength(), rest).stripTrailing();
		this.text.append(shown.isEmpty() ? ": only blanks" : ":\n" + shown);
		return this;
	}

	ToolAnswer line(String line) {
		this.text.append('\n').append(line);
		return this;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
