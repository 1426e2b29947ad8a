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

package io.agentbay.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.agentbay.internal.text.Sendable;
import io.agentbay.internal.text.SessionPath;
import io.agentbay.internal.text.ShellQuoting;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A git command. Every word is quoted for the shell, and a value can never be taken for
 * an option, so that nothing can be injected.
 */
final class GitCommandLine {

	private final List<String> words = new ArrayList<>();

	private GitCommandLine() {
		this.words.add("git");
	}

	static GitCommandLine anywhere(String subcommand) {
		return new GitCommandLine().fixed(subcommand);
	}

	static GitCommandLine in(String repository, String subcommand) {
		return new GitCommandLine().fixed("-C").path("repository", repository).fixed(subcommand);
	}

	/**
	 * A command in a repository under settings that hold for it only; those without value
	 * are left out.
	 */
	static GitCommandLine configured(String repository, String firstKey, @Nullable String firstValue, String secondKey,
			@Nullable String secondValue) {
		GitCommandLine line = new GitCommandLine().fixed("-C").path("repository", repository);
		return line.setting(firstKey, firstValue).setting(secondKey, secondValue);
	}

	private GitCommandLine setting(String key, @Nullable String value) {
		return (value != null) ? fixed("-c").raw(key, key + "=" + value) : this;
	}

	/** Words that this client chose. */
	GitCommandLine fixed(String... options) {
		for (String option : options) {
			this.words.add(option);
		}
		return this;
	}

	GitCommandLine fixedIf(boolean condition, String option) {
		return condition ? fixed(option) : this;
	}

	/** A word that the user chose, where git would also look for an option. */
	GitCommandLine value(String name, @Nullable String value) {
		Assert.hasText(value, () -> "'" + name + "' must not be empty");
		Assert.isTrue(!value.startsWith("-"), () -> "'" + name + "' must not begin with a dash");
		return raw(name, value);
	}

	/** A directory of the session, as all features take it. */
	GitCommandLine path(String name, @Nullable String path) {
		Assert.hasText(path, () -> "'" + name + "' must not be empty");
		return value(name, SessionPath.of(path, name));
	}

	GitCommandLine option(String option, String name, @Nullable String value) {
		return (value != null) ? fixed(option).value(name, value) : this;
	}

	/** A word that the user chose, where git looks for nothing else. */
	GitCommandLine raw(String name, String value) {
		Assert.notNull(value, () -> "'" + name + "' must not be null");
		Assert.isTrue(value.indexOf('\0') < 0, () -> "'" + name + "' must not hold a zero character");
		Sendable.require(value, name);
		this.words.add(value);
		return this;
	}

	/** Paths, divided from the options before them. */
	GitCommandLine paths(List<String> paths) {
		Assert.notEmpty(paths, "'paths': git requires at least one path");
		fixed("--");
		for (String path : paths) {
			Assert.hasText(path, "'paths' must not hold empty paths");
			raw("paths", path);
		}
		return this;
	}

	String text() {
		return this.words.stream().map(ShellQuoting::quoted).collect(Collectors.joining(" "));
	}

}
