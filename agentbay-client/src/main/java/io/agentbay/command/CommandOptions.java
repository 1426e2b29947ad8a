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

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How a command is run.
 *
 * @param timeout after which time the command is ended, with what it started; default 50
 * seconds, at least one millisecond. Through the service's gateway a request is cut off
 * after about 60 seconds, whatever the time-out says
 * @param workingDirectory the directory that it runs in; {@code null} for the home
 * directory
 * @param environment environment variables, added for this command only
 * @param input what the command reads from its standard input; {@code null} for the
 * session's own, which has nothing in it
 * @since 0.1.0
 */
@CheckReturnValue
public record CommandOptions(Duration timeout, @Nullable String workingDirectory, Map<String, String> environment,
		@Nullable String input) {

	private static final int LONGEST_INPUT = 64 * 1024;

	private static final CommandOptions DEFAULTS = new CommandOptions(Duration.ofSeconds(50), null, Map.of(), null);

	public CommandOptions {
		Assert.notNull(timeout, "'timeout' must not be null");
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be at least one millisecond");
		Assert.isTrue(workingDirectory == null || !workingDirectory.isBlank(),
				"'workingDirectory' must not be blank; leave it out for the home directory");
		Assert.notNull(environment, "'environment' must not be null");
		environment.forEach(CommandOptions::checkVariable);
		Assert.isTrue(input == null || (input.length() <= LONGEST_INPUT && input.indexOf('\0') < 0),
				() -> "'input' must not hold a zero character or more than %d characters; write a file instead"
					.formatted(LONGEST_INPUT));
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
	 * @param input what it reads from its standard input, at most 65536 characters
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
		Assert.isTrue(name != null && !name.isBlank() && name.indexOf('=') < 0 && name.indexOf('\0') < 0,
				() -> "'environment' holds the name '" + name + "', which is not a variable name");
		Assert.isTrue(value != null && value.indexOf('\0') < 0,
				() -> "'environment' holds no usable value for '" + name + "'");
	}

}
