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
import java.util.regex.Pattern;

/**
 * Finds the simple commands in a script for {@code sh} or {@code bash}, also those in
 * sub-shells and substitutions. What the two read differently, and what is rare, is not
 * understood.
 */
final class ShellReader {

	private static final int DEEPEST = 20;

	private static final int LONGEST = 100_000;

	private static final Set<String> SKIPPED = Set.of("if", "then", "elif", "else", "fi", "while", "until", "do",
			"done", "!", "{", "}");

	private static final Set<String> REFUSED = Set.of("case", "esac", "select", "function", "coproc", "[[", "]]");

	private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\+?=[\\s\\S]*");

	private static final Pattern ARITHMETIC = Pattern.compile("[A-Za-z0-9_ +*/%()<>=!&|^~?:,-]*");

	private final String text;

	private final int depth;

	private final List<ShellCommand> commands;

	private final List<HereDocument> pending = new ArrayList<>();

	private int at;

	private int parentheses;

	/** Whether the last word sets a variable. */
	private boolean assignment;

	private ShellReader(String text, int depth, List<ShellCommand> commands) {
		this.text = text;
		this.depth = depth;
		this.commands = commands;
	}

	/**
	 * Read a script.
	 * @param script the script
	 * @param depth how many scripts it is in
	 * @return its commands in the order in which they are written, those of a
	 * substitution before the command that it is in
	 * @throws NotUnderstoodException if it cannot be told what the script does
	 */
	static List<ShellCommand> read(String script, int depth) {
		List<ShellCommand> commands = new ArrayList<>();
		new ShellReader(script, depth, commands).readAll();
		return commands;
	}

	private void readAll() {
		check(this.depth <= DEEPEST, "it has too many scripts within scripts");
		check(this.text.length() <= LONGEST, "it is too long");
		this.text.chars()
			.forEach((c) -> check(c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c > 0x7f && isVisible(c),
					"it contains control characters or unusual blanks"));
		readList(false);
	}

	private static boolean isVisible(int c) {
		return !Character.isISOControl(c) && !Character.isSpaceChar(c) && !Character.isWhitespace(c)
				&& Character.getType(c) != Character.FORMAT;
	}

	private void readList(boolean nested) {
		while (true) {
			skipBlanks();
			char c = peek();
			if (c == 0) {
				check(!nested, "a parenthesis is not closed");
				check(this.pending.isEmpty(), "a here-document has no end");
				return;
			}
			if (c == ')') {
				check(nested, "there is a parenthesis too many");
				this.at++;
				return;
			}
			if (c == '(') {
				check(!lookingAt("(("), "it calculates");
				this.at++;
				readNested();
				operator();
				forgetDirectory();
			}
			else if (c == '\n' || c == ';' || c == '&' && !lookingAt("&>") || c == '|') {
				check(!lookingAt(";;"), "it has a case statement");
				operator();
			}
			else {
				readCommand();
			}
		}
	}

	private void readNested() {
		check(this.depth + this.parentheses <= DEEPEST, "it has too many scripts within scripts");
		this.parentheses++;
		readList(true);
		this.parentheses--;
	}

	/** A sub-shell leaves the directory as it was. */
	private void forgetDirectory() {
		if (!this.commands.isEmpty()) {
			int last = this.commands.size() - 1;
			ShellCommand command = this.commands.get(last);
			this.commands.set(last,
					new ShellCommand(command.assignments(), command.words(), command.files(), command.written(), ";"));
		}
	}

	private void skipBlanks() {
		while (true) {
			char c = peek();
			if (c == ' ' || c == '\t') {
				this.at++;
			}
			else if (lookingAt("\\\n")) {
				this.at += 2;
			}
			else if (c == '#') {
				while (peek() != 0 && peek() != '\n') {
					this.at++;
				}
			}
			else {
				return;
			}
		}
	}

