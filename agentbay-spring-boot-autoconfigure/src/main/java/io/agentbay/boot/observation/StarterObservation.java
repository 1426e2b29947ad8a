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

package io.agentbay.boot.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed beside the calls and sessions of the client.
 *
 * @since 0.1.0
 */
public enum StarterObservation implements ObservationDocumentation {

	/**
	 * Getting a session from a pool, until it can be used.
	 */
	POOL_ACQUIRE("agentbay.pool.acquire", "agentbay acquire") {

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return new KeyName[] { LowCardinality.IMAGE, LowCardinality.OUTCOME, LowCardinality.FAILURE };
		}

	},

	/**
	 * Deleting the sessions that are left when the application stops.
	 */
	CLEANUP("agentbay.cleanup", "agentbay cleanup") {

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return new KeyName[] { LowCardinality.OUTCOME };
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinality.values();
		}

	};

	private final String observationName;

	private final String contextualName;

	StarterObservation(String observationName, String contextualName) {
		this.observationName = observationName;
		this.contextualName = contextualName;
	}

	@Override
	public String getName() {
		return this.observationName;
	}

	@Override
	public String getContextualName() {
		return this.contextualName;
	}

	/**
	 * Keys that become tags of the timer.
	 */
	public enum LowCardinality implements KeyName {

		/**
		 * Image of the sessions, {@code default} for the service's choice.
		 */
		IMAGE("image"),

		/**
		 * How it ended: {@code SUCCESS}, {@code ERROR}, {@code CANCELLED};
		 * {@code INCOMPLETE} if the clean-up has left sessions; {@code UNKNOWN} while it
		 * runs.
		 */
		OUTCOME("outcome"),

		/**
		 * Why it failed: the simple name of an exception, or {@code none}.
		 */
		FAILURE("failure");

		private final String key;

		LowCardinality(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Keys that are added to spans only.
	 */
	public enum HighCardinality implements KeyName {

		/**
		 * How many sessions were deleted.
		 */
		DELETED("agentbay.sessions.deleted"),

		/**
		 * How many sessions could not be deleted.
		 */
		LEFT("agentbay.sessions.left");

		private final String key;

		HighCardinality(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
