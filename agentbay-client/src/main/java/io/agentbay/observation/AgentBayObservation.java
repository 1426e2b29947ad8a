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

package io.agentbay.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What the client observes. Each observation becomes a timer and, where tracing is set
 * up, a span.
 *
 * @since 0.1.0
 */
public enum AgentBayObservation implements ObservationDocumentation {

	/**
	 * A call of an action of the service, with all its attempts.
	 */
	API_CALL("agentbay.api.call") {

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return new KeyName[] { LowCardinality.ACTION, LowCardinality.OUTCOME, LowCardinality.FAILURE };
		}

		@Override
		KeyName subjectKey() {
			return LowCardinality.ACTION;
		}

	},

	/**
	 * A call of a tool in a session, on whichever channel.
	 */
	TOOL_CALL("agentbay.tool.call") {

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return new KeyName[] { LowCardinality.TOOL, LowCardinality.OUTCOME, LowCardinality.FAILURE };
		}

		@Override
		KeyName subjectKey() {
			return LowCardinality.TOOL;
		}

	},

	/**
	 * The life of a session, from its creation by this client until it is known to have
	 * ended. Its parent is the observation in which it was created, which it outlives.
	 */
	SESSION("agentbay.session") {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultSessionObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return new KeyName[] { LowCardinality.IMAGE, LowCardinality.OUTCOME };
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return new KeyName[] { HighCardinality.SESSION_ID };
		}

		@Override
		KeyName subjectKey() {
			return LowCardinality.IMAGE;
		}

	};

	private final String observationName;

	AgentBayObservation(String observationName) {
		this.observationName = observationName;
	}

	@Override
	public String getName() {
		return this.observationName;
	}

	@Override
	public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
		return DefaultCallObservationConvention.class;
	}

	@Override
	public KeyName[] getHighCardinalityKeyNames() {
		return HighCardinality.values();
	}

	/** What the observation is about. */
	abstract KeyName subjectKey();

	/**
	 * Keys that become tags of the timer.
	 */
	public enum LowCardinality implements KeyName {

		/**
		 * Name of the action, such as {@code CreateMcpSession}.
		 */
		ACTION("agentbay.action"),

		/**
		 * Name of the tool, such as {@code shell}; {@code other} for a tool that neither
		 * the client nor the session's tool list knows.
		 */
		TOOL("agentbay.tool"),

		/**
		 * Image of the session, {@code default} for the service's choice.
		 */
		IMAGE("image"),

		/**
		 * How the call ended: {@code SUCCESS}, {@code REFUSED}, {@code ERROR},
		 * {@code CANCELLED}; {@code UNKNOWN} while it runs. Of a session: {@code DELETED}
		 * by this client, {@code GONE} without it, or {@code LEFT} when the client was
		 * closed.
		 */
		OUTCOME("outcome"),

		/**
		 * Why it failed: a {@code FailureKind}, the simple name of an exception, or
		 * {@code none}.
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
		 * The service's id of the request.
		 */
		REQUEST_ID("agentbay.request.id"),

		/**
		 * The session that the call was for.
		 */
		SESSION_ID("agentbay.session.id");

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
