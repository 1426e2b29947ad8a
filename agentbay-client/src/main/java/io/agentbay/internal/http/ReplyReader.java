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

package io.agentbay.internal.http;

import io.agentbay.internal.answer.Outcome;

/**
 * Makes sense of an answer.
 *
 * @param <T> what it is read into
 */
public interface ReplyReader<T> {

	/**
	 * Read an answer.
	 * @param reply the answer, whatever its status
	 * @return what it says
	 * @throws io.agentbay.error.InvalidReplyException if it is no valid reply
	 */
	T read(HttpReply reply);

	/**
	 * Tell whether the service did what it was asked to.
	 * @param content what was read from the answer
	 * @return how the call ended
	 */
	Outcome outcome(T content);

	/**
	 * Return whether the service asks to come back later, because it is busy or
	 * throttles.
	 * @param reply the answer
	 * @param content what was read from it
	 * @return whether to come back
	 */
	boolean isBusy(HttpReply reply, T content);

}
