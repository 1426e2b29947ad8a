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

import java.util.Base64;

import io.agentbay.internal.tool.ShellAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a session answers when it is asked for news of a command.
 *
 * @param exitCode the exit code, {@code null} while it runs
 * @param stdoutBytes how much is in its standard output
 * @param stderrBytes how much is in its standard error
 * @param timedOutAfter after how many seconds it was ended, if its time was over
 * @param stdout what is new of its standard output
 * @param stderr what is new of its standard error
 * @param answer the answer
 */
record CommandLook(@Nullable Integer exitCode, long stdoutBytes, long stderrBytes, @Nullable Double timedOutAfter,
		byte[] stdout, byte[] stderr, ShellAnswer.Ended answer) {

	/** Of a command whose end nobody has seen. */
	static final int LOST = -1;

	/**
	 * Read an answer.
	 * @return what it says, {@code null} if it has no end: a session keeps only so much
	 * of what a shell prints
	 */
	static @Nullable CommandLook read(ShellAnswer.Ended answer) {
		String text = answer.stdout().strip();
		int line = text.indexOf('\n');
		int between = text.indexOf("\n-\n", line);
		if (line < 0 || between < 0 || !text.endsWith("\n.")) {
			return null;
		}
		try {
			String[] words = text.substring(0, line).split(" ");
			Base64.Decoder decoder = Base64.getMimeDecoder();
			return new CommandLook(exitCode(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]),
					words[3].equals("-") ? null : Double.valueOf(words[3]),
					decoder.decode(text.substring(line, between)),
					decoder.decode(text.substring(between + 3, text.length() - 1)), answer);
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			throw answer.reply().unusable("does not tell how the command stands");
		}
	}

	static @Nullable Integer exitCode(String word) {
		return switch (word) {
			case "-" -> null;
			case "lost" -> LOST;
			default -> Integer.valueOf(word);
		};
	}

}
