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

package io.agentbay.ai.tool;

import java.util.stream.Collectors;

import io.agentbay.git.Git;
import io.agentbay.git.GitCloneOptions;
import io.agentbay.git.GitException;
import io.agentbay.git.GitStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Works with git repositories.
 */
final class GitTools {

	private static final int COMMITS = 20;

	private final ToolWork work;

	GitTools(ToolWork work) {
		this.work = work;
	}

	@Tool(name = "git", resultConverter = PlainTextConverter.class, description = """
			Work with a git repository on your computer. clone gets the repository at the address 'text'; init makes \
			a new one; status, diff and log (20 commits) tell about it; commit adds all changes and commits them with \
			the message 'text'; branch makes the branch 'text' and goes to it; checkout goes to the branch 'text'; \
			pull and push talk to the remote 'origin', push with the branch 'text'. Everything else: run git as a \
			command.""")
	String git(@ToolParam(description = "What to do") Action action, @ToolParam(required = false,
			description = "The directory of the repository; for clone and init where to make it. "
					+ "Default: the home directory, for clone the name of the repository") @Nullable String repository,
			@ToolParam(required = false,
					description = "An address, a message or a branch, see above") @Nullable String text) {
		if (action.needsText && (text == null || text.isBlank())) {
			return "Error: 'text' is missing: an address, a message or a branch";
		}
		try {
			return done(action, ToolWork.path(repository), (text != null) ? text : "");
		}
		catch (GitException ex) {
			return this.work.shortened("Error: " + ex.plainMessage(), "run git as a command");
		}
	}

	private String done(Action action, String directory, String text) {
		Git git = this.work.session().git();
		return switch (action) {
			case CLONE -> "Cloned into " + (directory.equals(".") ? git.clone(text, GitCloneOptions.defaults())
					: git.clone(text, directory));
			case INIT -> "Made " + git.init(directory);
			case STATUS -> status(git.status(directory));
			case DIFF -> nonEmpty(git.diff(directory), "There are no changes that are not staged");
			case LOG -> nonEmpty(git.log(directory, COMMITS)
				.stream()
				.map((commit) -> "%s %s %s: %s".formatted(commit.shortHash(), commit.date(), commit.authorName(),
						commit.message().lines().findFirst().orElse("")))
				.collect(Collectors.joining("\n")), "There are no commits");
			case COMMIT -> {
				git.addAll(directory);
				yield "Committed " + git.commit(directory, text);
			}
			case BRANCH -> {
				git.checkoutNewBranch(directory, text);
				yield "On the new branch " + text;
			}
			case CHECKOUT -> {
				git.checkoutBranch(directory, text);
				yield "On branch " + text;
			}
			case PULL -> {
				git.pull(directory);
				yield "Pulled";
			}
			case PUSH -> {
				git.push(directory, "origin", text);
				yield "Pushed " + text;
			}
		};
	}

	private String status(GitStatus status) {
		String files = status.files()
			.stream()
			.map((file) -> "%s%s %s".formatted(file.indexStatus(), file.workTreeStatus(), file.path()))
			.collect(Collectors.joining("\n"));
		return this.work.shortened(
				"On %s, %s ahead, %s behind\n%s".formatted((status.branch() != null) ? status.branch() : "no branch",
						status.ahead(), status.behind(), files.isEmpty() ? "Nothing has changed" : files),
				"run git status as a command");
	}

	private String nonEmpty(String text, String otherwise) {
		return text.isBlank() ? otherwise : this.work.shortened(text, "run git as a command");
	}

	/** What can be done. */
	enum Action {

		CLONE(true), INIT(false), STATUS(false), DIFF(false), LOG(false), COMMIT(true), BRANCH(true), CHECKOUT(true),
		PULL(false), PUSH(true);

		private final boolean needsText;

		Action(boolean needsText) {
			this.needsText = needsText;
		}

	}

}