	/** An operator that ends a command, or nothing where none follows. */
	private String operator() {
		skipBlanks();
		for (String operator : List.of("&&", "||", "|&", ";", "&", "|", "\n")) {
			if (lookingAt(operator)) {
				this.at += operator.length();
				if (operator.equals("\n")) {
					readHereDocuments();
				}
				return operator;
			}
		}
		return "";
	}

	private void readCommand() {
		List<ShellWord> assignments = new ArrayList<>();
		List<ShellWord> words = new ArrayList<>();
		List<ShellWord> files = new ArrayList<>();
		List<ShellWord> written = new ArrayList<>();
		boolean negated = false;
		while (true) {
			skipBlanks();
			char c = peek();
			if (c == 0 || c == '\n' || c == ';' || c == '|' || c == ')' || c == '&' && !lookingAt("&>")) {
				break;
			}
			check(c != '(', "it defines functions or uses parentheses within words");
			if (readRedirection(files, written)) {
				continue;
			}
			ShellWord word = readWord();
			if (words.isEmpty() && word.plain() && word.isLiteral()) {
				check(!REFUSED.contains(word.text()), "it uses '%s'".formatted(word.text()));
				if (SKIPPED.contains(word.text()) && assignments.isEmpty()) {
					negated |= word.text().equals("!");
					continue;
				}
				if (word.text().equals("for") && assignments.isEmpty()) {
					skipLoopHead();
					continue;
				}
			}
			if (words.isEmpty() && this.assignment) {
				assignments.add(word);
			}
			else {
				words.add(word);
			}
		}
		String next = (peek() == ')' || peek() == 0) ? "" : operator();
		if (!words.isEmpty() || !assignments.isEmpty() || !files.isEmpty()) {
			this.commands.add(new ShellCommand(assignments, words, files, written, negated ? ";" : next));
		}
	}

	/** Without "in", the body may follow at once. */
	private void skipLoopHead() {
		skipBlanks();
		readWord();
		skipBlanks();
		check(peek() == ';' || peek() == '\n' || lookingAt("in ") || lookingAt("in\t") || lookingAt("in\n"),
				"it has a loop of an unusual form");
		while (true) {
			skipBlanks();
			char c = peek();
			if (c == ';' || c == '\n') {
				operator();
				return;
			}
			check(c != 0 && c != '&' && c != '|' && c != '(' && c != ')' && c != '<' && c != '>',
					"it has a loop of an unusual form");
			readWord();
		}
	}

	private boolean readRedirection(List<ShellWord> files, List<ShellWord> written) {
		int start = this.at;
		while (peek() >= '0' && peek() <= '9') {
			this.at++;
		}
		if (!lookingAt("<") && !lookingAt(">") && !lookingAt("&>")) {
			this.at = start;
			return false;
		}
		if (lookingAt("<(") || lookingAt(">(")) {
			this.at = start;
			return false;
		}
		for (String operator : List.of("&>>", "&>", "<<<", "<<-", "<<", "<>", "<&", ">&", ">>", ">|", "<", ">")) {
			if (lookingAt(operator)) {
				this.at += operator.length();
				skipBlanks();
				ShellWord target = readWord();
				if (operator.equals("<<") || operator.equals("<<-")) {
					check(!target.dynamic() && !target.glob(), "the end of a here-document is computed");
					this.pending.add(new HereDocument(target.text(), !target.plain(), operator.endsWith("-")));
				}
				else if (!operator.equals("<<<") && !(operator.endsWith("&") && target.text().matches("[0-9]+|-"))) {
					files.add(target);
					if (operator.contains(">") && !(target.isLiteral() && target.text().equals("/dev/null"))) {
						written.add(target);
					}
				}
				return true;
			}
		}
		throw new NotUnderstoodException("it redirects in an unusual way");
	}

