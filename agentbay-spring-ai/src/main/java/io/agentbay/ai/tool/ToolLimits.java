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

package io.agentbay.ai.tool;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How much a call of a tool may take and say.
 *
 * @param time the longest time for a command or a piece of code; the service ends calls
 * through its gateway after about 60 seconds
 * @param maxLength the most characters of a text in an answer, at least 100; of a longer
 * one the middle is left out
 * @param maxArguments the most characters of the arguments of a call
 * @param maxFileSize the most bytes of a file that is read
 * @param maxPictureSize the most bytes of a picture that is shown to the model
 * @since 0.1.0
 */
public record ToolLimits(Duration time, int maxLength, int maxArguments, long maxFileSize, long maxPictureSize) {

	private static final ToolLimits DEFAULTS = new ToolLimits(Duration.ofSeconds(50), 20_000, 1_000_000, 10_000_000,
			5_000_000);

	public ToolLimits {
		Assert.notNull(time, "'time' must not be null");
		Assert.isTrue(!time.isNegative() && !time.minusMillis(1).isNegative(),
				"'time' must be at least one millisecond");
		Assert.isTrue(maxLength >= 100, "'maxLength' must be at least 100");
		Assert.isTrue(maxArguments >= 100, "'maxArguments' must be at least 100");
		Assert.isTrue(maxFileSize > 0, "'maxFileSize' must be positive");
		Assert.isTrue(maxPictureSize > 0, "'maxPictureSize' must be positive");
	}

	/**
	 * Return the defaults: 50 seconds, 20,000 characters of a text, a million of
	 * arguments, 10 MB of a file, 5 MB of a picture.
	 * @return the limits
	 */
	public static ToolLimits defaults() {
		return DEFAULTS;
	}

	/**
	 * Return limits with another time.
	 * @param time the longest time for a command or a piece of code
	 * @return the changed limits
	 */
	public ToolLimits withTime(Duration time) {
		return new ToolLimits(time, this.maxLength, this.maxArguments, this.maxFileSize, this.maxPictureSize);
	}

	/**
	 * Return limits with another length of texts.
	 * @param maxLength the most characters of a text in an answer
	 * @return the changed limits
	 */
	public ToolLimits withMaxLength(int maxLength) {
		return new ToolLimits(this.time, maxLength, this.maxArguments, this.maxFileSize, this.maxPictureSize);
	}

	/**
	 * Return limits with another length of arguments.
	 * @param maxArguments the most characters of the arguments of a call
	 * @return the changed limits
	 */
	public ToolLimits withMaxArguments(int maxArguments) {
		return new ToolLimits(this.time, this.maxLength, maxArguments, this.maxFileSize, this.maxPictureSize);
	}

	/**
	 * Return limits with another size of files.
	 * @param maxFileSize the most bytes of a file that is read
	 * @return the changed limits
	 */
	public ToolLimits withMaxFileSize(long maxFileSize) {
		return new ToolLimits(this.time, this.maxLength, this.maxArguments, maxFileSize, this.maxPictureSize);
	}

	/**
	 * Return limits with another size of pictures.
	 * @param maxPictureSize the most bytes of a picture that is shown to the model
	 * @return the changed limits
	 */
	public ToolLimits withMaxPictureSize(long maxPictureSize) {
		return new ToolLimits(this.time, this.maxLength, this.maxArguments, this.maxFileSize, maxPictureSize);
	}

}
