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

import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * Cuts texts to what fits into a message.
 */
public final class Excerpts {

	private static final int LONGEST_LINE = 120;

	private static final int LONGEST_END = 1000;

	private Excerpts() {
	}

	/**
	 * Return the beginning of a text, in one line.
	 * @param text the text
	 * @return at most 120 characters of it
	 */
	public static String beginning(String text) {
		String line = text.strip().replaceAll("\\s*\\R\\s*", "; ");
		return (line.length() > LONGEST_LINE) ? line.substring(0, LONGEST_LINE) + "…" : line;
	}

	/**
	 * Return the end of a text, where programs say why they failed.
	 * @param text the text
	 * @return at most 1,000 characters of it
	 */
	public static String end(String text) {
		String stripped = text.strip();
		return (stripped.length() > LONGEST_END) ? "…" + stripped.substring(stripped.length() - LONGEST_END) : stripped;
	}

	/**
	 * Tell how a program failed.
	 * @param what what was run
	 * @param how how it ended
	 * @param stderr its standard error
	 * @param stdout its standard output
	 * @return a message with the ends of both
	 */
	public static String failure(String what, String how, String stderr, String stdout) {
		StringJoiner message = new StringJoiner(" | ");
		message.add("%s: %s".formatted(how, beginning(what)));
		if (!stderr.isBlank()) {
			message.add("stderr: " + end(stderr));
		}
		if (!stdout.isBlank()) {
			message.add("stdout: " + end(stdout));
		}
		return message.toString();
	}

	/**
	 * Tell how a command ended.
	 * @param exitCode its exit code
	 * @param timedOutAfter the time after which it was ended, {@code null} if it ended by
	 * itself
	 * @return the beginning of a sentence
	 */
	public static String ending(int exitCode, @Nullable Duration timedOutAfter) {
		if (timedOutAfter == null) {
			return "Exit code " + exitCode;
		}
		return "Ended after " + ((timedOutAfter.toMillis() % 1000 == 0) ? timedOutAfter.toSeconds() + " s"
				: String.format(Locale.ROOT, "%.3f s", timedOutAfter.toMillis() / 1000.0));
	}

	/**
	 * Leave the credentials of addresses out.
	 * @param text a text that may have addresses in it
	 * @return the text without them
	 */
	public static String withoutCredentials(String text) {
		return text.replaceAll("//[^/@\\s]*@", "//****@");
	}

}
