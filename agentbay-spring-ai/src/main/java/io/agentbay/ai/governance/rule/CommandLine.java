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
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Finds the programs that a script runs: through {@code sh -c}, {@code eval},
 * {@code sudo}, {@code xargs}, {@code find -exec} and their like, and in which
 * directories.
 */
final class CommandLine {

	private static final int DEEPEST = 10;

	private static final int MOST = 500;

	private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "rbash", "mksh");

	/** What these say changes what all after them means. */
	private static final Set<String> REDEFINING = Set.of("alias", "source", ".", "hash", "enable", "shopt", "complete",
			"bind", "trap", "fc", "history");

	private static final Set<String> ASSIGNING = Set.of("export", "declare", "typeset", "readonly", "local", "read",
			"mapfile", "readarray", "getopts", "printf", "set", "unset", "let", "env");

	/** These calculate, and calculating can run commands. */
	private static final Set<String> CALCULATING = Set.of("let", "test", "[", "printf", "declare", "typeset", "local",
			"export", "readonly", "read", "unset", "wait", "mapfile", "readarray", "getopts", "set", "env");

	private final Programs programs;

	private final PathFact home;

	private final List<RunProgram> found = new ArrayList<>();

	private CommandLine(Programs programs, PathFact home) {
		this.programs = programs;
		this.home = home;
	}

	/**
	 * Find the programs that a script runs.
	 * @param script the script
	 * @param programs what is known of programs
	 * @param home the home directory
	 * @param directory where the script starts
	 * @return the programs
	 * @throws NotUnderstoodException if the text does not tell
	 */
	static List<RunProgram> read(String script, Programs programs, PathFact home, PathFact directory) {
		CommandLine line = new CommandLine(programs, home);
		line.script(script, new Directories(directory), 0);
		return line.found;
	}

	/**
	 * Find the programs that a list of words runs, without a shell.
	 * @param words the words
	 * @param programs what is known of programs
	 * @param home the home directory
	 * @param directory where it starts
	 * @return the programs
	 * @throws NotUnderstoodException if the text does not tell
	 */
	static List<RunProgram> read(List<String> words, Programs programs, PathFact home, PathFact directory) {
		CommandLine line = new CommandLine(programs, home);
		line.run(words.stream().map(ShellWord::literal).collect(Collectors.toCollection(ArrayList::new)), List.of(),
				new Directories(directory), 0);
		return line.found;
	}

	private void script(String script, Directories directories, int depth) {
		check(depth <= DEEPEST, "it has too many scripts within scripts");
		boolean piped = false;
		for (ShellCommand command : ShellReader.read(script, depth)) {
			for (ShellWord assignment : command.assignments()) {
				checkAssignment(assignment.text());
			}
			boolean changed = false;
			Directories before = new Directories(directories);
			if (!command.words().isEmpty()) {
				changed = run(new ArrayList<>(command.words()), command.files(), directories, depth);
			}
			else if (!command.files().isEmpty()) {
				add(List.of(ShellWord.literal(":")), command.files(), directories);
			}
			if (!command.written().isEmpty()) {
				// Whatever the program may do: this is the shell's own doing.
				add(List.of(ShellWord.literal(">")), command.written(), before);
			}
			directories.next((changed && piped) ? "|" : command.next());
			piped = command.next().startsWith("|") && !command.next().equals("||");
		}
	}

	private static void checkAssignment(String text) {
		String name = text.substring(0, text.indexOf('=')).replace("+", "");
		check(!Programs.isPowerful(name), "it sets the variable %s, which changes what programs do".formatted(name));
		check(!text.contains("$(") && !text.contains("`"), "it keeps a command in a variable");
	}

	/** Take away what starts programs for others, until the program is left. */
	private boolean run(List<ShellWord> words, List<ShellWord> files, Directories directories, int depth) {
		check(depth <= DEEPEST, "it has too many programs that start programs");
		check(this.found.size() < MOST, "it runs too many programs");
		ShellWord first = words.get(0);
		check((first.isLiteral() || first.text().equals("[")) && !first.text().isEmpty(),
				"the name of a program is computed: write it as it is, without variables, patterns and substitutions");
		String name = name(first.text());
		boolean standard = isStandard(first.text());
		if (!standard) {
			add(words, files, directories);
			return false;
		}
		checkBuiltin(name, words);
		if (SHELLS.contains(name)) {
			shell(words, files, directories, depth);
			return false;
		}
		switch (name) {
			case "eval" -> script(words.subList(1, words.size()).stream().map((word) -> {
				check(word.isLiteral(), "it evaluates something that is computed");
				return word.text();
			}).collect(Collectors.joining(" ")), directories, depth + 1);
			case "cd", "pushd", "popd" -> {
				add(words, files, directories);
				directories.change(name, words, this.home);
				return true;
			}
			case "find" -> {
				add(words, files, directories);
				find(words, directories, depth);
			}
			case "sudo", "doas" -> {
				add(List.of(first), files, directories);
				wrapped(words, Wrapper.of(name), files, directories, depth);
			}
			case "busybox", "toybox" -> {
				if (words.size() > 1) {
					return run(new ArrayList<>(words.subList(1, words.size())), files, directories, depth + 1);
				}
				add(words, files, directories);
			}
			default -> {
				Wrapper wrapper = Wrapper.of(name);
				if (wrapper == null || !wrapped(words, wrapper, files, directories, depth)) {
					add(words, files, directories);
				}
			}
		}
		return false;
	}

	private boolean wrapped(List<ShellWord> words, @Nullable Wrapper wrapper, List<ShellWord> files,
			Directories directories, int depth) {
		List<ShellWord> inner = (wrapper != null) ? wrapper.inner(words) : List.of();
		if (inner.isEmpty()) {
			return false;
		}
		run(new ArrayList<>(inner), files, directories, depth + 1);
		return true;
	}

	private static void checkBuiltin(String name, List<ShellWord> words) {
		check(!REDEFINING.contains(name), "it uses '%s', which changes what other commands mean".formatted(name));
		if (ASSIGNING.contains(name)) {
			for (ShellWord word : words) {
				String text = word.text();
				String variable = (text.indexOf('=') > 0) ? text.substring(0, text.indexOf('=')) : text;
				check(!Programs.isPowerful(variable),
						"it sets the variable %s, which changes what programs do".formatted(variable));
			}
		}
		if (CALCULATING.contains(name)) {
			words.forEach((word) -> check(!word.text().contains("$(") && !word.text().contains("`"),
					"it has a command within a text that is calculated"));
		}
	}

	private void shell(List<ShellWord> words, List<ShellWord> files, Directories directories, int depth) {
		boolean script = false;
		for (int i = 1; i < words.size(); i++) {
			ShellWord word = words.get(i);
			check(word.isLiteral(), "a shell is started with words that are computed");
			String text = word.text();
			if (text.startsWith("--") && text.length() > 2) {
				check(text.equals("--norc") || text.equals("--noprofile") || text.equals("--posix")
						|| text.equals("--login"), "a shell is started in an unusual way");
			}
			else if ((text.startsWith("-") || text.startsWith("+")) && !text.equals("--") && text.length() > 1) {
				check(text.substring(1).matches("[abcefhlmnuvxo]*"), "a shell is started in an unusual way");
				script |= text.startsWith("-") && text.contains("c");
				i += text.contains("o") ? 1 : 0;
			}
			else if (script && !text.equals("--")) {
				script(text, new Directories(directories), depth + 1);
				files.forEach((file) -> add(List.of(ShellWord.literal(":")), files, directories));
				return;
			}
			else if (!text.equals("--")) {
				break;
			}
		}
		add(words, files, directories);
	}

	private void find(List<ShellWord> words, Directories directories, int depth) {
		for (int i = 1; i < words.size(); i++) {
			if (words.get(i).text().matches("-(exec|execdir|ok|okdir)")) {
				List<ShellWord> inner = new ArrayList<>();
				for (i++; i < words.size() && !words.get(i).is(";") && !words.get(i).is("+"); i++) {
					inner.add(words.get(i).text().contains("{}") ? ShellWord.unknown() : words.get(i));
				}
				check(!inner.isEmpty(), "find runs nothing");
				run(inner, List.of(), new Directories(PathFact.UNKNOWN), depth + 1);
			}
		}
	}

	private void add(List<ShellWord> words, List<ShellWord> files, Directories directories) {
		String text = words.get(0).text();
		String name = name(text);
		boolean standard = isStandard(text);
		this.found.add(new RunProgram(name, words, standard, standard && this.programs.isPlain(name, words),
				directories.possible(), files));
	}

	private static String name(String program) {
		return program.substring(program.lastIndexOf('/') + 1);
	}

	private static boolean isStandard(String program) {
		int slash = program.lastIndexOf('/');
		return slash < 0 || Programs.isStandard(program.substring(0, slash));
	}

	private static void check(boolean condition, String problem) {
		if (!condition) {
			throw new NotUnderstoodException(problem);
		}
	}

}
