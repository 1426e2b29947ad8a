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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.rule.PathPattern.Reach;
import org.jspecify.annotations.Nullable;

/**
 * A part of a tool call that is decided on by itself: one program of a command line, or
 * the whole call where there is no command line. What the text does not tell is said to
 * be hidden.
 *
 * @since 0.1.0
 */
public final class CallPart {

	private final ToolCall call;

	private final @Nullable RunProgram program;

	private final List<PathFact> paths;

	private final List<HostFact> hosts;

	private final Reach reach;

	private final @Nullable String hidesPrograms;

	private final @Nullable String hidesPaths;

	private final @Nullable String hidesHosts;

	CallPart(ToolCall call, @Nullable RunProgram program, List<PathFact> paths, List<HostFact> hosts, Reach reach,
			@Nullable String hidesPrograms, @Nullable String hidesPaths, @Nullable String hidesHosts) {
		this.call = call;
		this.program = program;
		this.paths = List.copyOf(paths);
		this.hosts = List.copyOf(hosts);
		this.reach = reach;
		this.hidesPrograms = hidesPrograms;
		this.hidesPaths = hidesPaths;
		this.hidesHosts = hidesHosts;
	}

	/**
	 * Return the call that this is a part of.
	 * @return the call
	 */
	public ToolCall call() {
		return this.call;
	}

	/**
	 * Return the program that is run, and its arguments.
	 * @return the words without quotes, {@code "?"} for each that is computed; empty if
	 * no program is run, or it cannot be told which
	 */
	public List<String> command() {
		return (this.program != null)
				? this.program.words().stream().map((word) -> word.isLiteral() ? word.text() : "?").toList()
				: List.of();
	}

	/**
	 * Return the files that are named.
	 * @return absolute paths, without those that cannot be told
	 */
	public List<String> paths() {
		return this.paths.stream()
			.filter((path) -> !path.isUnknown())
			.map(PathFact::toString)
			.collect(Collectors.toUnmodifiableList());
	}

	/**
	 * Return the hosts that are named.
	 * @return their names in small letters, without those that cannot be told
	 */
	public List<String> hosts() {
		return this.hosts.stream().map(HostFact::name).flatMap(Stream::ofNullable).toList();
	}

	/**
	 * Return why there may be programs, files or hosts that are not named.
	 * @return the reason in words for a model, {@code null} if all is told
	 */
	public @Nullable String hidden() {
		String reason = (this.hidesPrograms != null) ? this.hidesPrograms : this.hidesPaths;
		return (reason != null) ? reason : this.hidesHosts;
	}

	@Nullable RunProgram program() {
		return this.program;
	}

	List<PathFact> pathFacts() {
		return this.paths;
	}

	List<HostFact> hostFacts() {
		return this.hosts;
	}

	Reach reach() {
		return this.reach;
	}

	boolean hidesPrograms() {
		return this.hidesPrograms != null;
	}

	boolean hidesPaths() {
		return this.hidesPaths != null || this.paths.stream().anyMatch(PathFact::isUnknown);
	}

	boolean hidesHosts() {
		return this.hidesHosts != null || this.hosts.contains(HostFact.UNKNOWN);
	}

}
