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

package io.agentbay.boot.autoconfigure;

import java.util.List;

import io.agentbay.AgentBayBuilder;
import io.agentbay.boot.ownership.Ownership;
import io.agentbay.observation.CallListener;
import io.agentbay.observation.CallObservationConvention;
import io.agentbay.observation.SessionObservationConvention;
import io.agentbay.ownership.LiveInstance;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What beans of the application contribute to each of its clients.
 *
 * @param observationRegistry where calls and sessions are observed
 * @param callConvention how observed calls are named, {@code null} for the default
 * @param sessionConvention how observed sessions are named, {@code null} for the default
 * @param listeners are told of every attempt
 * @param customizers have the last word
 * @param ownership whose sessions are created, {@code null} for nobody's
 */
record ClientSetup(ObservationRegistry observationRegistry, @Nullable CallObservationConvention callConvention,
		@Nullable SessionObservationConvention sessionConvention, List<CallListener> listeners,
		List<AgentBayClientCustomizer> customizers, @Nullable Ownership ownership) {

	void apply(AgentBayBuilder builder) {
		builder.observationRegistry(this.observationRegistry)
			.callObservationConvention(this.callConvention)
			.sessionObservationConvention(this.sessionConvention);
		this.listeners.forEach(builder::callListener);
		LiveInstance instance = (this.ownership != null) ? this.ownership.begin() : null;
		if (instance != null) {
			builder.owner(instance::owner);
		}
		this.customizers.forEach((customizer) -> customizer.customize(builder));
	}

}
