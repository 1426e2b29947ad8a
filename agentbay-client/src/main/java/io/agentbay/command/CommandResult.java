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

import java.time.Duration;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agentbay.internal.text.Excerpts;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a command ended. That a program ends with another exit code than 0 is an answer
 * like any other; {@link #requireSuccess()} makes it an exception.
 * <p>
 * In JSON it has exit code, outputs and whether they are whole; the command, which may
 * hold what is nobody's business, is left out.
 *
 * @since 0.1.0
 */
public final class CommandResult {

	private final String command;

	private final String stdout;

	private final String stderr;

	private final int exitCode;

	private final @Nullable Duration timedOutAfter;

	private final boolean truncated;

	private final @Nullable String requestId;

	private final @Nullable String traceId;

	private final @Nullable String sessionId;

	private CommandResult(Builder builder) {
		this.command = builder.command;
		this.stdout = builder.stdout;
		this.stderr = builder.stderr;
		this.exitCode = builder.exitCode;
		this.timedOutAfter = builder.timedOutAfter;
		this.truncated = builder.truncated;
		this.requestId = builder.requestId;
		this.traceId = builder.traceId;
		this.sessionId = builder.sessionId;
	}

	/**
	 * Start building a result, as fakes need it: exit code 0 and no output.
	 * @param command the command that was run
	 * @return a builder
	 */
	public static Builder builder(String command) {
		return new Builder(command);
	}

	/**
	 * Return the command that was run.
	 * @return the command
	 */
	public String command() {
		return this.command;
	}

	/**
	 * Return what the command wrote to its standard output.
	 * @return the text, possibly empty
	 */
	@JsonProperty
	public String stdout() {
		return this.stdout;
	}

	/**
	 * Return what the command wrote to its standard error.
	 * @return the text, possibly empty
	 */
	@JsonProperty
	public String stderr() {
		return this.stderr;
	}

	/**
	 * Return all that the command wrote.
	 * @return standard output, then standard error
	 */
	public String output() {
		return this.stdout + this.stderr;
	}

	/**
	 * Return the exit code of the command.
	 * @return the exit code, -1 if the command had none because it was ended
	 */
	@JsonProperty
	public int exitCode() {
		return this.exitCode;
	}

	/**
	 * Return whether the command was ended because its time was over.
	 * @return whether it was
	 */
	public boolean timedOut() {
		return this.timedOutAfter != null;
	}

	/**
	 * Return the time after which the command was ended.
	 * @return the time, {@code null} if it ended by itself
	 */
	public @Nullable Duration timedOutAfter() {
		return this.timedOutAfter;
	}

	/**
	 * Return whether the command wrote more than the session keeps.
	 * @return whether the outputs are cut off
	 */
	@JsonProperty
	public boolean truncated() {
		return this.truncated;
	}

	/**
	 * Return the id of the request, to be quoted to the service's support.
	 * @return the request id, {@code null} if there was none
	 */
	public @Nullable String requestId() {
		return this.requestId;
	}

	/**
	 * Return the id by which the session traces a command that failed.
	 * @return the id, {@code null} if there was none
	 */
	public @Nullable String traceId() {
		return this.traceId;
	}

	/**
	 * Return the session that the command was run in.
	 * @return its id, {@code null} if not known
	 */
	public @Nullable String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return whether the command ended by itself, with exit code 0.
	 * @return whether it did
	 */
	public boolean success() {
		return this.exitCode == 0 && !timedOut();
	}

	/**
	 * Return this result if the command was a success.
	 * @return this result
	 * @throws CommandFailedException if it was not
	 */
	public CommandResult requireSuccess() {
		if (!success()) {
			throw new CommandFailedException(this);
		}
		return this;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof CommandResult that && this.exitCode == that.exitCode
				&& this.truncated == that.truncated && this.command.equals(that.command)
				&& this.stdout.equals(that.stdout) && this.stderr.equals(that.stderr)
				&& Objects.equals(this.timedOutAfter, that.timedOutAfter)
				&& Objects.equals(this.requestId, that.requestId) && Objects.equals(this.traceId, that.traceId)
				&& Objects.equals(this.sessionId, that.sessionId));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.command, this.stdout, this.stderr, this.exitCode, this.requestId);
	}

	@Override
	public String toString() {
		return "CommandResult[command=%s, exitCode=%s, stdout=%s, stderr=%s, timedOutAfter=%s, truncated=%s, requestId=%s]"
			.formatted(Excerpts.beginning(this.command), this.exitCode, Excerpts.beginning(this.stdout),
					Excerpts.beginning(this.stderr), this.timedOutAfter, this.truncated, this.requestId);
	}

	/**
	 * Builds results.
	 */
	public static final class Builder {

		private final String command;

		private String stdout = "";

		private String stderr = "";

		private int exitCode;

		private @Nullable Duration timedOutAfter;

		private boolean truncated;

		private @Nullable String requestId;

		private @Nullable String traceId;

		private @Nullable String sessionId;

		private Builder(String command) {
			Assert.notNull(command, "'command' must not be null");
			this.command = command;
		}

		/**
		 * Set what the command wrote to its standard output.
		 * @param stdout the text
		 * @return this builder
		 */
		public Builder stdout(String stdout) {
			this.stdout = stdout;
			return this;
		}

		/**
		 * Set what the command wrote to its standard error.
		 * @param stderr the text
		 * @return this builder
		 */
		public Builder stderr(String stderr) {
			this.stderr = stderr;
			return this;
		}

		/**
		 * Set the exit code.
		 * @param exitCode the exit code
		 * @return this builder
		 */
		public Builder exitCode(int exitCode) {
			this.exitCode = exitCode;
			return this;
		}

		/**
		 * Set the time after which the command was ended.
		 * @param timedOutAfter the time, {@code null} if it ended by itself
		 * @return this builder
		 */
		public Builder timedOutAfter(@Nullable Duration timedOutAfter) {
			this.timedOutAfter = timedOutAfter;
			return this;
		}

		/**
		 * Set whether the outputs are cut off.
		 * @param truncated whether they are
		 * @return this builder
		 */
		public Builder truncated(boolean truncated) {
			this.truncated = truncated;
			return this;
		}

		/**
		 * Set the id of the request.
		 * @param requestId the id, or {@code null}
		 * @return this builder
		 */
		public Builder requestId(@Nullable String requestId) {
			this.requestId = requestId;
			return this;
		}

		/**
		 * Set the id by which the session traces the command.
		 * @param traceId the id, or {@code null}
		 * @return this builder
		 */
		public Builder traceId(@Nullable String traceId) {
			this.traceId = traceId;
			return this;
		}

		/**
		 * Set the session that the command was run in.
		 * @param sessionId its id, or {@code null}
		 * @return this builder
		 */
		public Builder sessionId(@Nullable String sessionId) {
			this.sessionId = sessionId;
			return this;
		}

		/**
		 * Build the result.
		 * @return the result
		 */
		public CommandResult build() {
			return new CommandResult(this);
		}

	}

}
