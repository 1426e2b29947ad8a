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

import java.util.Map;

/**
 * What the argument of a tool means to the rules.
 *
 * @since 0.1.0
 */
public enum ArgumentKind {

	/**
	 * A command line for a shell, or a list of words.
	 */
	COMMAND,

	/**
	 * A program in some language: it may run any command, open any file and reach any
	 * host.
	 */
	CODE,

	/**
	 * What somebody else is to do, in words: it may reach any host.
	 */
	INSTRUCTION,

	/**
	 * A file or directory.
	 */
	PATH,

	/**
	 * The directory that a command runs in.
	 */
	DIRECTORY,

	/**
	 * An address or a host.
	 */
	URL,

	/**
	 * A text that is only kept or shown.
	 */
	TEXT,

	/**
	 * Something else: what looks like an address or an absolute path in it, counts.
	 */
	OTHER;

	private static final Map<String, ArgumentKind> BY_NAME = Map.ofEntries(Map.entry("command", COMMAND),
			Map.entry("cmd", COMMAND), Map.entry("commandline", COMMAND), Map.entry("shell", COMMAND),
			Map.entry("bash", COMMAND), Map.entry("argv", COMMAND), Map.entry("code", CODE), Map.entry("script", CODE),
			Map.entry("javascript", CODE), Map.entry("python", CODE), Map.entry("source", CODE),
			Map.entry("expression", CODE), Map.entry("action", INSTRUCTION), Map.entry("instruction", INSTRUCTION),
			Map.entry("task", INSTRUCTION), Map.entry("goal", INSTRUCTION), Map.entry("prompt", INSTRUCTION),
			Map.entry("path", PATH), Map.entry("paths", PATH), Map.entry("file", PATH), Map.entry("files", PATH),
			Map.entry("filename", PATH), Map.entry("filepath", PATH), Map.entry("directory", PATH),
			Map.entry("dir", PATH), Map.entry("folder", PATH), Map.entry("sourcepath", PATH),
			Map.entry("destination", PATH), Map.entry("destinationpath", PATH), Map.entry("target", PATH),
			Map.entry("targetpath", PATH), Map.entry("from", PATH), Map.entry("to", PATH), Map.entry("oldpath", PATH),
			Map.entry("newpath", PATH), Map.entry("repository", PATH), Map.entry("workingdirectory", DIRECTORY),
			Map.entry("cwd", DIRECTORY), Map.entry("workdir", DIRECTORY), Map.entry("url", URL), Map.entry("urls", URL),
			Map.entry("uri", URL), Map.entry("link", URL), Map.entry("href", URL), Map.entry("address", URL),
			Map.entry("host", URL), Map.entry("hostname", URL), Map.entry("remote", URL), Map.entry("content", TEXT),
			Map.entry("contents", TEXT), Map.entry("text", TEXT), Map.entry("oldtext", TEXT),
			Map.entry("newtext", TEXT), Map.entry("question", TEXT), Map.entry("message", TEXT),
			Map.entry("pattern", TEXT), Map.entry("description", TEXT), Map.entry("language", TEXT));

	/**
	 * Return what an argument of this name usually means.
	 * @param name the name; letters only count, large or small
	 * @return the kind, {@link #OTHER} if the name tells nothing
	 */
	public static ArgumentKind of(String name) {
		return BY_NAME.getOrDefault(key(name), OTHER);
	}

	static String key(String name) {
		StringBuilder key = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c < 0x80 && Character.isLetterOrDigit(c)) {
				key.append(Character.toLowerCase(c));
			}
		}
		return key.toString();
	}

}
