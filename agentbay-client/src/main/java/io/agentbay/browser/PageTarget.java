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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The page that an operator is to work on.
 *
 * @param contextIndex the place of its browser context among those of the browser, from
 * 0, the browser's own
 * @param targetId the id of its DevTools target, as {@code Target.getTargetInfo} tells
 * it; {@code null} for the page that was opened last
 * @since 0.1.0
 */
public record PageTarget(int contextIndex, @Nullable String targetId) {

	private static final PageTarget LAST = new PageTarget(0, null);

	public PageTarget {
		Assert.isTrue(contextIndex >= 0, "'contextIndex' must not be negative");
		Assert.isTrue(targetId == null || !targetId.isBlank(),
				"'targetId' must not be blank; pass null for the page that was opened last");
	}

	/**
	 * Return the page that was opened last.
	 * @return the target
	 */
	public static PageTarget last() {
		return LAST;
	}

	/**
	 * Return a page of the browser's own context.
	 * @param targetId the id of its DevTools target
	 * @return the target
	 */
	public static PageTarget of(String targetId) {
		Assert.hasText(targetId, "'targetId' must not be empty");
		return new PageTarget(0, targetId);
	}

}
