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

package io.agentbay.local.internal.action;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, wherever in the request they were. An empty value counts as
 * absent.
 *
 * @param parameters the parameters, decoded
 * @param endpoint the address at which the runtime is reached
 */
public record ActionRequest(Map<String, String> parameters, URI endpoint) {

	public ActionRequest {
		parameters = Map.copyOf(parameters);
	}

	/** The address at which the runtime is reached by WebSocket. */
	String socketEndpoint() {
		return "ws" + this.endpoint.toString().substring("http".length());
	}

	/**
	 * A text.
	 * @param name the parameter
	 * @return its value, or {@code null} when absent
	 */
	public @Nullable String text(String name) {
		String value = this.parameters.get(name);
		return (value == null || value.isEmpty()) ? null : value;
	}

	/**
	 * A text that has to be there.
	 * @param name the parameter
	 * @return its value
	 */
	public String required(String name) {
		String value = text(name);
		if (value == null) {
			throw new ActionException(400, "MissingParameter", "Parameter " + name + " is required");
		}
		return value;
	}

	/**
	 * A text.
	 * @param name the parameter
	 * @param standard what stands for an absent one
	 * @return its value
	 */
	public String text(String name, String standard) {
		String value = text(name);
		return (value != null) ? value : standard;
	}

	int integer(String name, int standard, int min, int max) {
		String value = text(name);
		if (value == null) {
			return standard;
		}
		try {
			int number = Integer.parseInt(value.strip());
			if (number >= min && number <= max) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a number out of range.
		}
		throw ActionException.invalid(name, "must be an integer from %s to %s".formatted(min, max));
	}

	boolean flag(String name) {
		String value = text(name);
		if (value == null) {
			return false;
		}
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw ActionException.invalid(name, "must be true or false");
		};
	}

}
