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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.rule.PathPattern.Reach;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Tells what a tool call does, as far as its arguments tell: which programs it runs,
 * which files it opens, which hosts it reaches.
 *
 * @since 0.1.0
 */
public class ToolCallReader {

	/** The home directory of the images of AgentBay. */
	public static final String DEFAULT_HOME = "/home/wuying";

	/** What an encoded character of an address begins with. */
	private static final String ENCODED = "%";

	private static final Set<String> WIDE_TOOLS = Set.of("search", "find", "grep", "copy", "move", "delete", "remove",
			"upload", "download", "archive", "zip", "sync", "link", "rename");

	private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:");

	private final Programs programs;

	private final PathFact home;

	private final Map<String, ArgumentKind> kinds = new HashMap<>();

	/**
	 * Create a reader.
	 * @param home the home directory in the sessions, where relative paths start
	 * @param knownPrograms further programs that do no more than their words tell
	 * @param kinds what further arguments mean, by their names
	 */
	public ToolCallReader(String home, Collection<String> knownPrograms, Map<String, ArgumentKind> kinds) {
		Assert.isTrue(home.startsWith("/"), "'home' must be an absolute path");
		this.home = PathFact.trusted(home);
		this.programs = new Programs(knownPrograms);
		kinds.forEach((name, kind) -> this.kinds.put(ArgumentKind.key(name), kind));
	}

	/**
	 * Tell what a call does.
	 * @param call the call
	 * @return its parts, at least one
	 */
	public List<CallPart> read(ToolCall call) {
		if (!call.arguments().isUnderstood()) {
			String reason = "the arguments are not one JSON object in which every name is there once";
			return List.of(new CallPart(call, null, List.of(), List.of(), Reach.ENTRIES, reason, reason, reason));
		}
		Reading reading = new Reading(call);
		call.arguments().values().forEach((name, value) -> reading.read(kind(name), value));
		return reading.parts();
	}

	private ArgumentKind kind(String name) {
		ArgumentKind kind = this.kinds.get(ArgumentKind.key(name));
		return (kind != null) ? kind : ArgumentKind.of(name);
	}

	/** What was found in one call. */
	private final class Reading {

		private final ToolCall call;

		private final List<Object> commands = new ArrayList<>();

		private final List<PathFact> paths = new ArrayList<>();

		private final List<HostFact> hosts = new ArrayList<>();

		private @Nullable String hidden;

		private @Nullable String hiddenHosts;

		private PathFact directory = ToolCallReader.this.home;

		Reading(ToolCall call) {
			this.call = call;
		}

		void read(ArgumentKind kind, @Nullable Object value) {
			if (value instanceof Map<?, ?> map) {
				map.forEach((name, inner) -> read(kind(String.valueOf(name)), inner));
			}
			else if (kind == ArgumentKind.COMMAND && value instanceof List<?> words
					&& words.stream().allMatch(String.class::isInstance)) {
				this.commands.add(words);
			}
			else if (value instanceof List<?> list) {
				list.forEach((inner) -> read(kind, inner));
			}
			else if (value instanceof String text && !text.isBlank()) {
				read(kind, text);
			}
		}

		private void read(ArgumentKind kind, String text) {
			switch (kind) {
				case COMMAND -> this.commands.add(text);
				case CODE -> this.hidden = "it runs code, which may do anything";
				case INSTRUCTION -> {
					this.hiddenHosts = "it gives an order in words, which may lead anywhere";
					addresses(text);
				}
				case PATH -> path(text);
				case DIRECTORY -> this.directory = path(text);
				case URL -> url(text);
				case TEXT -> {
				}
				case OTHER -> {
					addresses(text);
					if (text.startsWith("/") || text.startsWith("~") || text.startsWith("..")) {
						path(text);
					}
				}
			}
		}

		private PathFact path(String text) {
			PathFact fact = argumentPath(text);
			this.paths.add(fact);
			if (text.contains("://")) {
				this.hosts.add(HostFact.ofUrl(text));
			}
			return fact;
		}

		private void url(String text) {
			this.hosts.add(HostFact.ofAddress(text.strip()));
			if (text.strip().toLowerCase(Locale.ROOT).startsWith("file:")) {
				this.paths.add(PathFact.UNKNOWN);
			}
		}

		private void addresses(String text) {
			for (String word : text.split("[\\s\"'<>()]+")) {
				if (word.contains("://")) {
					this.hosts.add(HostFact.ofUrl(word.replaceFirst("[.,;:!?]+$", "")));
				}
			}
		}

		List<CallPart> parts() {
			List<CallPart> parts = new ArrayList<>();
			for (Object command : this.commands) {
				try {
					programs(command).forEach((program) -> parts
						.add(new ProgramReader(ToolCallReader.this.home, program).part(this.call)));
				}
				catch (NotUnderstoodException ex) {
					String reason = "the command cannot be understood: " + ex.getMessage();
					parts.add(new CallPart(this.call, null, List.of(), List.of(), Reach.TREE, reason, reason, reason));
				}
			}
			boolean rest = !this.paths.isEmpty() || !this.hosts.isEmpty() || this.hidden != null
					|| this.hiddenHosts != null;
			if (parts.isEmpty() || rest && !isDirectoryOnly()) {
				parts.add(new CallPart(this.call, null, this.paths, this.hosts, reach(), this.hidden, this.hidden,
						(this.hidden != null) ? this.hidden : this.hiddenHosts));
			}
			return parts;
		}

		/** The directory of a command is told with each of its programs. */
		private boolean isDirectoryOnly() {
			return this.hosts.isEmpty() && this.hidden == null && this.hiddenHosts == null
					&& this.paths.equals(List.of(this.directory));
		}

		private List<RunProgram> programs(Object command) {
			if (command instanceof List<?> words) {
				return CommandLine.read(words.stream().map(String::valueOf).toList(), ToolCallReader.this.programs,
						ToolCallReader.this.home, this.directory);
			}
			return CommandLine.read(command.toString(), ToolCallReader.this.programs, ToolCallReader.this.home,
					this.directory);
		}

		private Reach reach() {
			String tool = this.call.tool().toLowerCase(Locale.ROOT);
			return WIDE_TOOLS.stream().anyMatch(tool::contains) ? Reach.TREE : Reach.ITSELF;
		}

	}

	/** A path as tools take it: the home directory may be left out or written as ~. */
	private PathFact argumentPath(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		boolean odd = text.indexOf('\\') >= 0 || text.indexOf('$') >= 0 || lower.contains(ENCODED + "2e")
				|| lower.contains(ENCODED + "2f") || lower.contains(ENCODED + "5c") || SCHEME.matcher(lower).lookingAt()
				|| text.startsWith("~") && !text.equals("~") && !text.startsWith("~/") || !text.equals(text.strip())
				|| text.chars().anyMatch((c) -> c < ' ');
		if (odd) {
			return PathFact.UNKNOWN;
		}
		return text.startsWith("~") ? this.home.resolve("./" + text.substring(1), false)
				: this.home.resolve(text, true);
	}

}
