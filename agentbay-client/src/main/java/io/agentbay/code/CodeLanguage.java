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

package io.agentbay.code;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * A language that sessions interpret.
 *
 * @since 0.1.0
 */
public enum CodeLanguage {

	/** Python. */
	PYTHON("python"),

	/** JavaScript, on Node.js. */
	JAVASCRIPT("javascript"),

	/** R. */
	R("r"),

	/** Java. */
	JAVA("java");

	private static final Map<String, CodeLanguage> ALIASES = Map.of("python", PYTHON, "py", PYTHON, "python3", PYTHON,
			"javascript", JAVASCRIPT, "js", JAVASCRIPT, "node", JAVASCRIPT, "nodejs", JAVASCRIPT, "r", R, "java", JAVA);

	private final String wireName;

	CodeLanguage(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the language of a name.
	 * @param name {@code python}, {@code py}, {@code python3}, {@code javascript},
	 * {@code js}, {@code node}, {@code nodejs}, {@code r} or {@code java}, in any letter
	 * case
	 * @return the language
	 * @throws IllegalArgumentException if no language has that name
	 */
	public static CodeLanguage of(String name) {
		Assert.hasText(name, "'language' must not be empty");
		CodeLanguage language = ALIASES.get(name.strip().toLowerCase(Locale.ROOT));
		Assert.isTrue(language != null, () -> "'language': Unsupported language: '%s'; supported are %s".formatted(name,
				List.of(PYTHON, JAVASCRIPT, R, JAVA)));
		return language;
	}

	/**
	 * Return the name of the language in requests.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

	@Override
	public String toString() {
		return this.wireName;
	}

}
