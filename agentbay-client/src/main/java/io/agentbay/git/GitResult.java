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

package io.agentbay.git;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * How a git command ended.
 *
 * @param outcome success if its exit code is 0
 * @param error how it failed; {@code null} on success, or if it never ran
 * @param value what it answered; {@code null} on failure, or if it answers nothing
 * @param <T> the type of what it answers
 */
public record GitResult<T>(Outcome outcome, @Nullable GitError error,
		@Nullable T value) implements Result<GitResult<T>> {

	/**
	 * Return this result if the command succeeded.
	 * @return this result
	 * @throws GitException if the command failed
	 * @throws io.agentbay.error.ServiceException if the command never ran
	 */
	@Override
	public GitResult<T> orElseThrow() {
		if (this.error != null) {
			throw this.error.failure()
				.toException(this.error, String.valueOf(this.outcome.errorMessage()), this.outcome.requestId());
		}
		return Result.super.orElseThrow();
	}

}
