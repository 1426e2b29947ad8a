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

package io.agentbay.local;

/**
 * A terminal loses what is typed before it is ready, which is after its window is active
 * and its program runs. It is ready when it answers where its cursor is.
 */
final class ReadyTerminal {

	private ReadyTerminal() {
	}

	/**
	 * The script of a terminal that runs a command when it is ready.
	 * @param modes escapes that the terminal is told before, as printf writes them
	 * @param ready a file that has the line {@code yes} from then on
	 * @param command the command
	 */
	static String script(String modes, String ready, String command) {
		return "stty raw -echo; printf '%1$s\\033[6n'; head -c 6 >%2$s; stty sane; echo yes >%2$s; %3$s\n"
			.formatted(modes, ready, command);
	}

}
