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

package io.agentbay.tool;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.agentbay.internal.text.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A call of a tool.
 *
 * @param tool the name of the tool
 * @param arguments its arguments, as its schema wants them
 * @param readTimeout how long to wait for the answer; {@code null} for the client's
 * response time-out
 * @param connectTimeout how long it may take until the request can be sent; {@code null}
 * for the client's connect time-out
 * @param autoGenSession whether the service may create the session if it is missing;
 * without meaning on the direct link
 * @since 0.1.0
 */
@CheckReturnValue
public record ToolCall(String tool, Map<String, ? extends @Nullable Object> arguments, @Nullable Duration readTimeout,
		@Nullable Duration connectTimeout, boolean autoGenSession) {

	public ToolCall {
		Assert.hasText(tool, "'tool' must not be empty");
		Assert.notNull(arguments, "'arguments' must not be null; pass an empty map for none");
		Assert.isTrue(arguments.keySet().stream().allMatch(Objects::nonNull),
				"'arguments' must not have the name null");
		requirePositive(readTimeout, "readTimeout");
		requirePositive(connectTimeout, "connectTimeout");
		arguments = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(arguments));
	}

	/**
	 * Create a call with the client's time-outs.
	 * @param tool the name of the tool
	 * @param arguments its arguments
	 * @return the call
	 * @throws IllegalArgumentException if an argument is missing
	 */
	public static ToolCall of(String tool, Map<String, ? extends @Nullable Object> arguments) {
		return new ToolCall(tool, arguments, null, null, false);
	}

	/**
	 * Return this call with a time to wait for the answer.
	 * @param readTimeout the longest time
	 * @return a changed copy
	 */
	public ToolCall withReadTimeout(Duration readTimeout) {
		return new ToolCall(this.tool, this.arguments, readTimeout, this.connectTimeout, this.autoGenSession);
	}

	/**
	 * Return this call with a time until the request can be sent.
	 * @param connectTimeout the longest time
	 * @return a changed copy
	 */
	public ToolCall withConnectTimeout(Duration connectTimeout) {
		return new ToolCall(this.tool, this.arguments, this.readTimeout, connectTimeout, this.autoGenSession);
	}

	/**
	 * Return this call with or without leave to create a missing session.
	 * @param autoGenSession whether the service may create it
	 * @return a changed copy
	 */
	public ToolCall withAutoGenSession(boolean autoGenSession) {
		return new ToolCall(this.tool, this.arguments, this.readTimeout, this.connectTimeout, autoGenSession);
	}

	/** Without the arguments: commands and file contents are the user's. */
	@Override
	public String toString() {
		return "ToolCall[" + this.tool + "]";
	}

	private static void requirePositive(@Nullable Duration value, String name) {
		if (value != null) {
			Durations.requirePositive(value, name);
		}
	}

}
