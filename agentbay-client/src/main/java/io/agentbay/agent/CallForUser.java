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

package io.agentbay.agent;

/**
 * Answers what an agent asks its user, such as the code of a text message. Implemented by
 * applications: new methods will have a default.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CallForUser {

	/**
	 * Answer a question. Called on a thread that may wait; the agent waits, too. When it
	 * throws, that is logged and the agent gets an empty answer.
	 * @param prompt the question
	 * @return the answer, possibly empty
	 */
	String answer(String prompt);

}
