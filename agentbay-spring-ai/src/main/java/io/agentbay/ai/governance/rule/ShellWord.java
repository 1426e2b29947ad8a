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

/**
 * A word of a shell command, with its quotes removed.
 *
 * @param text its characters; of a word that is computed, those that are written
 * @param dynamic whether the shell puts something into it that the text does not tell
 * @param glob whether it is a pattern for file names
 * @param home whether the home directory stands before the text
 * @param plain whether it is written without quotes, as keywords have to be
 */
record ShellWord(String text, boolean dynamic, boolean glob, boolean home, boolean plain) {

	static ShellWord literal(String text) {
		return new ShellWord(text, false, false, false, false);
	}

	static ShellWord unknown() {
		return new ShellWord("", true, false, false, false);
	}

	/** Whether the text is all there is. */
	boolean isLiteral() {
		return !this.dynamic && !this.glob && !this.home;
	}

	boolean is(String text) {
		return isLiteral() && this.text.equals(text);
	}

}
