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

package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * The request was sent, but no usable answer came back: the service may or may not have
 * carried it out. The client did not repeat it, because repeating could do the work
 * twice.
 *
 * @since 0.1.0
 */
public class OutcomeUnknownException extends CallFailedException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param known what is known of the call
	 * @param details what was being done
	 * @param cause what cut the call off
	 */
	public OutcomeUnknownException(String known, CallDetails details, @Nullable Throwable cause) {
		super("It is not known whether %s was carried out: %s"
			.formatted((details.operation() != null) ? details.operation() : "the operation", known), details, cause);
	}

	@Override
	public boolean mayHaveTakenEffect() {
		return true;
	}

}
