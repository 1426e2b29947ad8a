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

package io.agentbay.ai.governance.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed of governed tool calls.
 *
 * @since 0.1.0
 */
public enum GovernanceObservation implements ObservationDocumentation {

	/**
	 * A call of a tool with all that was decided and waited for.
	 */
	TOOL_CALL {

		@Override
		public String getName() {
			return TOOL_CALL_NAME;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinality.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinality.values();
		}

	};

	static final String TOOL_CALL_NAME = "agentbay.ai.tool.call";

	/**
	 * Keys that become tags of the timer.
	 */
	public enum LowCardinality implements KeyName {

		/**
		 * Name of the tool.
		 */
		TOOL("tool"),

		/**
		 * What was decided: {@code ALLOWED}, {@code DENIED}, {@code APPROVED},
		 * {@code DECLINED}, {@code EXPIRED}, {@code PENDING}, {@code EXHAUSTED};
		 * {@code UNDECIDED} while the call runs, and if the governance itself fails.
		 */
		DECISION("decision"),

		/**
		 * What happened: {@code ANSWERED}, {@code FAILED}, {@code NOT_CALLED};
		 * {@code UNKNOWN} while the call runs.
		 */
		OUTCOME("outcome");

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
		 * Which call it is, as in the audit.
		 */
		CALL("agentbay.ai.tool.call.id"),

		/**
		 * Who or what has decided.
		 */
		DECIDED_BY("agentbay.ai.tool.call.decided-by"),

		/**
		 * Session that the tool has worked in.
		 */
		SESSION("agentbay.ai.tool.call.session");

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
