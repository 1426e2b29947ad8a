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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.agentbay.internal.text.Durations;
import io.agentbay.internal.text.Sendable;
import io.agentbay.internal.text.SessionPath;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How a command is run.
 *
 * @param timeout after which time the command is ended, with what it started; default 50
 * seconds, at least one millisecond. Through the service's gateway a request is cut off
 * after about 60 seconds, whatever the time-out says
 * @param workingDirectory the directory that it runs in; a relative one starts at the
 * home directory, as {@code ~} does; {@code null} for the home directory
 * @param environment environment variables, added for this command only: names of
 * letters, digits and underscores, each with its value at most 128 KiB in UTF-8
 * @param input what the command reads from its standard input; {@code null} for the
 * session's own, which has nothing in it
 * @since 0.1.0
 */
@CheckReturnValue
public record CommandOptions(Duration timeout, @Nullable String workingDirectory, Map<String, String> environment,
		@Nullable String input) {

	/** What Linux takes as one variable, without the zero byte behind it. */
	private static final int LONGEST_VARIABLE = 128 * 1024 - 1;

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private static final CommandOptions DEFAULTS = new CommandOptions(Duration.ofSeconds(50), null, Map.of(), null);

	public CommandOptions {
		Durations.requireMillisecond(timeout, "timeout");
		if (workingDirectory != null) {
			Assert.isTrue(!workingDirectory.isBlank(),
					"'workingDirectory' must not be blank; leave it out for the home directory");
			SessionPath.of(workingDirectory, "workingDirectory");
		}
		Assert.notNull(environment, "'environment' must not be null");
		environment.forEach(CommandOptions::checkVariable);
		if (input != null) {
			Assert.isTrue(input.indexOf('\0') < 0,
					"'input' must not hold a zero character; write a file instead and let the command read it");
			Sendable.require(input, "input");
		}
		environment = Map.copyOf(environment);
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static CommandOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Create options.
	 * @param options changes the default ones
	 * @return the options
	 * @throws IllegalArgumentException if there is nothing to change them by
	 */
	public static CommandOptions of(UnaryOperator<CommandOptions> options) {
		Assert.notNull(options, "'options' must not be null");
		return options.apply(defaults());
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout after which time the command is ended
	 * @return a changed copy
	 */
	public CommandOptions withTimeout(Duration timeout) {
		return new CommandOptions(timeout, this.workingDirectory, this.environment, this.input);
	}

	/**
	 * Return these options with a directory to run in.
	 * @param workingDirectory the directory
	 * @return a changed copy
	 */
	public CommandOptions withWorkingDirectory(String workingDirectory) {
		return new CommandOptions(this.timeout, workingDirectory, this.environment, this.input);
	}

	/**
	 * Return these options with other environment variables.
	 * @param environment the variables
	 * @return a changed copy
	 */
	public CommandOptions withEnvironment(Map<String, String> environment) {
		return new CommandOptions(this.timeout, this.workingDirectory, environment, this.input);
	}

	/**
	 * Return these options with one more environment variable.
	 * @param name its name
	 * @param value its value
	 * @return a changed copy
	 */
	public CommandOptions withVariable(String name, String value) {
		Map<String, String> variables = new LinkedHashMap<>(this.environment);
		variables.put(name, value);
		return withEnvironment(variables);
	}

	/**
	 * Return these options with something to read for the command.
	 * @param input what it reads from its standard input. A long one is put into a file
	 * of the session first, piece by piece, which is gone when the command begins
	 * @return a changed copy
	 */
	public CommandOptions withInput(@Nullable String input) {
		return new CommandOptions(this.timeout, this.workingDirectory, this.environment, input);
	}

	/** Without the values: they often are secrets. */
	@Override
	public String toString() {
		return "CommandOptions[timeout=" + this.timeout + ", workingDirectory=" + this.workingDirectory
				+ ", environment=" + this.environment.keySet() + "]";
	}

	private static void checkVariable(@Nullable String name, @Nullable String value) {
		Assert.isTrue(name != null && NAME.matcher(name).matches(), () -> "'environment' holds the name '" + name
				+ "': a shell knows names of letters, digits and underscores only, and drops others without a word");
		Assert.isTrue(value != null && value.indexOf('\0') < 0,
				() -> "'environment' holds no usable value for '" + name + "'");
		Sendable.require(value, "environment");
		int bytes = name.length() + 1 + value.getBytes(StandardCharsets.UTF_8).length;
		Assert.isTrue(bytes <= LONGEST_VARIABLE,
				() -> "'environment' holds " + bytes + " bytes for '" + name + "', more than the " + LONGEST_VARIABLE
						+ " that a program can be given as one variable; write a file instead and hand over its name");
	}

}
