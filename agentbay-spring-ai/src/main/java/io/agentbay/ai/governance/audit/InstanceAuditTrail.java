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

package io.agentbay.ai.governance.audit;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.Assert;

/**
 * A chain of this instance of the application, which begins anew with each start under a
 * name of its own. What becomes of the entries is up to whoever takes them, such as a
 * log.
 *
 * @since 0.1.0
 */
public class InstanceAuditTrail implements AuditTrail {

	/** The logger of {@link #toLog(AuditHash)}. */
	public static final String LOGGER = "io.agentbay.audit";

	private final String chain = UUID.randomUUID().toString();

	private final ReentrantLock lock = new ReentrantLock();

	private final AuditHash hash;

	private final Consumer<AuditEntry> entries;

	private long sequence;

	private String lastHash = "";

	/**
	 * Create a trail.
	 * @param hash computes the hashes
	 * @param entries takes the entries, one after the other; one that it does not take by
	 * throwing an exception is not part of the chain
	 */
	public InstanceAuditTrail(AuditHash hash, Consumer<AuditEntry> entries) {
		Assert.notNull(hash, "'hash' must not be null");
		Assert.notNull(entries, "'entries' must not be null");
		this.hash = hash;
		this.entries = entries;
	}

	/**
	 * Create a trail that writes each entry as a line of JSON to the logger
	 * {@value #LOGGER}, at {@code INFO}.
	 * @param hash computes the hashes
	 * @return the trail
	 */
	public static InstanceAuditTrail toLog(AuditHash hash) {
		Logger logger = LoggerFactory.getLogger(LOGGER);
		return new InstanceAuditTrail(hash, (entry) -> logger.info("{}", entry.toJson()));
	}

	@Override
	public AuditEntry append(AuditRecord record) {
		this.lock.lock();
		try {
			AuditEntry entry = this.hash.seal(this.chain, this.sequence + 1, this.lastHash, record);
			this.entries.accept(entry);
			this.sequence = entry.sequence();
			this.lastHash = entry.hash();
			return entry;
		}
		finally {
			this.lock.unlock();
		}
	}

}
