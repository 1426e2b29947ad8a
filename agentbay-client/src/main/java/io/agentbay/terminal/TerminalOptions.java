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

package io.agentbay.terminal;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.internal.text.Durations;
import io.agentbay.internal.text.Sendable;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * What a terminal is to be like. By default it has 80 columns and 24 rows, and the shell,
 * the directory and the environment of the session, with {@code TERM=xterm-256color} and
 * {@code LANG=en_US.UTF-8}.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class TerminalOptions {

	private static final TerminalOptions DEFAULTS = new TerminalOptions(80, 24, null, null, Map.of(),
			Duration.ofSeconds(30));

	private static final int MAX_SIZE = 500;

	private final int columns;

	private final int rows;

	private final @Nullable String workingDirectory;

	private final @Nullable String shell;

	private final Map<String, String> environment;

	private final Duration timeout;

	private TerminalOptions(int columns, int rows, @Nullable String workingDirectory, @Nullable String shell,
			Map<String, String> environment, Duration timeout) {
		this.columns = columns;
		this.rows = rows;
		this.workingDirectory = workingDirectory;
		this.shell = shell;
		this.environment = environment;
		this.timeout = timeout;
	}

	/**
	 * Return the default options.
	 * @return the options
	 */
	public static TerminalOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with a size.
	 * @param columns how many characters are in a line, 1 to 500
	 * @param rows how many lines there are, 1 to 500
	 * @return a changed copy
	 * @throws IllegalArgumentException if one of them is out of its range
	 */
	public TerminalOptions withSize(int columns, int rows) {
		requireSize(columns, rows);
		return new TerminalOptions(columns, rows, this.workingDirectory, this.shell, this.environment, this.timeout);
	}

	static void requireSize(int columns, int rows) {
		Assert.isTrue(columns >= 1 && columns <= MAX_SIZE, () -> "'columns' must be 1 to 500, not " + columns);
		Assert.isTrue(rows >= 1 && rows <= MAX_SIZE, () -> "'rows' must be 1 to 500, not " + rows);
	}

	/**
	 * Return these options with a directory to start in.
	 * @param directory the directory in the session
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public TerminalOptions withWorkingDirectory(String directory) {
		Assert.hasText(directory, "'directory' must not be empty");
		Sendable.require(directory, "directory");
		return new TerminalOptions(this.columns, this.rows, directory, this.shell, this.environment, this.timeout);
	}

	/**
	 * Return these options with a program to run in the terminal. Which one it is without
	 * this is the session's choice.
	 * @param shell the program, by name or path
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public TerminalOptions withShell(String shell) {
		Assert.hasText(shell, "'shell' must not be empty");
		Sendable.require(shell, "shell");
		return new TerminalOptions(this.columns, this.rows, this.workingDirectory, shell, this.environment,
				this.timeout);
	}

	/**
	 * Return these options with variables on top of the environment.
	 * @param variables the variables, instead of those set before
	 * @return a changed copy
	 * @throws IllegalArgumentException if a name is empty or has an equals sign, or if a
	 * value is {@code null}
	 */
	public TerminalOptions withEnvironment(Map<String, String> variables) {
		Assert.notNull(variables, "'variables' must not be null");
		variables.forEach((name, value) -> {
			Assert.isTrue(name != null && !name.isEmpty() && name.indexOf('=') < 0 && name.indexOf('\0') < 0,
					"'variables' must have names without an equals sign");
			Assert.isTrue(value != null && value.indexOf('\0') < 0, () -> "'variables' has no value for " + name);
			Sendable.require(name + value, "variables");
		});
		return new TerminalOptions(this.columns, this.rows, this.workingDirectory, this.shell,
				Collections.unmodifiableMap(new LinkedHashMap<>(variables)), this.timeout);
	}

	/**
	 * Return these options with a time within which the terminal has to be open, 30
	 * seconds without this.
	 * @param timeout the time
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	public TerminalOptions withTimeout(Duration timeout) {
		Durations.requirePositive(timeout, "timeout");
		return new TerminalOptions(this.columns, this.rows, this.workingDirectory, this.shell, this.environment,
				timeout);
	}

	/**
	 * Return how many characters are in a line.
	 * @return the number
	 */
	public int columns() {
		return this.columns;
	}

	/**
	 * Return how many lines there are.
	 * @return the number
	 */
	public int rows() {
		return this.rows;
	}

	/**
	 * Return the directory to start in.
	 * @return the directory, {@code null} for the session's choice
	 */
	public @Nullable String workingDirectory() {
		return this.workingDirectory;
	}

	/**
	 * Return the program to run.
	 * @return the program, {@code null} for the session's choice
	 */
	public @Nullable String shell() {
		return this.shell;
	}

	/**
	 * Return the variables on top of the environment.
	 * @return the variables
	 */
	public Map<String, String> environment() {
		return this.environment;
	}

	/**
	 * Return the time within which the terminal has to be open.
	 * @return the time
	 */
	public Duration timeout() {
		return this.timeout;
	}

	/** Without the values of the environment, which may be secret. */
	@Override
	public String toString() {
		return "TerminalOptions[columns=" + this.columns + ", rows=" + this.rows + ", workingDirectory="
				+ this.workingDirectory + ", shell=" + this.shell + ", environment=" + this.environment.keySet() + "]";
	}

}
