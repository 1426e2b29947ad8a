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

package io.agentbay.observation;

/**
 * How an attempt to call the service ended.
 *
 * @since 0.1.0
 */
public enum AttemptOutcome {

	/**
	 * The service did what it was asked to.
	 */
	SUCCESS,

	/**
	 * The answer was no. A call that was throttled may be repeated.
	 */
	REFUSED,

	/**
	 * No answer arrived: no connection, or not in time. The call may be repeated.
	 */
	NO_ANSWER,

	/**
	 * The answer could not be read.
	 */
	INVALID_REPLY,

	/**
	 * Nobody waited for the answer any longer.
	 */
	CANCELLED

}
