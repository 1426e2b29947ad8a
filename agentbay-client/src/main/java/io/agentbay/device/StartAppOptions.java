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

package io.agentbay.device;

import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How an application is started. Immutable.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class StartAppOptions {

	private static final StartAppOptions DEFAULTS = new StartAppOptions(null, null);

	private final @Nullable String workingDirectory;

	private final @Nullable String activity;

	private StartAppOptions(@Nullable String workingDirectory, @Nullable String activity) {
		this.workingDirectory = workingDirectory;
		this.activity = activity;
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static StartAppOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Create options.
	 * @param options changes the default ones
	 * @return the options
	 * @throws IllegalArgumentException if there is nothing to change them by
	 */
	public static StartAppOptions of(UnaryOperator<StartAppOptions> options) {
		Assert.notNull(options, "'options' must not be null");
		return options.apply(defaults());
	}

	/**
	 * Return these options with the directory to start it in.
	 * @param workingDirectory the directory
	 * @return a changed copy
	 * @throws IllegalArgumentException if the directory is blank
	 */
	public StartAppOptions withWorkingDirectory(String workingDirectory) {
		Assert.hasText(workingDirectory, "'workingDirectory' must not be empty; leave it out for the default");
		return new StartAppOptions(workingDirectory, this.activity);
	}

	/**
	 * Return these options with the activity to start, on phones only.
	 * @param activity the activity, such as {@code .SettingsActivity}
	 * @return a changed copy
	 * @throws IllegalArgumentException if the activity is blank
	 */
	public StartAppOptions withActivity(String activity) {
		Assert.hasText(activity, "'activity' must not be empty; leave it out for the default");
		return new StartAppOptions(this.workingDirectory, activity);
	}

	/**
	 * Return the directory to start it in.
	 * @return the directory, {@code null} for the default
	 */
	public @Nullable String workingDirectory() {
		return this.workingDirectory;
	}

	/**
	 * Return the activity to start.
	 * @return the activity, {@code null} for the app's first one
	 */
	public @Nullable String activity() {
		return this.activity;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof StartAppOptions that && Objects.equals(this.workingDirectory, that.workingDirectory)
				&& Objects.equals(this.activity, that.activity);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.workingDirectory, this.activity);
	}

	@Override
	public String toString() {
		return "StartAppOptions[workingDirectory=%s, activity=%s]".formatted(this.workingDirectory, this.activity);
	}

}
