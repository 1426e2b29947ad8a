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

package io.agentbay.browser;

import java.time.Duration;
import java.util.Objects;

import io.agentbay.internal.browser.OperatorChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How a picture of a page is taken.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class ScreenshotOptions {

	private static final ScreenshotOptions DEFAULTS = new ScreenshotOptions(true, 80, null, null, PageTarget.last());

	private final boolean fullPage;

	private final int quality;

	private final @Nullable PageClip clip;

	private final @Nullable Duration timeout;

	private final PageTarget page;

	private ScreenshotOptions(boolean fullPage, int quality, @Nullable PageClip clip, @Nullable Duration timeout,
			PageTarget page) {
		Assert.isTrue(quality >= 1 && quality <= 100, "'quality' must be between 1 and 100");
		OperatorChecks.requireSeconds(timeout);
		Assert.notNull(page, "'page' must not be null");
		this.fullPage = fullPage;
		this.quality = quality;
		this.clip = clip;
		this.timeout = timeout;
		this.page = page;
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static ScreenshotOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with all of the page.
	 * @return a changed copy
	 */
	public ScreenshotOptions withFullPage() {
		return new ScreenshotOptions(true, this.quality, this.clip, this.timeout, this.page);
	}

	/**
	 * Return these options with what can be seen of the page.
	 * @return a changed copy
	 */
	public ScreenshotOptions withVisiblePart() {
		return new ScreenshotOptions(false, this.quality, this.clip, this.timeout, this.page);
	}

	/**
	 * Return these options with another quality.
	 * @param quality the quality of a JPEG picture, from 1 to 100
	 * @return a changed copy
	 */
	public ScreenshotOptions withQuality(int quality) {
		return new ScreenshotOptions(this.fullPage, quality, this.clip, this.timeout, this.page);
	}

	/**
	 * Return these options for a part of the page.
	 * @param clip the part
	 * @return a changed copy
	 */
	public ScreenshotOptions withClip(PageClip clip) {
		return new ScreenshotOptions(this.fullPage, this.quality, clip, this.timeout, this.page);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout how long it may take, sent in whole seconds, at least one
	 * @return a changed copy
	 */
	public ScreenshotOptions withTimeout(Duration timeout) {
		return new ScreenshotOptions(this.fullPage, this.quality, this.clip, timeout, this.page);
	}

	/**
	 * Return these options for a page.
	 * @param page the page
	 * @return a changed copy
	 */
	public ScreenshotOptions withPage(PageTarget page) {
		return new ScreenshotOptions(this.fullPage, this.quality, this.clip, this.timeout, page);
	}

	/**
	 * Return whether the picture shows all of the page, and not only what can be seen.
	 * @return whether it does, by default so
	 */
	public boolean fullPage() {
		return this.fullPage;
	}

	/**
	 * Return the quality of a JPEG picture.
	 * @return the quality from 1 to 100, by default 80
	 */
	public int quality() {
		return this.quality;
	}

	/**
	 * Return the part of the page that is meant.
	 * @return the part, {@code null} for all of that
	 */
	public @Nullable PageClip clip() {
		return this.clip;
	}

	/**
	 * Return how long it may take.
	 * @return the time, {@code null} for the service's choice
	 */
	public @Nullable Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the page that is meant.
	 * @return the page
	 */
	public PageTarget page() {
		return this.page;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof ScreenshotOptions that && this.fullPage == that.fullPage
				&& this.quality == that.quality && Objects.equals(this.clip, that.clip)
				&& Objects.equals(this.timeout, that.timeout) && this.page.equals(that.page));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.fullPage, this.quality, this.clip, this.timeout, this.page);
	}

	@Override
	public String toString() {
		return "ScreenshotOptions[fullPage=" + this.fullPage + ", quality=" + this.quality + ", clip=" + this.clip
				+ ", page=" + this.page + "]";
	}

}
