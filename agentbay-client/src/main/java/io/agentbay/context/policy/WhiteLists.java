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
 * The directories that are copied.
 *
 * @param whiteLists the directories; default all
 * @since 0.1.0
 */
public record WhiteLists(List<WhiteList> whiteLists) {

	public WhiteLists {
		Assert.notNull(whiteLists, "'whiteLists' must not be null");
		whiteLists = List.copyOf(whiteLists);
	}

	/**
	 * Return the default: everything.
	 * @return the default
	 */
	public static WhiteLists everything() {
		return new WhiteLists(List.of(WhiteList.of("")));
	}

	/**
	 * Return lists of directories with all that is below them.
	 * @param paths the directories
	 * @return the lists
	 */
	public static WhiteLists of(String... paths) {
		return new WhiteLists(List.of(paths).stream().map(WhiteList::of).toList());
	}

}
