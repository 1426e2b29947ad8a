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

package io.agentbay.internal.observe;

import java.util.List;

import io.agentbay.observation.CallAttempt;
import io.agentbay.observation.CallListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes attempts into the log and tells all listeners of them.
 */
final class CallReporter implements CallListener {

	private static final Logger calls = LoggerFactory.getLogger("io.agentbay.calls");

	private static final Logger logger = LoggerFactory.getLogger(CallReporter.class);

	private final List<CallListener> listeners;

	CallReporter(List<CallListener> listeners) {
		this.listeners = List.copyOf(listeners);
	}

	@Override
	public void onAttempt(CallAttempt attempt) {
		if (calls.isDebugEnabled()) {
			calls.debug("{}, attempt {}: {} in {} ms, request id {}, session {}", attempt.operation(), attempt.number(),
					(attempt.failure() != null) ? attempt.failure() : attempt.outcome(), attempt.duration().toMillis(),
					attempt.requestId(), attempt.sessionId());
		}
		for (CallListener listener : this.listeners) {
			tell(listener, attempt);
		}
	}

	private static void tell(CallListener listener, CallAttempt attempt) {
		try {
			listener.onAttempt(attempt);
		}
		catch (RuntimeException ex) {
			logger.warn("A listener failed to hear of an attempt to call {}", attempt.operation(), ex);
		}
	}

}
