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

import org.jspecify.annotations.Nullable;

/**
 * A program that a command line runs, after whatever starts it for others is taken away.
 *
 * @param name the program without its directory; {@code null} if the text does not tell
 * @param words program and arguments
 * @param standard whether it is the program that the name promises, rather than one in
 * some directory
 * @param plain whether it does only what its words tell
 * @param directories where it may run
 * @param files where its input and output go
 */
record RunProgram(@Nullable String name, List<ShellWord> words, boolean standard, boolean plain,
		List<PathFact> directories, List<ShellWord> files) {

	RunProgram {
		words = List.copyOf(words);
		directories = List.copyOf(directories);
		files = List.copyOf(files);
	}

}
