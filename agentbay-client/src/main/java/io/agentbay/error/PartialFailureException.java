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

import java.util.List;

/**
 * Some of what was asked for was done, and some was not.
 *
 * @since 0.1.0
 */
public class PartialFailureException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> completed;

	private final transient List<AgentBayException> failures;

	/**
	 * Create an exception.
	 * @param message what was done and what was not
	 * @param details what was being done
	 * @param completed what was done: the names of files, contexts or sessions
	 * @param failures why the rest was not, at least one
	 */
	@SuppressWarnings("this-escape") // a final method of Throwable
	public PartialFailureException(String message, CallDetails details, List<String> completed,
			List<AgentBayException> failures) {
		super(message, details, failures.get(0));
		this.completed = List.copyOf(completed);
		this.failures = List.copyOf(failures);
		for (AgentBayException failure : failures.subList(1, failures.size())) {
			addSuppressed(failure);
		}
	}

	/**
	 * Return what was done.
	 * @return the names of files, contexts or sessions, possibly none
	 */
	public List<String> completed() {
		return this.completed;
	}

	/**
	 * Return why the rest was not done.
	 * @return the failures, at least one
	 */
	public List<AgentBayException> failures() {
		return this.failures;
	}

	@Override
	public boolean mayHaveTakenEffect() {
		return true;
	}

}
