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

package io.agentbay.internal.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that stand outside the code: environment variables, and behind them the
 * {@code .env} file.
 */
public final class Environment {

	private static final Logger logger = LoggerFactory.getLogger(Environment.class);

	private final Map<String, String> variables;

	private final Map<String, String> file;

	private final boolean found;

	private Environment(Map<String, String> variables, Map<String, String> file, boolean found) {
		this.variables = Map.copyOf(variables);
		this.file = Map.copyOf(file);
		this.found = found;
	}

	/**
	 * Look up settings in variables and in a {@code .env} file.
	 * @param variables the environment variables
	 * @param named the environment file; {@code null} for the first {@code .env} found
	 * @param directory where to look for {@code .env}, from there upwards
	 * @return the environment
	 */
	public static Environment of(Map<String, String> variables, @Nullable Path named, Path directory) {
		return new Environment(variables, DotEnv.load(named, directory), named == null || !Files.isRegularFile(named));
	}

	/**
	 * Look up settings in variables and in a file.
	 * @param variables the environment variables
	 * @param file the environment file; {@code null} for none
	 * @return the environment
	 */
	public static Environment of(Map<String, String> variables, @Nullable Path file) {
		return new Environment(variables, (file != null) ? DotEnv.load(file) : Map.of(), false);
	}

	/**
	 * Return the variable {@code AGENTBAY_API_KEY}.
	 * @return the key, {@code null} if it is not set
	 */
	public @Nullable String apiKey() {
		return lookup("AGENTBAY_API_KEY");
	}

	/**
	 * Return the variable {@code AGENTBAY_ENDPOINT}. A {@code .env} file that was merely
	 * found names it only for the key that it holds itself: it does not send a key from
	 * elsewhere to an address of its choice.
	 * @param ownKey whether the key comes from elsewhere than from here
	 * @return the endpoint, {@code null} if it is not set
	 */
	public @Nullable String endpoint(boolean ownKey) {
		boolean keyOfFile = !ownKey && isBlank(this.variables.get("AGENTBAY_API_KEY"));
		if (this.found && !keyOfFile && isBlank(this.variables.get("AGENTBAY_ENDPOINT"))) {
			if (!isBlank(this.file.get("AGENTBAY_ENDPOINT"))) {
				logger
					.warn("AGENTBAY_ENDPOINT of the .env file is ignored, since the API key does not come from there; "
							+ "set both in the same place");
			}
			return null;
		}
		return lookup("AGENTBAY_ENDPOINT");
	}

	private static boolean isBlank(@Nullable String value) {
		return value == null || value.isBlank();
	}

	/**
	 * Return the variable {@code AGENTBAY_REGION_ID}.
	 * @return the region, {@code null} if it is not set
	 */
	public @Nullable String regionId() {
		return lookup("AGENTBAY_REGION_ID");
	}

	/**
	 * Return the variable {@code AGENTBAY_TIMEOUT_MS}.
	 * @return the response time-out, {@code null} if it is not set or, with a warning,
	 * not a positive whole number
	 */
	public @Nullable Duration timeout() {
		String text = lookup("AGENTBAY_TIMEOUT_MS");
		if (text == null) {
			return null;
		}
		try {
			long millis = Long.parseLong(text);
			if (millis > 0) {
				return Duration.ofMillis(millis);
			}
		}
		catch (NumberFormatException ex) {
			// told below, as for numbers that are not positive
		}
		logger.warn("AGENTBAY_TIMEOUT_MS is ignored: '{}' is not a positive number of milliseconds", text);
		return null;
	}

	/**
	 * Return the variable {@code AGENTBAY_BROWSER_BEHAVIOR_SIMULATE}.
	 * @return false for {@code 0}, true for any other value, {@code null} if it is not
	 * set
	 */
	public @Nullable Boolean behaviorSimulate() {
		String text = lookup("AGENTBAY_BROWSER_BEHAVIOR_SIMULATE");
		return (text != null) ? !text.equals("0") : null;
	}

	private @Nullable String lookup(String name) {
		String value = this.variables.getOrDefault(name, "");
		String text = value.isBlank() ? this.file.getOrDefault(name, "") : value;
		return text.isBlank() ? null : text.strip();
	}

}
