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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A directory, or directories, that are copied. Regular expressions are read by the
 * service, whose dialect and anchoring are not told. In its examples, such as
 * {@code project-.*}, an expression has to match the whole of a path: so does the local
 * runtime, with Java's dialect. Where several entries fit, a file that one of them takes
 * is copied.
 *
 * @param path the directory within the context, without wildcards; empty for all of it
 * @param excludePaths directories below it that are left out, without wildcards
 * @param pathRegex whether the path is a regular expression instead
 * @param excludeRegex whether what is left out are regular expressions instead, for paths
 * from the directory
 * @since 0.1.0
 */
@CheckReturnValue
public record WhiteList(String path, List<String> excludePaths,
		@JsonProperty("isPathRegex") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean pathRegex,
		@JsonProperty("isExcludeRegex") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean excludeRegex) {

	public WhiteList {
		Assert.notNull(excludePaths, "'excludePaths' must not be null");
		if (pathRegex) {
			Assert.hasText(path, "'path' must not be empty if it is a regular expression");
		}
		else {
			ExactPath.check(path, "path");
		}
		excludePaths.forEach((exclude) -> {
			if (excludeRegex) {
				Assert.hasText(exclude, "'excludePaths' must not hold empty regular expressions");
			}
			else {
				ExactPath.check(exclude, "excludePaths");
			}
		});
		excludePaths = List.copyOf(excludePaths);
	}

	/**
	 * Create an entry of exact paths.
	 * @param path the directory
	 * @param excludePaths directories below it that are left out
	 */
	public WhiteList(String path, List<String> excludePaths) {
		this(path, excludePaths, false, false);
	}

	/**
	 * Return a directory with all that is below it.
	 * @param path the directory
	 * @return the entry
	 */
	public static WhiteList of(String path) {
		return new WhiteList(path, List.of());
	}

	/**
	 * Return the directories that a regular expression matches, with all that is below
	 * them. It is compared with directories of the context, not with files:
	 * {@code .*\.txt} takes no file of that name.
	 * @param regex the expression, such as {@code project-.*}
	 * @return the entry
	 */
	public static WhiteList matching(String regex) {
		return new WhiteList(regex, List.of(), true, false);
	}

	/**
	 * Return this entry without the directories and files that regular expressions match.
	 * @param regexes the expressions, for paths from each directory
	 * @return a changed copy
	 */
	public WhiteList withoutMatching(String... regexes) {
		return new WhiteList(this.path, List.of(regexes), this.pathRegex, true);
	}

}
