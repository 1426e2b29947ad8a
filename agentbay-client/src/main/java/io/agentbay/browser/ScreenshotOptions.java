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
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.internal.browser.OperatorArguments;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a picture of a page is taken.
 *
 * @param fullPage whether of all of it, and else of what can be seen; default true
 * @param quality the quality of a JPEG picture, 1 to 100; default 80
 * @param clip the part of the page that is meant; {@code null} for all of that
 * @param timeout how long it may take, sent in whole seconds, at least one; {@code null}
 * for the service's choice
 * @param page the page
 */
public record ScreenshotOptions(boolean fullPage, int quality, @Nullable PageClip clip, @Nullable Duration timeout,
		PageTarget page) {

	private static final ScreenshotOptions DEFAULTS = new ScreenshotOptions(true, 80, null, null, PageTarget.last());

	public ScreenshotOptions {
		Assert.isTrue(quality >= 1 && quality <= 100, "'quality' must be between 1 and 100");
		OperatorArguments.requireSeconds(timeout);
		Assert.notNull(page, "'page' must not be null");
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static ScreenshotOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with or without what cannot be seen.
	 * @param fullPage whether to take all of the page
	 * @return a changed copy
	 */
	public ScreenshotOptions withFullPage(boolean fullPage) {
		return new ScreenshotOptions(fullPage, this.quality, this.clip, this.timeout, this.page);
	}

	/**
	 * Return these options with another quality.
	 * @param quality the quality
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
	public ScreenshotOptions withClip(@Nullable PageClip clip) {
		return new ScreenshotOptions(this.fullPage, this.quality, clip, this.timeout, this.page);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout how long it may take
	 * @return a changed copy
	 */
	public ScreenshotOptions withTimeout(@Nullable Duration timeout) {
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

	Map<String, Object> toArguments() {
		Map<String, Object> arguments = new LinkedHashMap<>();
		this.page.putInto(arguments);
		arguments.put("full_page", this.fullPage);
		arguments.put("quality", this.quality);
		if (this.clip != null) {
			arguments.put("clip", this.clip.toWire());
		}
		OperatorArguments.putSeconds(arguments, this.timeout);
		return arguments;
	}

}
