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

package io.agentbay.local.internal.mount;

import java.util.List;

import io.agentbay.local.internal.context.ContextPath;

/**
 * Which part of a mounted context is copied.
 *
 * @param rules the parts; none means everything
 */
record WhiteLists(List<Rule> rules) {

	static final WhiteLists EVERYTHING = new WhiteLists(List.of());

	WhiteLists {
		rules = List.copyOf(rules);
	}

	/**
	 * Whether something is copied.
	 * @param path its path from where the context is mounted
	 */
	boolean includes(ContextPath path) {
		return this.rules.isEmpty() || this.rules.stream().anyMatch((rule) -> rule.includes(path));
	}

	/**
	 * A part.
	 *
	 * @param path a file or a folder, from where the context is mounted
	 * @param excluded what is left out, from there or from the folder
	 */
	record Rule(ContextPath path, List<ContextPath> excluded) {

		Rule {
			excluded = List.copyOf(excluded);
		}

		private boolean includes(ContextPath candidate) {
			return candidate.startsWith(this.path) && this.excluded.stream()
				.noneMatch((exclude) -> !exclude.isRoot()
						&& (candidate.startsWith(exclude) || candidate.startsWith(this.path.resolve(exclude))));
		}
	}

}
