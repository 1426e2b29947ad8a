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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One call of an action.
 *
 * @param action the action
 * @param sessionId the session that it is for, {@code null} if for none
 * @param parametersFactory makes its parameters, without those that every request has
 * @param responseTimeout how long to wait for the answer
 * @param connectTimeout how long it may take until the request can be sent, {@code null}
 * for the transport's own limit
 */
record ApiCall(Action action, @Nullable String sessionId, ParametersFactory parametersFactory, Duration responseTimeout,
		@Nullable Duration connectTimeout) {

	Parameters parameters() {
		return this.parametersFactory.create();
	}

	/** Makes the parameters anew for each attempt. */
	@FunctionalInterface
	interface ParametersFactory {

		Parameters create();

	}

}
