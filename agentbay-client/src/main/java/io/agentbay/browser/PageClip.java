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

import org.springframework.util.Assert;

/**
 * A part of a page, in CSS pixels from its upper left corner.
 *
 * @param x its left edge, at least 0
 * @param y its upper edge, at least 0
 * @param width its width, more than 0
 * @param height its height, more than 0
 * @since 0.1.0
 */
public record PageClip(double x, double y, double width, double height) {

	public PageClip {
		Assert.isTrue(x >= 0 && y >= 0, "'x' and 'y' must not be negative");
		Assert.isTrue(width > 0 && height > 0, "'width' and 'height' must be more than zero");
	}

}