	private void readHereDocuments() {
		for (HereDocument document : this.pending) {
			while (true) {
				check(this.at < this.text.length(), "a here-document has no end");
				int end = this.text.indexOf('\n', this.at);
				String line = this.text.substring(this.at, (end < 0) ? this.text.length() : end);
				this.at = (end < 0) ? this.text.length() : end + 1;
				if ((document.tabs() ? line.replaceFirst("^\t+", "") : line).equals(document.end())) {
					break;
				}
				check(document.quoted()
						|| !line.contains("$(") && !line.contains("`") && !line.contains("${") && !line.endsWith("\\"),
						"a here-document computes something: quote its end word, as in <<'EOF'");
			}
		}
		this.pending.clear();
	}

	private ShellWord readWord() {
		StringBuilder word = new StringBuilder();
		int start = this.at;
		int quoted = -1;
		boolean dynamic = false;
		boolean glob = false;
		boolean home = false;
		boolean any = false;
		while (true) {
			char c = peek();
			if (lookingAt("<(") || lookingAt(">(")) {
				this.at += 2;
				readNested();
				dynamic = true;
			}
			else if (c == 0 || " \t\n;&|<>()".indexOf(c) >= 0) {
				break;
			}
			else if (c == '\\') {
				this.at++;
				check(peek() != 0, "it ends with a backslash");
				if (peek() != '\n') {
					quoted = (quoted < 0) ? word.length() : quoted;
					word.append(peek());
				}
				this.at++;
			}
			else if (c == '\'') {
				quoted = (quoted < 0) ? word.length() : quoted;
				int end = this.text.indexOf('\'', this.at + 1);
				check(end > 0, "a quote is not closed");
				word.append(this.text, this.at + 1, end);
				this.at = end + 1;
			}
			else if (c == '"') {
				quoted = (quoted < 0) ? word.length() : quoted;
				this.at++;
				Expansion inside = readQuoted(word, !any);
				dynamic |= inside == Expansion.DYNAMIC;
				home |= inside == Expansion.HOME;
			}
			else if (c == '$' || c == '`') {
				Expansion expansion = readExpansion(word, false);
				home |= expansion == Expansion.HOME && !any;
				dynamic |= expansion == Expansion.DYNAMIC || expansion == Expansion.HOME && any;
				quoted = (expansion != Expansion.NONE && quoted < 0) ? word.length() : quoted;
			}
			else if (c == '~' && !any) {
				this.at++;
				home = peek() == 0 || " \t\n;&|<>()/".indexOf(peek()) >= 0;
				dynamic |= !home;
			}
			else {
				glob |= c == '*' || c == '?' || c == '[';
				dynamic |= c == '{' && this.at > start || c == '{' && !endsAfter(this.at + 1);
				word.append(c);
				this.at++;
			}
			any = true;
		}
		check(any, "there is nothing where a word should be");
		check(!lookingAt("("), "it defines functions or uses parentheses within words");
		int equals = word.indexOf("=");
		this.assignment = equals > 0 && (quoted < 0 || quoted > equals) && !home && ASSIGNMENT.matcher(word).matches();
		return new ShellWord(word.toString(), dynamic, glob, home, quoted < 0 && !dynamic && !home);
	}

	private boolean endsAfter(int index) {
		return index >= this.text.length() || " \t\n;&|<>()".indexOf(this.text.charAt(index)) >= 0;
	}

	private Expansion readQuoted(StringBuilder word, boolean first) {
		Expansion result = Expansion.NONE;
		boolean start = first;
		while (true) {
			char c = peek();
			check(c != 0, "a quote is not closed");
			if (c == '"') {
				this.at++;
				return result;
			}
			if (c == '\\' && "$`\"\\\n".indexOf(peek(1)) >= 0) {
				if (peek(1) != '\n') {
					word.append(peek(1));
				}
				this.at += 2;
			}
			else if (c == '$' || c == '`') {
				Expansion expansion = readExpansion(word, true);
				if (expansion == Expansion.HOME && start && result == Expansion.NONE) {
					result = Expansion.HOME;
				}
				else if (expansion != Expansion.NONE) {
					result = Expansion.DYNAMIC;
				}
			}
			else {
				word.append(c);
				this.at++;
			}
			start = false;
		}
	}

