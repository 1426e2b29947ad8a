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

package io.agentbay.mobile;

import java.util.Objects;
import java.util.function.UnaryOperator;

import io.agentbay.device.ScreenshotFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How a picture is taken that is longer than the screen. Immutable.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class LongScreenshotOptions {

	private static final LongScreenshotOptions DEFAULTS = new LongScreenshotOptions(4, ScreenshotFormat.PNG, null);

	private final int maxScreens;

	private final ScreenshotFormat format;

	private final @Nullable Integer quality;

	private LongScreenshotOptions(int maxScreens, ScreenshotFormat format, @Nullable Integer quality) {
		this.maxScreens = maxScreens;
		this.format = format;
		this.quality = quality;
	}

	/**
	 * Return the default options: up to four screens, in PNG.
	 * @return the defaults
	 */
	public static LongScreenshotOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Create options.
	 * @param options changes the default ones
	 * @return the options
	 * @throws IllegalArgumentException if there is nothing to change them by
	 */
	public static LongScreenshotOptions of(UnaryOperator<LongScreenshotOptions> options) {
		Assert.notNull(options, "'options' must not be null");
		return options.apply(defaults());
	}

	/**
	 * Return these options with a longest picture.
	 * @param maxScreens how many screens it covers at most, from 2 to 10
	 * @return a changed copy
	 * @throws IllegalArgumentException if the number is out of range
	 */
	public LongScreenshotOptions withMaxScreens(int maxScreens) {
		Assert.isTrue(maxScreens >= 2 && maxScreens <= 10,
				() -> "'maxScreens' must be between 2 and 10, but is " + maxScreens);
		return new LongScreenshotOptions(maxScreens, this.format, this.quality);
	}

	/**
	 * Return these options with a format.
	 * @param format the format of the picture
	 * @return a changed copy
	 * @throws IllegalArgumentException if the format is {@code null}
	 */
	public LongScreenshotOptions withFormat(ScreenshotFormat format) {
		Assert.notNull(format, "'format' must not be null");
		return new LongScreenshotOptions(this.maxScreens, format, this.quality);
	}

	/**
	 * Return these options with a quality, which counts for JPEG only.
	 * @param quality the quality, from 1 to 100
	 * @return a changed copy
	 * @throws IllegalArgumentException if the number is out of range
	 */
	public LongScreenshotOptions withQuality(int quality) {
		Assert.isTrue(quality >= 1 && quality <= 100, () -> "'quality' must be between 1 and 100, but is " + quality);
		return new LongScreenshotOptions(this.maxScreens, this.format, quality);
	}

	/**
	 * Return how many screens the picture covers at most.
	 * @return the number
	 */
	public int maxScreens() {
		return this.maxScreens;
	}

	/**
	 * Return the format of the picture.
	 * @return the format
	 */
	public ScreenshotFormat format() {
		return this.format;
	}

	/**
	 * Return the quality of a JPEG.
	 * @return the quality, {@code null} for the session's default
	 */
	public @Nullable Integer quality() {
		return this.quality;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LongScreenshotOptions that && this.maxScreens == that.maxScreens
				&& this.format == that.format && Objects.equals(this.quality, that.quality);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.maxScreens, this.format, this.quality);
	}

	@Override
	public String toString() {
		return "LongScreenshotOptions[maxScreens=%s, format=%s, quality=%s]".formatted(this.maxScreens, this.format,
				this.quality);
	}

}
