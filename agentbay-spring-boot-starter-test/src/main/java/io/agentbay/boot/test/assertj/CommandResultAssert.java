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

package io.agentbay.boot.test.assertj;

import io.agentbay.command.CommandResult;
import org.assertj.core.api.AbstractObjectAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link CommandResult}. What it holds beside its end is reached by
 * {@code returns}, {@code extracting} and {@code satisfies}.
 *
 * @since 0.1.0
 */
public final class CommandResultAssert extends AbstractObjectAssert<CommandResultAssert, CommandResult> {

	CommandResultAssert(@Nullable CommandResult actual) {
		super(actual, CommandResultAssert.class);
	}

	/**
	 * Verify that the command ended with 0.
	 * @return these assertions
	 */
	public CommandResultAssert succeeded() {
		isNotNull();
		if (!this.actual.success()) {
			failWithMessage("Expected the command to succeed, but it %s", end());
		}
		return this;
	}

	/**
	 * Verify that the command did not end with 0, for whatever reason.
	 * @return these assertions
	 */
	public CommandResultAssert failed() {
		isNotNull();
		if (this.actual.success()) {
			failWithMessage("Expected the command to fail, but it %s", end());
		}
		return this;
	}

	/**
	 * Verify with what the command ended.
	 * @param exitCode its exit code
	 * @return these assertions
	 */
	public CommandResultAssert hasExitCode(int exitCode) {
		isNotNull();
		if (this.actual.exitCode() != exitCode) {
			failWithMessage("Expected the command to end with %s, but it %s", exitCode, end());
		}
		return this;
	}

	/**
	 * Verify that the command was ended because it took too long.
	 * @return these assertions
	 */
	public CommandResultAssert timedOut() {
		isNotNull();
		if (!this.actual.timedOut()) {
			failWithMessage("Expected the command to take too long, but it %s", end());
		}
		return this;
	}

	private String end() {
		String how = this.actual.timedOut() ? "was ended after " + this.actual.timedOutAfter()
				: "ended with " + this.actual.exitCode();
		return "%s: '%s'%nStandard output:%n%s%nStandard error:%n%s".formatted(how, this.actual.command(),
				this.actual.stdout(), this.actual.stderr());
	}

}
