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

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.agentbay.ai.governance.rule.PathPattern.Reach;

/**
 * What is known of programs: which do only what their words tell. All others may run
 * programs, open files and reach hosts that nothing tells of.
 */
final class Programs {

	private static final Set<String> WITHOUT_FILES = Set.of(":", ">", "echo", "printf", "true", "false", "seq", "expr",
			"sleep", "kill", "export", "pwd", "id", "whoami", "uname", "exit", "return", "set", "unset", "read",
			"break", "continue", "shift", "wait", "type", "which", "basename", "dirname", "nproc", "uptime", "free",
			"hostname", "jobs", "umask", "ulimit", "tty", "arch", "groups", "logname", "local", "declare", "typeset",
			"readonly", "getopts", "yes", "times", "let");

	private static final Set<String> WITH_FILES = Set.of("ls", "cat", "head", "tail", "grep", "egrep", "fgrep", "wc",
			"sort", "uniq", "cut", "tr", "mkdir", "rmdir", "touch", "cp", "mv", "rm", "ln", "unlink", "link", "chmod",
			"chown", "chgrp", "stat", "file", "du", "df", "ps", "pgrep", "pkill", "killall", "date", "realpath",
			"readlink", "tee", "diff", "cmp", "comm", "join", "paste", "fold", "fmt", "nl", "tac", "rev", "expand",
			"unexpand", "column", "md5sum", "sha1sum", "sha256sum", "sha512sum", "cksum", "sum", "base64", "base32",
			"xxd", "od", "hexdump", "strings", "jq", "tree", "gzip", "gunzip", "zcat", "bzip2", "bunzip2", "xz", "unxz",
			"test", "[", "cd", "pushd", "popd", "dirs", "truncate", "mktemp", "mkfifo", "install", "shred", "dd",
			"sync", "split", "csplit", "find", "cal", "iconv", "dos2unix", "env", "printenv", "locate", "lsof",
			"numfmt", "shuf", "factor", "tsort", "ptx");

	private static final Set<String> WITH_HOSTS = Set.of("curl", "wget", "ping", "nslookup", "dig", "host");

	private static final Set<String> ITSELF = Set.of("cd", "pushd", "mkdir", "test", "[", "stat", "touch", "file",
			"realpath", "readlink", "df", "mktemp", "date");

	private static final Set<String> IN_DIRECTORY = Set.of("ls", "find", "tree", "du", "rg", "tar", "zip");

	private static final Set<String> TREE = Set.of("find", "tree", "du", "tar", "zip", "rg", "rsync", "mv", "ln");

	private static final Set<String> STANDARD_DIRECTORIES = Set.of("/bin", "/sbin", "/usr/bin", "/usr/sbin",
			"/usr/local/bin", "/usr/local/sbin");

	/** Variables that change what programs do, or which. */
	private static final Set<String> POWERFUL = Set.of("PATH", "IFS", "ENV", "BASH_ENV", "SHELLOPTS", "BASHOPTS", "PS4",
			"PROMPT_COMMAND", "CDPATH", "GLOBIGNORE", "HOME", "OLDPWD", "PWD", "EDITOR", "VISUAL", "BROWSER", "SHELL",
			"TAR_OPTIONS", "GREP_OPTIONS", "RUBYOPT", "NODE_OPTIONS", "JAVA_TOOL_OPTIONS", "CURL_HOME", "WGETRC",
			"SYSTEM_WGETRC", "TZ");

	private static final List<String> POWERFUL_BEGINNINGS = List.of("LD_", "GIT_", "PYTHON", "PERL", "BASH_FUNC",
			"GCONV", "DYLD_");

	private static final Pattern RECURSIVE = Pattern.compile("-[A-Za-z]*[rRa][A-Za-z]*");

	private final Set<String> known;

	Programs(Collection<String> trusted) {
		Set<String> all = new HashSet<>(WITHOUT_FILES);
		all.addAll(WITH_FILES);
		all.addAll(WITH_HOSTS);
		all.addAll(trusted);
		this.known = Set.copyOf(all);
	}

	/** Whether it does no more than its words tell. */
	boolean isPlain(String program, List<ShellWord> words) {
		if (program.equals("command")) {
			return words.size() > 1 && (words.get(1).is("-v") || words.get(1).is("-V"));
		}
		if (!this.known.contains(program)
				|| !noneBegins(words.stream().filter((word) -> !word.dynamic()).toList(), "--files0-f")) {
			return false;
		}
		return switch (program) {
			case "env" -> words.size() == 1;
			case "sort" -> noneBegins(words, "--compress-p", "--co", "--c");
			case "curl" ->
				noneBegins(words, "-K", "--config", "--con", "--resolve", "--connect-to", "--unix", "--abstract");
			case "wget" ->
				noneBegins(words, "-e", "--execute", "--exe", "--config", "--use-askpass", "-i", "--input-f", "--in");
			case "split" -> noneBegins(words, "--filter", "--fi");
			case "find" -> noneBegins(words, "-files0-from");
			case "install" -> noneBegins(words, "--strip-program");
			case "jq" -> noneBegins(words, "-L", "-f", "--from-file");
			default -> true;
		};
	}

	private static boolean noneBegins(List<ShellWord> words, String... beginnings) {
		for (ShellWord word : words.subList(1, words.size())) {
			if (word.dynamic()) {
				return false;
			}
			for (String beginning : beginnings) {
				if (word.text().startsWith(beginning)) {
					return false;
				}
			}
		}
		return true;
	}

	static boolean opensFiles(String program) {
		return !WITHOUT_FILES.contains(program);
	}

	/** Without a file among its words, it works on the directory that it runs in. */
	static boolean startsInDirectory(String program) {
		return IN_DIRECTORY.contains(program);
	}

	static boolean reachesHosts(String program) {
		return WITH_HOSTS.contains(program);
	}

	static Reach reach(String program, List<ShellWord> words) {
		if (TREE.contains(program) || words.stream().anyMatch(Programs::isRecursive)) {
			return Reach.TREE;
		}
		if (program.equals("ls")) {
			return words.stream().anyMatch(ShellWord::dynamic) ? Reach.TREE : Reach.ITSELF;
		}
		return ITSELF.contains(program) ? Reach.ITSELF : Reach.ENTRIES;
	}

	private static boolean isRecursive(ShellWord word) {
		String text = word.text();
		return text.startsWith("--rec") || text.startsWith("--arch") || text.startsWith("--deref-rec")
				|| RECURSIVE.matcher(text).matches();
	}

	static boolean isStandard(String directory) {
		return STANDARD_DIRECTORIES.contains(directory);
	}

	static boolean isPowerful(String variable) {
		return POWERFUL.contains(variable) || variable.endsWith("PAGER") || variable.endsWith("_proxy")
				|| variable.endsWith("_PROXY") || POWERFUL_BEGINNINGS.stream().anyMatch(variable::startsWith);
	}

}
