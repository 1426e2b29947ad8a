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

package io.agentbay.context.policy;

import java.util.List;

import org.springframework.util.Assert;

/**
 * A directory that is copied.
 *
 * @param path the directory within the context, without wildcards; empty for all of it
 * @param excludePaths directories below it that are left out, without wildcards
 * @since 0.1.0
 */
public record WhiteList(String path, List<String> excludePaths) {

	public WhiteList {
		ExactPath.check(path, "path");
		Assert.notNull(excludePaths, "'excludePaths' must not be null");
		excludePaths.forEach((exclude) -> ExactPath.check(exclude, "excludePaths"));
		excludePaths = List.copyOf(excludePaths);
	}

	/**
	 * Return a directory with all that is below it.
	 * @param path the directory
	 * @return the entry
	 */
	public static WhiteList of(String path) {
		return new WhiteList(path, List.of());
	}

}
