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

package io.agentbay.internal.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.code.CodeError;

/**
 * Reads the text in which an image tells what ended a piece of code, so that it is told
 * as where it comes in parts: the name, the message and where it happened.
 */
final class ErrorText {

	private static final String UNKNOWN = "ExecutionError";

	private static final String PYTHON = "Traceback (most recent call last)";

	private static final Pattern ERROR = Pattern.compile(
			"(?:Uncaught )?([\\w.$]*(?:Error|Exception|Interrupt|Interrupted|Exit|Warning|StopIteration))(?:: (.*))?");

	private ErrorText() {
	}

	/**
	 * Read a text.
	 * @param text an error, as a line or with its traceback
	 * @return its parts; a text of an unknown form is the message of an
	 * {@code ExecutionError}
	 */
	static CodeError read(String text) {
		String[] lines = text.strip().split("\r?\n");
		int at = ERROR.matcher(lines[0]).matches() ? 0 : lastLineOfPython(lines);
		Matcher error = ERROR.matcher(lines[at]);
		if (!error.matches()) {
			return new CodeError(UNKNOWN, text, "");
		}
		String name = error.group(1);
		StringBuilder message = new StringBuilder((error.group(2) != null) ? error.group(2) : "");
		for (int line = at + 1; line < lines.length && !isWhere(lines[line]); line++) {
			message.append('\n').append(lines[line]);
		}
		return new CodeError(name.substring(name.lastIndexOf('.') + 1), message.toString().stripTrailing(),
				(lines.length > 1) ? text : "");
	}

	private static boolean isWhere(String line) {
		return line.matches("\\s+at .*") || line.startsWith(PYTHON);
	}

	/**
	 * It follows the frames, which are indented; an error that led to another comes
	 * before.
	 */
	private static int lastLineOfPython(String[] lines) {
		int heading = 0;
		for (int line = 0; line < lines.length; line++) {
			if (lines[line].contains(PYTHON) && !lines[line].startsWith(" ")) {
				heading = line;
			}
		}
		for (int line = heading + 1; line < lines.length; line++) {
			if (ERROR.matcher(lines[line]).matches()) {
				return line;
			}
		}
		return heading;
	}

}
