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
 * How long stored files are kept.
 *
 * @param lifecycle how long; default {@link Lifecycle#FOREVER}
 * @param paths the directories that this holds for, without wildcards; an empty path
 * means all, which is the default
 * @since 0.1.0
 */
public record RecyclePolicy(Lifecycle lifecycle, List<String> paths) {

	public RecyclePolicy {
		Assert.notNull(lifecycle, "'lifecycle' must not be null");
		Assert.notEmpty(paths, "'paths' must not be empty; an empty path in it means all");
		paths.forEach((path) -> ExactPath.check(path, "paths"));
		paths = List.copyOf(paths);
	}

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static RecyclePolicy defaults() {
		return new RecyclePolicy(Lifecycle.FOREVER, List.of(""));
	}

}
