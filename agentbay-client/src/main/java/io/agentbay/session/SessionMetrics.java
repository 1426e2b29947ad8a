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

package io.agentbay.session;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What a session uses of its computer.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class SessionMetrics {

	private final int cpuCount;

	private final double cpuUsedPercent;

	private final long memoryTotal;

	private final long memoryUsed;

	private final long diskTotal;

	private final long diskUsed;

	private final double receiveRate;

	private final double sendRate;

	private final double received;

	private final double sent;

	private final @Nullable Instant timestamp;

	private final Map<String, @Nullable Object> details;

	private SessionMetrics(Builder builder) {
		this.cpuCount = builder.cpuCount;
		this.cpuUsedPercent = builder.cpuUsedPercent;
		this.memoryTotal = builder.memoryTotal;
		this.memoryUsed = builder.memoryUsed;
		this.diskTotal = builder.diskTotal;
		this.diskUsed = builder.diskUsed;
		this.receiveRate = builder.receiveRate;
		this.sendRate = builder.sendRate;
		this.received = builder.received;
		this.sent = builder.sent;
		this.timestamp = builder.timestamp;
		this.details = Collections.unmodifiableMap(new LinkedHashMap<>(builder.details));
	}

	/**
	 * Start building one, as fakes need it.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return how many processors it has.
	 * @return how many processors it has
	 */
	public int cpuCount() {
		return this.cpuCount;
	}

	/**
	 * Return how much of them is used.
	 * @return how much of them is used
	 */
	public double cpuUsedPercent() {
		return this.cpuUsedPercent;
	}

	/**
	 * Return how much memory it has.
	 * @return how much memory it has, in bytes
	 */
	public long memoryTotal() {
		return this.memoryTotal;
	}

	/**
	 * Return how much of it is used.
	 * @return how much of it is used, in bytes
	 */
	public long memoryUsed() {
		return this.memoryUsed;
	}

	/**
	 * Return how much disk space it has.
	 * @return how much disk space it has, in bytes
	 */
	public long diskTotal() {
		return this.diskTotal;
	}

	/**
	 * Return how much of it is used.
	 * @return how much of it is used, in bytes
	 */
	public long diskUsed() {
		return this.diskUsed;
	}

	/**
	 * Return how fast it receives.
	 * @return how fast it receives, in kilobytes a second
	 */
	public double receiveRate() {
		return this.receiveRate;
	}

	/**
	 * Return how fast it sends.
	 * @return how fast it sends, in kilobytes a second
	 */
	public double sendRate() {
		return this.sendRate;
	}

	/**
	 * Return how much it has received.
	 * @return how much it has received, in kilobytes
	 */
	public double received() {
		return this.received;
	}

	/**
	 * Return how much it has sent.
	 * @return how much it has sent, in kilobytes
	 */
	public double sent() {
		return this.sent;
	}

	/**
	 * Return when this was measured.
	 * @return when this was measured, {@code null} if not told
	 */
	public @Nullable Instant timestamp() {
		return this.timestamp;
	}

	/**
	 * Return all that the session told.
	 * @return all that the session told, by its own names
	 */
	public Map<String, @Nullable Object> details() {
		return this.details;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof SessionMetrics that && this.cpuCount == that.cpuCount
				&& Double.compare(this.cpuUsedPercent, that.cpuUsedPercent) == 0 && this.memoryTotal == that.memoryTotal
				&& this.memoryUsed == that.memoryUsed && this.diskTotal == that.diskTotal
				&& this.diskUsed == that.diskUsed && Double.compare(this.receiveRate, that.receiveRate) == 0
				&& Double.compare(this.sendRate, that.sendRate) == 0
				&& Double.compare(this.received, that.received) == 0 && Double.compare(this.sent, that.sent) == 0
				&& Objects.equals(this.timestamp, that.timestamp) && Objects.equals(this.details, that.details));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.cpuCount, this.cpuUsedPercent, this.memoryTotal, this.memoryUsed, this.diskTotal,
				this.diskUsed, this.receiveRate, this.sendRate, this.received, this.sent, this.timestamp, this.details);
	}

	@Override
	public String toString() {
		return "SessionMetrics[cpuCount=%s, cpuUsedPercent=%s, memoryTotal=%s, memoryUsed=%s, diskTotal=%s, diskUsed=%s, receiveRate=%s, sendRate=%s, received=%s, sent=%s, timestamp=%s, details=%s]"
			.formatted(this.cpuCount, this.cpuUsedPercent, this.memoryTotal, this.memoryUsed, this.diskTotal,
					this.diskUsed, this.receiveRate, this.sendRate, this.received, this.sent, this.timestamp,
					this.details);
	}

	/**
	 * Builds them.
	 */
	public static final class Builder {

		private int cpuCount;

		private double cpuUsedPercent;

		private long memoryTotal;

		private long memoryUsed;

		private long diskTotal;

		private long diskUsed;

		private double receiveRate;

		private double sendRate;

		private double received;

		private double sent;

		private @Nullable Instant timestamp;

		private Map<String, @Nullable Object> details = Map.of();

		private Builder() {
		}

		/**
		 * Set how many processors it has.
		 * @param cpuCount how many processors it has
		 * @return this builder
		 */
		public Builder cpuCount(int cpuCount) {
			this.cpuCount = cpuCount;
			return this;
		}

		/**
		 * Set how much of them is used.
		 * @param cpuUsedPercent how much of them is used
		 * @return this builder
		 */
		public Builder cpuUsedPercent(double cpuUsedPercent) {
			this.cpuUsedPercent = cpuUsedPercent;
			return this;
		}

		/**
		 * Set how much memory it has.
		 * @param memoryTotal how much memory it has, in bytes
		 * @return this builder
		 */
		public Builder memoryTotal(long memoryTotal) {
			this.memoryTotal = memoryTotal;
			return this;
		}

		/**
		 * Set how much of it is used.
		 * @param memoryUsed how much of it is used, in bytes
		 * @return this builder
		 */
		public Builder memoryUsed(long memoryUsed) {
			this.memoryUsed = memoryUsed;
			return this;
		}

		/**
		 * Set how much disk space it has.
		 * @param diskTotal how much disk space it has, in bytes
		 * @return this builder
		 */
		public Builder diskTotal(long diskTotal) {
			this.diskTotal = diskTotal;
			return this;
		}

		/**
		 * Set how much of it is used.
		 * @param diskUsed how much of it is used, in bytes
		 * @return this builder
		 */
		public Builder diskUsed(long diskUsed) {
			this.diskUsed = diskUsed;
			return this;
		}

		/**
		 * Set how fast it receives.
		 * @param receiveRate how fast it receives, in kilobytes a second
		 * @return this builder
		 */
		public Builder receiveRate(double receiveRate) {
			this.receiveRate = receiveRate;
			return this;
		}

		/**
		 * Set how fast it sends.
		 * @param sendRate how fast it sends, in kilobytes a second
		 * @return this builder
		 */
		public Builder sendRate(double sendRate) {
			this.sendRate = sendRate;
			return this;
		}

		/**
		 * Set how much it has received.
		 * @param received how much it has received, in kilobytes
		 * @return this builder
		 */
		public Builder received(double received) {
			this.received = received;
			return this;
		}

		/**
		 * Set how much it has sent.
		 * @param sent how much it has sent, in kilobytes
		 * @return this builder
		 */
		public Builder sent(double sent) {
			this.sent = sent;
			return this;
		}

		/**
		 * Set when this was measured.
		 * @param timestamp when this was measured, {@code null} if not told
		 * @return this builder
		 */
		public Builder timestamp(@Nullable Instant timestamp) {
			this.timestamp = timestamp;
			return this;
		}

		/**
		 * Set all that the session told.
		 * @param details all that the session told, by its own names
		 * @return this builder
		 */
		public Builder details(Map<String, @Nullable Object> details) {
			this.details = details;
			return this;
		}

		/**
		 * Build.
		 * @return the value
		 */
		public SessionMetrics build() {
			return new SessionMetrics(this);
		}

	}

}
