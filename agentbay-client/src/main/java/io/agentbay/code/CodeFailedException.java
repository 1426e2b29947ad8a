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

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.internal.text.Excerpts;

/**
 * An error ended code that was run. Thrown by {@link CodeResult#requireSuccess()} only.
 *
 * @since 0.1.0
 */
public class CodeFailedException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final transient CodeResult result;

	private final transient CodeError error;

	CodeFailedException(CodeResult result, CodeError error) {
		super(Excerpts.failure(result.code(), how(error), result.stderr(), result.stdout()),
				new CallDetails("run_code", result.sessionId(), result.requestId()), null);
		this.result = result;
		this.error = error;
	}

	private static String how(CodeError error) {
		return error.value().isBlank() ? error.name() : error.name() + ": " + Excerpts.end(error.value());
	}

	/**
	 * Return what the code led to.
	 * @return the result, with code and outputs as a whole
	 */
	public CodeResult result() {
		return this.result;
	}

	/**
	 * Return the error.
	 * @return the error
	 */
	public CodeError error() {
		return this.error;
	}

	/**
	 * Return what the code wrote to its standard output.
	 * @return the text, possibly empty
	 */
	public String stdout() {
		return this.result.stdout();
	}

	/**
	 * Return what the code wrote to its standard error.
	 * @return the text, possibly empty
	 */
	public String stderr() {
		return this.result.stderr();
	}

	@Override
	public boolean mayHaveTakenEffect() {
		return true;
	}

}
