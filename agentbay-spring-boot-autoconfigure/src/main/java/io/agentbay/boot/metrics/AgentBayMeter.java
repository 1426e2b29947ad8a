package io.agentbay.boot.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * What is measured beside the observations of the client.
 */
public enum AgentBayMeter implements MeterDocumentation {

	/**
	 * Sessions that were created and have not ended.
	 */
	SESSIONS("agentbay.sessions", Meter.Type.GAUGE),

	/**
	 * Sessions of a pool that are ready.
	 */
	POOL_IDLE("agentbay.pool.idle", Meter.Type.GAUGE, Key.IMAGE),

	/**
	 * Sessions of a pool that are in use.
	 */
	POOL_LENT("agentbay.pool.lent", Meter.Type.GAUGE, Key.IMAGE),

	/**
	 * Requests that wait for a session of a pool.
	 */
	POOL_PENDING("agentbay.pool.pending", Meter.Type.GAUGE, Key.IMAGE),

	/**
	 * Sessions that a pool may have at once.
	 */
	POOL_MAX("agentbay.pool.max", Meter.Type.GAUGE, Key.IMAGE),

	/**
	 * Sessions that a pool has created.
	 */
	POOL_CREATED("agentbay.pool.created", Meter.Type.COUNTER, Key.IMAGE),

	/**
	 * Sessions of a pool that were given up before they were used.
	 */
	POOL_DISCARDED("agentbay.pool.discarded", Meter.Type.COUNTER, Key.IMAGE);

	private final String meterName;

	private final Meter.Type type;

	private final KeyName[] keys;

	AgentBayMeter(String meterName, Meter.Type type, KeyName... keys) {
		this.meterName = meterName;
		this.type = type;
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
		return (this == POOL_PENDING) ? "requests" : "sessions";
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
