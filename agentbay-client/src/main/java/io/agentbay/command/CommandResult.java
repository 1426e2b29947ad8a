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

package io.agentbay.command;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended.
 *
 * @param outcome success if the command ran and its exit code is 0
 * @param stdout what it wrote to its standard output
 * @param stderr what it wrote to its standard error
 * @param exitCode its exit code; -1 if it did not end by itself or never began
 * @param traceId the service's id for tracing a failure, {@code null} if there is none
 */
public record CommandResult(Outcome outcome, String stdout, String stderr, int exitCode,
		@Nullable String traceId) implements Result<CommandResult> {

	/**
	 * Return all that the command wrote.
	 * @return standard output, then standard error
	 */
	public String output() {
		return this.stdout + this.stderr;
	}

}
