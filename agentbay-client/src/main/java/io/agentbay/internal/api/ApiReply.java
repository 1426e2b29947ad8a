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

package io.agentbay.internal.api;

import java.net.URI;
import java.net.URISyntaxException;

import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.answer.Result;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an action.
 *
 * @param outcome whether the service did what it was asked to
 * @param data what it answered, {@code null} when it refused or the action answers
 * nothing
 * @param <T> the type of the data
 */
public record ApiReply<T>(Outcome outcome, @Nullable T data) implements Result<ApiReply<T>> {

	/**
	 * Return the data of a success.
	 * @param missing what it is if there is none
	 * @return the data
	 * @throws io.agentbay.error.ServiceException if the service refused, or answered no
	 * data
	 */
	public T required(String missing) {
		T data = orElseThrow().data();
		if (data == null) {
			throw ServiceException.of(FailureKind.SERVICE, null, "The service answered " + missing,
					this.outcome.details());
		}
		return data;
	}

	/**
	 * Read an address.
	 * @param text the address as the service tells it
	 * @return the address
	 * @throws InvalidReplyException if it is none
	 */
	public URI address(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			// Neither its message nor its cause: an address may carry a token.
			throw new InvalidReplyException("The service answered an address that cannot be read",
					this.outcome.details(), 0, null);
		}
	}

}
