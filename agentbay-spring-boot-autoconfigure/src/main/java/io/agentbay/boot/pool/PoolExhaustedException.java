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

package io.agentbay.boot.pool;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import org.jspecify.annotations.Nullable;

/**
 * No session of the pool became free in time. Nothing was sent on behalf of the caller.
 *
 * @since 0.1.0
 */
public class PoolExhaustedException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what there is in the pool
	 * @param cause the end of the wait, {@code null} if there was none
	 */
	public PoolExhaustedException(String message, @Nullable Throwable cause) {
		super(message, CallDetails.none(), cause);
	}

}
