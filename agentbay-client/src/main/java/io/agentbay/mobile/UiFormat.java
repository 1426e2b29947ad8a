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

package io.agentbay.mobile;

import java.util.Locale;

/**
 * In which format a phone tells what it shows.
 */
public enum UiFormat {

	/** JSON, read into {@link UiElement}s. */
	JSON("json"),

	/** XML, handed on as it is. */
	XML("xml");

	private final String wireName;

	UiFormat(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the format of a name.
	 * @param name {@code json} or {@code xml}, in any letter case; blank for {@code json}
	 * @return the format
	 * @throws IllegalArgumentException if no format has that name
	 */
	public static UiFormat of(String name) {
		return switch (name.strip().toLowerCase(Locale.ROOT)) {
			case "", "json" -> JSON;
			case "xml" -> XML;
			default -> throw new IllegalArgumentException("'format' must be json or xml, but is " + name);
		};
	}

	/**
	 * Return the name of the format in requests.
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
