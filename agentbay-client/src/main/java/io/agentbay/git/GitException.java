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

import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * A git command that failed, as an exception. The subclasses are for catching one cause.
 */
public class GitException extends ServiceException {

	private static final long serialVersionUID = 1L;

	private final int exitCode;

	private final String stderr;

	GitException(GitError error, String message, @Nullable String requestId) {
		super(FailureKind.TOOL, null, message, requestId);
		this.exitCode = error.exitCode();
		this.stderr = error.stderr();
	}

	/**
	 * Return the exit code of the command.
	 * @return the exit code
	 */
	public int exitCode() {
		return this.exitCode;
	}

	/**
	 * Return what the command wrote to its standard error.
	 * @return the text
	 */
	public String stderr() {
		return this.stderr;
	}

}
