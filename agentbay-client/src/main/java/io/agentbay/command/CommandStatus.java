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

import java.time.Instant;
import java.util.OptionalInt;

import org.springframework.util.Assert;

/**
 * How a command that was started stands.
 *
 * @param id its id
 * @param command its beginning, at most 200 bytes of it
 * @param startedAt when it was started, by the clock of the session, in whole seconds
 * @param exitCode its exit code, nothing while it runs; 128 and the number of the signal
 * if a signal ended it, -1 if its end is not known because what watches over it in the
 * session was killed
 * @param stdoutBytes how much is in its standard output
 * @param stderrBytes how much is in its standard error
 * @since 0.1.0
 */
public record CommandStatus(String id, String command, Instant startedAt, OptionalInt exitCode, long stdoutBytes,
		long stderrBytes) {

	public CommandStatus {
		Assert.hasText(id, "'id' must not be empty");
		Assert.notNull(command, "'command' must not be null");
		Assert.notNull(startedAt, "'startedAt' must not be null");
		Assert.notNull(exitCode, "'exitCode' must not be null");
	}

	/**
	 * Return whether the command had not ended.
	 * @return whether it ran
	 */
	public boolean running() {
		return this.exitCode.isEmpty();
	}

	/** Without the command, which may hold secrets. */
	@Override
	public String toString() {
		return "CommandStatus[id=" + this.id + ", startedAt=" + this.startedAt + ", exitCode=" + this.exitCode
				+ ", stdoutBytes=" + this.stdoutBytes + ", stderrBytes=" + this.stderrBytes + "]";
	}

}
