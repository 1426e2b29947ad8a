package io.agentbay.ai.governance.rule;

import java.util.List;

/**
 * A simple command of a shell script.
 *
 * @param assignments the variables that are set for it
 * @param words program and arguments
 * @param files where its input and output go
 * @param next the operator behind it
 */
record ShellCommand(List<ShellWord> assignments, List<ShellWord> words, List<ShellWord> files, String next) {

	ShellCommand {
		assignments = List.copyOf(assignments);
		words = List.copyOf(words);
		files = List.copyOf(files);
	}

}
