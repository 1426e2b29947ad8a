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

import java.util.ArrayList;
import java.util.List;

/**
 * Where a command may run: a {@code cd} may fail, unless what follows depends on it.
 */
final class Directories {

	private static final int MOST = 8;

	/** At the beginning of a list of commands that depend on each other. */
	private final List<PathFact> start = new ArrayList<>();

	/** Within it. */
	private List<PathFact> current;

	Directories(PathFact directory) {
		this.start.add(directory);
		this.current = List.of(directory);
	}

	Directories(Directories other) {
		this.start.addAll(other.current);
		this.current = List.copyOf(other.current);
	}

	List<PathFact> possible() {
		return this.current;
	}

	void change(String program, List<ShellWord> words, PathFact home) {
		List<PathFact> changed = new ArrayList<>();
		List<ShellWord> targets = words.subList(1, words.size())
			.stream()
			.filter((word) -> !word.is("-P") && !word.is("-L") && !word.is("--"))
			.toList();
		if (program.equals("cd") && targets.isEmpty()) {
			changed.add(home);
		}
		else if (program.equals("popd") || targets.size() != 1 || targets.get(0).dynamic() || targets.get(0).glob()
				|| targets.get(0).text().startsWith("-") || targets.get(0).text().startsWith("+")) {
			changed.add(PathFact.UNKNOWN);
		}
		else {
			ShellWord target = targets.get(0);
			this.current.forEach((directory) -> changed.add((target.home() ? home : directory)
				.resolve(target.home() ? "./" + target.text() : target.text(), false)));
		}
		this.start.addAll(changed);
		this.current = changed;
		if (this.start.size() > MOST) {
			this.start.clear();
			this.start.add(PathFact.UNKNOWN);
		}
	}

	/** After a command. */
	void next(String operator) {
		if (!operator.equals("&&")) {
			this.current = List.copyOf(this.start);
		}
	}

}
