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

package io.agentbay.boot.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * What is measured beside the observations of the client.
 *
 * @since 0.1.0
 */
public enum AgentBayMeter implements MeterDocumentation {

	/**
	 * Sessions that were created and have not ended.
	 */
	SESSIONS("agentbay.sessions", Meter.Type.GAUGE, "sessions", "Sessions that were created and have not ended",
			Key.ACCOUNT),

	/**
	 * Sessions of a pool that are ready.
	 */
	POOL_IDLE("agentbay.pool.idle", Meter.Type.GAUGE, "sessions", "Sessions of a pool that are ready", Key.IMAGE),

	/**
	 * Sessions of a pool that are in use.
	 */
	POOL_LENT("agentbay.pool.lent", Meter.Type.GAUGE, "sessions", "Sessions of a pool that are in use", Key.IMAGE),

	/**
	 * Requests that wait for a session of a pool.
	 */
	POOL_PENDING("agentbay.pool.pending", Meter.Type.GAUGE, "requests", "Requests that wait for a session of a pool",
			Key.IMAGE),

	/**
	 * Sessions that a pool may have at once.
	 */
	POOL_MAX("agentbay.pool.max", Meter.Type.GAUGE, "sessions", "Sessions that a pool may have at once", Key.IMAGE),

	/**
	 * Sessions that a pool has created.
	 */
	POOL_CREATED("agentbay.pool.created", Meter.Type.COUNTER, "sessions", "Sessions that a pool has created",
			Key.IMAGE),

	/**
	 * Sessions of a pool that were given up before they were used.
	 */
	POOL_DISCARDED("agentbay.pool.discarded", Meter.Type.COUNTER, "sessions",
			"Sessions of a pool that were given up before they were used", Key.IMAGE),

	/**
	 * Connections that carry a call.
	 */
	CONNECTIONS_ACTIVE("agentbay.connections.active", Meter.Type.GAUGE, null, "Connections that carry a call",
			Key.ACCOUNT),

	/**
	 * Connections that are open and free.
	 */
	CONNECTIONS_IDLE("agentbay.connections.idle", Meter.Type.GAUGE, null, "Connections that are open and free",
			Key.ACCOUNT),

	/**
	 * Calls that wait for a connection.
	 */
	CONNECTIONS_PENDING("agentbay.connections.pending", Meter.Type.GAUGE, "calls", "Calls that wait for a connection",
			Key.ACCOUNT),

	/**
	 * WebSockets that are open.
	 */
	WEB_SOCKETS("agentbay.websockets", Meter.Type.GAUGE, null, "WebSockets that are open", Key.ACCOUNT),

	/**
	 * Bytes that were sent, as on the wire.
	 */
	DATA_SENT("agentbay.data.sent", Meter.Type.COUNTER, "bytes", "Bytes that were sent, as on the wire", Key.ACCOUNT),

	/**
	 * Bytes that were received, as on the wire.
	 */
	DATA_RECEIVED("agentbay.data.received", Meter.Type.COUNTER, "bytes", "Bytes that were received, as on the wire",
			Key.ACCOUNT);

	private final String meterName;

	private final Meter.Type type;

	private final @Nullable String baseUnit;

	private final String description;

	private final KeyName[] keys;

	AgentBayMeter(String meterName, Meter.Type type, @Nullable String baseUnit, String description, KeyName... keys) {
		this.meterName = meterName;
		this.type = type;
		this.baseUnit = baseUnit;
		this.description = description;
		this.keys = keys;
	}

	@Override
	public String getName() {
		return this.meterName;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

	@Override
	public @Nullable String getBaseUnit() {
		return this.baseUnit;
	}

	/**
	 * Return what is measured.
	 * @return what operators are told
	 */
	public String getDescription() {
		return this.description;
	}

	/**
	 * Keys of the meters.
	 */
	public enum Key implements KeyName {

		/**
		 * Name of the account, {@code default} for the one without a name.
		 */
		ACCOUNT("account"),

		/**
		 * Image of the sessions, {@code default} for the service's choice.
		 */
		IMAGE("image");

		private final String key;

		Key(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
