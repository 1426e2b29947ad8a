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

package io.agentbay.sample;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.agentbay.observation.CallObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

import org.springframework.stereotype.Component;

/**
 * Remembers the last calls to AgentBay, from the observations that the client makes.
 * Spring Boot finds it, as it finds every {@link ObservationHandler} bean.
 */
@Component
class RecentCalls implements ObservationHandler<CallObservationContext> {

	private static final int LIMIT = 200;

	private final Deque<Call> calls = new ArrayDeque<>();

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CallObservationContext;
	}

	@Override
	public void onStart(CallObservationContext context) {
		context.put(Instant.class, Instant.now());
	}

	@Override
	public void onStop(CallObservationContext context) {
		Instant started = context.getRequired(Instant.class);
		long start = started.toEpochMilli();
		add(new Call(context.operation(), start, Instant.now().toEpochMilli() - start, context.outcome()));
	}

	private synchronized void add(Call call) {
		if (this.calls.size() == LIMIT) {
			this.calls.removeFirst();
		}
		this.calls.addLast(call);
	}

	/** The last calls, in the order in which they ended. */
	synchronized List<Call> calls() {
		return List.copyOf(this.calls);
	}

	/**
	 * A call that has ended.
	 *
	 * @param name its action or tool
	 * @param start when it began, in milliseconds since 1970
	 * @param duration how long it took, in milliseconds
	 * @param outcome how it ended, such as {@code SUCCESS}
	 */
	record Call(String name, long start, long duration, String outcome) {
	}

}
