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

package io.agentbay.code;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agentbay.internal.text.Excerpts;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What running code led to. That code ends with an error is an answer like any other;
 * {@link #requireSuccess()} makes it an exception.
 * <p>
 * In JSON it has outputs, values and error; the code, which may hold what is nobody's
 * business, is left out.
 *
 * @since 0.1.0
 */
public final class CodeResult {

	private final String code;

	private final List<CodeOutput> outputs;

	private final String stdout;

	private final String stderr;

	private final @Nullable CodeError error;

	private final int executionCount;

	private final Duration executionTime;

	private final @Nullable String requestId;

	private final @Nullable String sessionId;

	private CodeResult(Builder builder) {
		this.code = builder.code;
		this.outputs = builder.outputs;
		this.stdout = builder.stdout;
		this.stderr = builder.stderr;
		this.error = builder.error;
		this.executionCount = builder.executionCount;
		this.executionTime = builder.executionTime;
		this.requestId = builder.requestId;
		this.sessionId = builder.sessionId;
	}

	/**
	 * Start building a result, as fakes need it: no error and no outputs.
	 * @param code the code that was run
	 * @return a builder
	 */
	public static Builder builder(String code) {
		return new Builder(code);
	}

	/**
	 * Return the code that was run.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Return the values that the code left behind.
	 * @return the values; none if they were streamed
	 */
	@JsonProperty
	public List<CodeOutput> outputs() {
		return this.outputs;
	}

	/**
	 * Return what the code wrote to its standard output.
	 * @return the text, empty if it was streamed
	 */
	@JsonProperty
	public String stdout() {
		return this.stdout;
	}

	/**
	 * Return what the code wrote to its standard error.
	 * @return the text, empty if it was streamed
	 */
	@JsonProperty
	public String stderr() {
		return this.stderr;
	}

	/**
	 * Return the error that ended the code.
	 * @return the error, {@code null} if it ran to its end
	 */
	@JsonProperty
	public @Nullable CodeError error() {
		return this.error;
	}

	/**
	 * Return how often the interpreter has run code.
	 * @return the number, 0 if not told
	 */
	public int executionCount() {
		return this.executionCount;
	}

	/**
	 * Return how long the code ran.
	 * @return the time, zero if not told
	 */
	public Duration executionTime() {
		return this.executionTime;
	}

	/**
	 * Return the id of the request, to be quoted to the service's support.
	 * @return the request id, {@code null} if there was none
	 */
	public @Nullable String requestId() {
		return this.requestId;
	}

	/**
	 * Return the session that the code was run in.
	 * @return its id, {@code null} if not known
	 */
	public @Nullable String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return the result as text: the value of the last expression, else the first value
	 * that has a text, else what the code wrote to its standard output.
	 * @return the text, possibly empty
	 */
	public String text() {
		String text = firstText(true);
		if (text == null) {
			text = firstText(false);
		}
		return (text != null) ? text : this.stdout;
	}

	private @Nullable String firstText(boolean mainOnly) {
		for (CodeOutput output : this.outputs) {
			String text = output.text();
			if (text != null && (output.main() || !mainOnly)) {
				return text;
			}
		}
		return null;
	}

	/**
	 * Return whether the code ran to its end.
	 * @return whether there was no error
	 */
	public boolean success() {
		return this.error == null;
	}

	/**
	 * Return this result if the code ran to its end.
	 * @return this result
	 * @throws CodeFailedException if an error ended it
	 */
	public CodeResult requireSuccess() {
		if (this.error != null) {
			throw new CodeFailedException(this, this.error);
		}
		return this;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof CodeResult that && this.executionCount == that.executionCount
				&& this.code.equals(that.code) && this.outputs.equals(that.outputs) && this.stdout.equals(that.stdout)
				&& this.stderr.equals(that.stderr) && Objects.equals(this.error, that.error)
				&& this.executionTime.equals(that.executionTime) && Objects.equals(this.requestId, that.requestId)
				&& Objects.equals(this.sessionId, that.sessionId));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.code, this.outputs, this.stdout, this.stderr, this.error, this.requestId);
	}

	@Override
	public String toString() {
		return "CodeResult[code=%s, text=%s, error=%s, executionCount=%s, executionTime=%s, requestId=%s]".formatted(
				Excerpts.beginning(this.code), Excerpts.beginning(text()), this.error, this.executionCount,
				this.executionTime, this.requestId);
	}

	/**
	 * Builds results.
	 */
	public static final class Builder {

		private final String code;

		private List<CodeOutput> outputs = List.of();

		private String stdout = "";

		private String stderr = "";

		private @Nullable CodeError error;

		private int executionCount;

		private Duration executionTime = Duration.ZERO;

		private @Nullable String requestId;

		private @Nullable String sessionId;

		private Builder(String code) {
			Assert.notNull(code, "'code' must not be null");
			this.code = code;
		}

		/**
		 * Set the values that the code left behind.
		 * @param outputs the values
		 * @return this builder
		 */
		public Builder outputs(List<CodeOutput> outputs) {
			this.outputs = List.copyOf(outputs);
			return this;
		}

		/**
		 * Set what the code wrote to its standard output.
		 * @param stdout the text
		 * @return this builder
		 */
		public Builder stdout(String stdout) {
			this.stdout = stdout;
			return this;
		}

		/**
		 * Set what the code wrote to its standard error.
		 * @param stderr the text
		 * @return this builder
		 */
		public Builder stderr(String stderr) {
			this.stderr = stderr;
			return this;
		}

		/**
		 * Set the error that ended the code.
		 * @param error the error, {@code null} for none
		 * @return this builder
		 */
		public Builder error(@Nullable CodeError error) {
			this.error = error;
			return this;
		}

		/**
		 * Set how often the interpreter has run code.
		 * @param executionCount the number
		 * @return this builder
		 */
		public Builder executionCount(int executionCount) {
			this.executionCount = executionCount;
			return this;
		}

		/**
		 * Set how long the code ran.
		 * @param executionTime the time
		 * @return this builder
		 */
		public Builder executionTime(Duration executionTime) {
			this.executionTime = executionTime;
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
		 * Set the session that the code was run in.
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
		public CodeResult build() {
			return new CodeResult(this);
		}

	}

}
