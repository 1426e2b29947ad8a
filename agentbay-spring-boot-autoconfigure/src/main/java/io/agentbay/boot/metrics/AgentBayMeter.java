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

/**
 * What is measured beside the observations of the client.
 *
 * @since 0.1.0
 */
public enum AgentBayMeter implements MeterDocumentation {

	/**
	 * Sessions that were created and have not ended.
	 */
	SESSIONS("agentbay.sessions", Meter.Type.GAUGE, "sessions"),

	/**
	 * Sessions of a pool that are ready.
	 */
	POOL_IDLE("agentbay.pool.idle", Meter.Type.GAUGE, "sessions", Key.IMAGE),

	/**
	 * Sessions of a pool that are in use.
	 */
	POOL_LENT("agentbay.pool.lent", Meter.Type.GAUGE, "sessions", Key.IMAGE),

	/**
	 * Requests that wait for a session of a pool.
	 */
	POOL_PENDING("agentbay.pool.pending", Meter.Type.GAUGE, "requests", Key.IMAGE),

	/**
	 * Sessions that a pool may have at once.
	 */
	POOL_MAX("agentbay.pool.max", Meter.Type.GAUGE, "sessions", Key.IMAGE),

	/**
	 * Sessions that a pool has created.
	 */
	POOL_CREATED("agentbay.pool.created", Meter.Type.COUNTER, "sessions", Key.IMAGE),

	/**
	 * Sessions of a pool that were given up before they were used.
	 */
	POOL_DISCARDED("agentbay.pool.discarded", Meter.Type.COUNTER, "sessions", Key.IMAGE),

	/**
	 * Connections that carry a call.
	 */
	CONNECTIONS_ACTIVE("agentbay.connections.active", Meter.Type.GAUGE, "connections"),

	/**
	 * Connections that are open and free.
	 */
	CONNECTIONS_IDLE("agentbay.connections.idle", Meter.Type.GAUGE, "connections"),

	/**
	 * Calls that wait for a connection.
	 */
	CONNECTIONS_PENDING("agentbay.connections.pending", Meter.Type.GAUGE, "calls"),

	/**
	 * WebSockets that are open.
	 */
	WEB_SOCKETS("agentbay.websockets", Meter.Type.GAUGE, "connections"),

	/**
	 * Bytes that were sent, as on the wire.
	 */
	DATA_SENT("agentbay.data.sent", Meter.Type.COUNTER, "bytes"),

	/**
	 * Bytes that were received, as on the wire.
	 */
	DATA_RECEIVED("agentbay.data.received", Meter.Type.COUNTER, "bytes");

	private final String meterName;

	private final Meter.Type type;

	private final String baseUnit;

	private final KeyName[] keys;

	AgentBayMeter(String meterName, Meter.Type type, String baseUnit, KeyName... keys) {
		this.meterName = meterName;
		this.type = type;
		this.baseUnit = baseUnit;
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
	public String getBaseUnit() {
		return this.baseUnit;
	}

	/**
	 * Keys of the meters.
	 */
	public enum Key implements KeyName {

		/**
		 * Image of the sessions, {@code default} for the service's choice.
		 */
		IMAGE;

		@Override
		public String asString() {
			return "image";
		}

	}

}
