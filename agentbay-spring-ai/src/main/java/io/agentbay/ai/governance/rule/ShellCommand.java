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

import java.util.List;

/**
 * A simple command of a shell script.
 *
 * @param assignments the variables that are set for it
 * @param words program and arguments
 * @param files where its input and output go
 * @param written those of them that are written to
 * @param next the operator behind it
 */
record ShellCommand(List<ShellWord> assignments, List<ShellWord> words, List<ShellWord> files, List<ShellWord> written,
		String next) {

	ShellCommand {
		assignments = List.copyOf(assignments);
		words = List.copyOf(words);
		files = List.copyOf(files);
		written = List.copyOf(written);
	}

}
