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

package io.agentbay.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.agentbay.internal.text.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How to start a command that is watched while it runs, or left to run: by default in the
 * home directory, without a time limit, with nothing to read, under an id of its own.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class StartOptions {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

	private static final StartOptions DEFAULTS = new StartOptions(null, null, false, CommandOptions.defaults());

	private final @Nullable String id;

	private final @Nullable Duration timeout;

	private final boolean openInput;

	/** Of which directory, environment and input are used, and checked. */
	private final CommandOptions common;

	private StartOptions(@Nullable String id, @Nullable Duration timeout, boolean openInput, CommandOptions common) {
		this.id = id;
		this.timeout = timeout;
		this.openInput = openInput;
		this.common = common;
		Assert.isTrue(!openInput || common.input() == null,
				"'input' and an open input exclude each other; write what there is to read after the start");
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static StartOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Create options.
	 * @param options changes the default ones
	 * @return the options
	 * @throws IllegalArgumentException if there is nothing to change them by
	 */
	public static StartOptions of(UnaryOperator<StartOptions> options) {
		Assert.notNull(options, "'options' must not be null");
		return options.apply(defaults());
	}

	/**
	 * Return these options with an id. In each session an id is used once: a second start
	 * with the same id is refused.
	 * @param id 1 to 64 letters, digits, dashes and underscores, without this a random
	 * UUID
	 * @return a changed copy
	 * @throws IllegalArgumentException if it cannot be an id
	 */
	public StartOptions withId(String id) {
		Assert.isTrue(id != null && ID.matcher(id).matches(),
				"'id' must be 1 to 64 letters, digits, dashes or underscores, and begin with a letter or a digit");
		return new StartOptions(id, this.timeout, this.openInput, this.common);
	}

	/**
	 * Return these options with a time after which the session ends the command, whether
	 * somebody watches it or not: by {@code SIGTERM} to its process group, and two
	 * seconds later {@code SIGKILL}.
	 * @param timeout the time, at least a millisecond; without this there is none
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is too short or too long
	 */
	public StartOptions withTimeout(Duration timeout) {
		Durations.requireMillisecond(timeout, "timeout");
		return new StartOptions(this.id, timeout, this.openInput, this.common);
	}

	/**
	 * Return these options with a directory to run in.
	 * @param workingDirectory the directory
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public StartOptions withWorkingDirectory(String workingDirectory) {
		return with(this.common.withWorkingDirectory(workingDirectory));
	}

	/**
	 * Return these options with other environment variables.
	 * @param environment the variables
	 * @return a changed copy
	 * @throws IllegalArgumentException if a shell could not know one of them
	 */
	public StartOptions withEnvironment(Map<String, String> environment) {
		return with(this.common.withEnvironment(environment));
	}

	/**
	 * Return these options with one more environment variable.
	 * @param name its name
	 * @param value its value
	 * @return a changed copy
	 * @throws IllegalArgumentException if a shell could not know it
	 */
	public StartOptions withVariable(String name, String value) {
		Map<String, String> variables = new LinkedHashMap<>(environment());
		variables.put(name, value);
		return withEnvironment(variables);
	}

	/**
	 * Return these options with something to read for the command, after which its
	 * standard input ends.
	 * @param input what it reads
	 * @return a changed copy
	 * @throws IllegalArgumentException if it cannot be sent, or the input is open
	 */
	public StartOptions withInput(String input) {
		Assert.notNull(input, "'input' must not be null");
		return with(this.common.withInput(input));
	}

	/**
	 * Return these options with a standard input that stays open and can be written to
	 * while the command runs, until it is closed. Without this or
	 * {@link #withInput(String)} it ends at once.
	 * @return a changed copy
	 * @throws IllegalArgumentException if there is an input already
	 */
	public StartOptions withOpenInput() {
		return new StartOptions(this.id, this.timeout, true, this.common);
	}

	private StartOptions with(CommandOptions common) {
		return new StartOptions(this.id, this.timeout, this.openInput, common);
	}

	/**
	 * Return the id of the command.
	 * @return the id, {@code null} for a random one
	 */
	public @Nullable String id() {
		return this.id;
	}

	/**
	 * Return the time after which the command is ended.
	 * @return the time, {@code null} for none
	 */
	public @Nullable Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the directory to run in.
	 * @return the directory, {@code null} for the home directory
	 */
	public @Nullable String workingDirectory() {
		return this.common.workingDirectory();
	}

	/**
	 * Return the environment variables.
	 * @return the variables
	 */
	public Map<String, String> environment() {
		return this.common.environment();
	}

	/**
	 * Return what the command reads.
	 * @return its whole input, {@code null} if there is none or it is open
	 */
	public @Nullable String input() {
		return this.common.input();
	}

	/**
	 * Return whether the standard input stays open.
	 * @return whether it does
	 */
	public boolean openInput() {
		return this.openInput;
	}

	/** Without the values: they often are secrets. */
	@Override
	public String toString() {
		return "StartOptions[id=" + this.id + ", timeout=" + this.timeout + ", workingDirectory=" + workingDirectory()
				+ ", environment=" + environment().keySet() + ", openInput=" + this.openInput + "]";
	}

}
