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

package io.agentbay.ai.governance.rule;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the text tells of a host. Browsers and programs read odd addresses in their own
 * ways, so an address of which that could be said is not told.
 *
 * @param name the host in small letters; {@code null} if the text does not tell
 */
record HostFact(@Nullable String name) {

	static final HostFact UNKNOWN = new HostFact(null);

	private static final Pattern URL = Pattern.compile(
			"(?i)(https?|wss?|ftps?|sftp|ssh|git|rtsp|socks[45]h?a?)://(?:[A-Za-z0-9._~-]*(?::[A-Za-z0-9._~-]*)?@)?"
					+ "(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(?::[0-9]{0,5})?(?:[/?#][\\x21-\\x5b\\x5d-\\x7e]*)?");

	private static final Pattern ADDRESS = Pattern.compile(
			"(?:[A-Za-z0-9._~-]+@)?(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?(?:[/?#][\\x21-\\x5b\\x5d-\\x7e]*)?");

	private static final Pattern NAME = Pattern.compile("(?!-)[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");

	private static final Pattern IPV4 = Pattern
		.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

	/** Of an address with its scheme. */
	static HostFact ofUrl(String text) {
		Matcher matcher = URL.matcher(text);
		return matcher.matches() ? ofName(matcher.group(2)) : UNKNOWN;
	}

	/** Of an address whose scheme may be left out. */
	static HostFact ofAddress(String text) {
		if (text.contains("://")) {
			return ofUrl(text);
		}
		Matcher matcher = ADDRESS.matcher(text);
		return matcher.matches() ? ofName(matcher.group(1)) : UNKNOWN;
	}

	private static HostFact ofName(String text) {
		String name = text.toLowerCase(Locale.ROOT);
		if (name.startsWith("[")) {
			return new HostFact(name);
		}
		name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
		if (!NAME.matcher(name).matches()) {
			return UNKNOWN;
		}
		String last = name.substring(name.lastIndexOf('.') + 1);
		boolean number = last.matches("[0-9]+|0x[0-9a-f]*");
		return (number && !IPV4.matcher(name).matches()) ? UNKNOWN : new HostFact(name);
	}

	/**
	 * Compare with a pattern.
	 * @param pattern the pattern
	 * @return whether the pattern means this host
	 */
	Match matches(Pattern pattern) {
		return (this.name != null) ? Match.of(pattern.matcher(this.name).matches()) : Match.UNKNOWN;
	}

}
