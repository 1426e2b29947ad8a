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

package io.agentbay.tool;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a tool of a session answered when it was called by name. That the tool reports an
 * error is an answer like any other, whose text is meant for a model;
 * {@link #requireSuccess()} makes it an exception.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class ToolResult {

	private final String text;

	private final boolean error;

	private final CallDetails details;

	private ToolResult(String text, boolean error, CallDetails details) {
		Assert.notNull(text, "'text' must not be null");
		Assert.notNull(details, "'details' must not be null");
		this.text = text;
		this.error = error;
		this.details = details;
	}

	/**
	 * Create the answer of a tool that did its work.
	 * @param text the text of its answer
	 * @param details the call
	 * @return the result
	 */
	public static ToolResult of(String text, CallDetails details) {
		return new ToolResult(text, false, details);
	}

	/**
	 * Create the answer of a tool that reports an error.
	 * @param text the error in words
	 * @param details the call
	 * @return the result
	 */
	public static ToolResult ofError(String text, CallDetails details) {
		return new ToolResult(text, true, details);
	}

	/**
	 * Return the text of the answer.
	 * @return the text, that of the error if there is one, possibly empty
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Return whether the tool reports an error.
	 * @return whether it does
	 */
	public boolean isError() {
		return this.error;
	}

	/**
	 * Return whether the tool did its work.
	 * @return whether it reports no error
	 */
	public boolean success() {
		return !this.error;
	}

	/**
	 * Return the call that was answered.
	 * @return the tool, the session and the id of the request
	 */
	public CallDetails details() {
		return this.details;
	}

	/**
	 * Return the id of the request, to be quoted to the service's support.
	 * @return the request id, {@code null} if there was none
	 */
	public @Nullable String requestId() {
		return this.details.requestId();
	}

	/**
	 * Return this result if the tool did its work.
	 * @return this result
	 * @throws io.agentbay.error.ToolFailedException if it reports an error
	 */
	public ToolResult requireSuccess() {
		if (this.error) {
			throw ServiceException.of(FailureKind.TOOL, null, this.text, this.details);
		}
		return this;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof ToolResult that && this.error == that.error
				&& this.text.equals(that.text) && this.details.equals(that.details));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.text, this.error, this.details);
	}

	@Override
	public String toString() {
		return "ToolResult[isError=" + this.error + ", text=" + this.text + ", requestId=" + requestId() + "]";
	}

}
