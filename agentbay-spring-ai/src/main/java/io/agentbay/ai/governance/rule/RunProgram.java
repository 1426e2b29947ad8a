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
