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

import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * An observation of something reactive: it has its place in the Reactor context rather
 * than on a thread, and ends once. For use inside this project only.
 */
public final class RunningObservation {

	/** What is current on a thread is the same for all registries. */
	private static final ObservationRegistry ANY = ObservationRegistry.create();

	private final Observation observation;

	private final AtomicBoolean running = new AtomicBoolean(true);

	private RunningObservation(Observation observation) {
		this.observation = observation;
	}

	/**
	 * Start an observation. Its parent is the observation in the Reactor context, else
	 * the one current on this thread.
	 * @param observation the observation, not started
	 * @param caller the Reactor context of whoever asked for what is observed
	 * @return the observation, running
	 */
	public static RunningObservation start(Observation observation, ContextView caller) {
		if (caller.hasKey(ObservationThreadLocalAccessor.KEY)) {
			observation.parentObservation(caller.get(ObservationThreadLocalAccessor.KEY));
		}
		return new RunningObservation(observation.start());
	}

	/**
	 * Bring the observation that is current on this thread into a Reactor context that
	 * has none, so that it is the parent of all that follows, on whichever thread.
	 * @param context the context
	 * @return the context with the observation, if there is one
	 */
	public static Context fromThread(Context context) {
		Observation current = ANY.getCurrentObservation();
		return (current != null && !context.hasKey(ObservationThreadLocalAccessor.KEY))
				? context.put(ObservationThreadLocalAccessor.KEY, current) : context;
	}

	/**
	 * Make this observation the parent of what is done in a Reactor context.
	 * @param context the context
	 * @return the context with this observation
	 */
	public Context within(Context context) {
		return context.put(ObservationThreadLocalAccessor.KEY, this.observation);
	}

	/**
	 * End the observation, unless it has ended.
	 * @param note notes down how it ended
	 */
	public void end(Runnable note) {
		if (this.running.compareAndSet(true, false)) {
			note.run();
			this.observation.stop();
		}
	}

	/**
	 * End the observation with an error, unless it has ended.
	 * @param error the error
	 */
	public void fail(Throwable error) {
		end(() -> this.observation.error(error));
	}

	/**
	 * Let go of the parent, once the observation has its place below it: what lasts for
	 * long must not keep a request in the memory.
	 */
	void releaseParent() {
		this.observation.getContext().setParentObservation(null);
	}

}