	private Expansion readExpansion(StringBuilder word, boolean quoted) {
		if (peek() == '`') {
			readBackquoted();
			return Expansion.DYNAMIC;
		}
		char c = peek(1);
		check(quoted || c != '\'' && c != '"', "it uses $'...' or $\"...\", which shells read differently");
		if (lookingAt("$((")) {
			int end = this.text.indexOf("))", this.at);
			check(end > 0 && isArithmetic(this.text.substring(this.at + 3, end)),
					"it calculates with more than numbers and variables");
			this.at = end + 2;
			return Expansion.DYNAMIC;
		}
		if (c == '(') {
			this.at += 2;
			readNested();
			return Expansion.DYNAMIC;
		}
		if (c == '{') {
			int end = this.text.indexOf('}', this.at);
			check(end > 0, "a brace is not closed");
			String inside = this.text.substring(this.at + 2, end);
			check(inside.matches("#?[A-Za-z0-9_]+(:?[-=+?#%/:]+[A-Za-z0-9_./*,: -]*)?|[?#@*$!-]"),
					"it changes a variable in an unusual way");
			this.at = end + 1;
			return inside.equals("HOME") ? Expansion.HOME : Expansion.DYNAMIC;
		}
		if (Character.isLetter(c) || c == '_') {
			int end = this.at + 1;
			while (end < this.text.length()
					&& (Character.isLetterOrDigit(this.text.charAt(end)) || this.text.charAt(end) == '_')) {
				end++;
			}
			String name = this.text.substring(this.at + 1, end);
			this.at = end;
			return name.equals("HOME") ? Expansion.HOME : Expansion.DYNAMIC;
		}
		if (c != 0 && (Character.isDigit(c) || "?$!#@*-".indexOf(c) >= 0)) {
			this.at += 2;
			return Expansion.DYNAMIC;
		}
		check(c != '[', "it calculates");
		word.append('$');
		this.at++;
		return Expansion.NONE;
	}

	/** Unbalanced, it would be a sub-shell in a substitution. */
	private static boolean isArithmetic(String text) {
		int open = 0;
		for (int i = 0; i < text.length(); i++) {
			open += (text.charAt(i) == '(') ? 1 : (text.charAt(i) == ')') ? -1 : 0;
			if (open < 0) {
				return false;
			}
		}
		return open == 0 && !text.contains("$(") && ARITHMETIC.matcher(text.replace("$", "")).matches();
	}

	private void readBackquoted() {
		StringBuilder script = new StringBuilder();
		this.at++;
		while (peek() != '`') {
			check(peek() != 0, "a backquote is not closed");
			if (peek() == '\\' && "`\\$".indexOf(peek(1)) >= 0) {
				this.at++;
			}
			script.append(peek());
			this.at++;
		}
		this.at++;
		this.commands.addAll(read(script.toString(), this.depth + 1));
	}

	private char peek() {
		return peek(0);
	}

	private char peek(int offset) {
		int index = this.at + offset;
		return (index < this.text.length()) ? this.text.charAt(index) : 0;
	}

	private boolean lookingAt(String expected) {
		return this.text.startsWith(expected, this.at);
	}

	private static void check(boolean condition, String problem) {
		if (!condition) {
			throw new NotUnderstoodException(problem);
		}
	}

	/** What an expansion puts into a word. */
	private enum Expansion {

		NONE, HOME, DYNAMIC

	}

	/**
	 * A text that comes after its line.
	 *
	 * @param end the line that ends it
	 * @param quoted whether it is taken as it is
	 * @param tabs whether tabs before the lines are left out
	 */
	private record HereDocument(String end, boolean quoted, boolean tabs) {

	}

}
