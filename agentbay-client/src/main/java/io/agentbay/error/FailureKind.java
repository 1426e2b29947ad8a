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

/**
 * Why the service refused an operation, independent of the wording and the codes of its
 * answer.
 *
 * @since 0.1.0
 */
public enum FailureKind {

	/**
	 * The session does not exist (any more).
	 */
	SESSION_GONE,

	/**
	 * The session, or something in it, is in a state in which this cannot be done: it is
	 * paused, for example.
	 */
	SESSION_STATE,

	/**
	 * Something other than the session is in a state in which this cannot be done: a
	 * context that a session uses cannot be deleted, a name is taken.
	 */
	CONFLICT,

	/**
	 * Something other than the session does not exist: an action, a context, a network.
	 */
	NOT_FOUND,

	/**
	 * The service did not accept an argument.
	 */
	INVALID_ARGUMENT,

	/**
	 * Too many requests; trying again later may succeed.
	 */
	THROTTLED,

	/**
	 * A limit of the account is used up.
	 */
	QUOTA,

	/**
	 * The service, or a tool in the session, ran out of time.
	 */
	TIMEOUT,

	/**
	 * A tool in the session ran and reported a failure, for example a missing file.
	 */
	TOOL,

	/**
	 * The service does not accept the API key.
	 */
	AUTHENTICATION,

	/**
	 * Any other failure of the service.
	 */
	SERVICE

}
