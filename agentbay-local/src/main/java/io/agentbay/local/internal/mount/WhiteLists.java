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
import java.util.regex.Pattern;

import io.agentbay.local.internal.context.ContextPath;
import org.jspecify.annotations.Nullable;

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
	 * A part. Where a path is matched, the outermost folder that matches counts with all
	 * that is below it.
	 *
	 * @param path a file or a folder, from where the context is mounted
	 * @param matching what the path of a folder has to match instead, {@code null} if the
	 * path counts
	 * @param excluded what is left out, from there or from the folder
	 * @param excludedMatches what is left out, from the folder
	 */
	record Rule(ContextPath path, @Nullable Pattern matching, List<ContextPath> excluded,
			List<Pattern> excludedMatches) {

		Rule {
			excluded = List.copyOf(excluded);
			excludedMatches = List.copyOf(excludedMatches);
		}

		private boolean includes(ContextPath candidate) {
			if (this.matching == null) {
				return candidate.startsWith(this.path) && takes(this.path, candidate);
			}
			String whole = candidate.toString();
			for (int end = whole.indexOf('/', 1); end > 0; end = whole.indexOf('/', end + 1)) {
				if (this.matching.matcher(whole.substring(1, end)).matches()) {
					return takes(ContextPath.of(whole.substring(0, end)), candidate);
				}
			}
			return false;
		}

		private boolean takes(ContextPath folder, ContextPath candidate) {
			if (this.excluded.stream()
				.anyMatch((exclude) -> !exclude.isRoot()
						&& (candidate.startsWith(exclude) || candidate.startsWith(folder.resolve(exclude))))) {
				return false;
			}
			String inside = candidate.after(folder).toString();
			for (int end = inside.indexOf('/', 1);; end = inside.indexOf('/', end + 1)) {
				String part = inside.substring(1, (end > 0) ? end : inside.length());
				if (this.excludedMatches.stream().anyMatch((exclude) -> exclude.matcher(part).matches())) {
					return false;
				}
				if (end < 0) {
					return true;
				}
			}
		}

	}

}
