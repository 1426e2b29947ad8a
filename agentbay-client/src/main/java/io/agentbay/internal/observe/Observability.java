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

import io.agentbay.observation.CallListener;
import io.agentbay.observation.CallObservationConvention;
import io.agentbay.observation.SessionObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what a client does, and in which form.
 *
 * @param registry where calls and sessions are observed
 * @param callConvention how observed calls are named and tagged, {@code null} for what
 * the registry or else the default says
 * @param sessionConvention how observed sessions are named and tagged, likewise
 * @param listener is told of every attempt
 */
public record Observability(ObservationRegistry registry, @Nullable CallObservationConvention callConvention,
		@Nullable SessionObservationConvention sessionConvention, CallListener listener) {

	/**
	 * Tell several listeners, and the log.
	 * @param registry where calls and sessions are observed
	 * @param callConvention how observed calls are named and tagged
	 * @param sessionConvention how observed sessions are named and tagged
	 * @param listeners are told of every attempt, one after the other
	 */
	public Observability(ObservationRegistry registry, @Nullable CallObservationConvention callConvention,
			@Nullable SessionObservationConvention sessionConvention, List<CallListener> listeners) {
		this(registry, callConvention, sessionConvention, new CallReporter(listeners));
	}

}
