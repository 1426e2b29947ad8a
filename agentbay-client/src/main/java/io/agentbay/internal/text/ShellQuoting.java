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

package io.agentbay.internal.text;

/**
 * Quotes texts for a POSIX shell, so that it takes them as they are.
 */
public final class ShellQuoting {

	/** What a session's path and that of its shells differ by; not set in the cloud. */
	public static final String ROOT_VARIABLE = "AGENTBAY_SESSION_ROOT";

	private ShellQuoting() {
	}

	/**
	 * Quote a text.
	 * @param text the text
	 * @return one word for the shell, whatever the text holds
	 */
	public static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

	/**
	 * Quote a path for a shell of a session. Where the session's tree is not that of the
	 * machine, as with a local runtime that isolates nothing, a variable tells its shells
	 * where it begins.
	 * @param path the path as the session's tools know it
	 * @return one word
	 */
	public static String quotedPath(String path) {
		return path.startsWith("/") ? "\"$" + ROOT_VARIABLE + "\"" + quoted(path) : quoted(path);
	}

}
