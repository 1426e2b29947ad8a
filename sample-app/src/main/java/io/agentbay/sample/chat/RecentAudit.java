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

package io.agentbay.sample.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import io.agentbay.ai.governance.audit.AuditEntry;
import io.agentbay.ai.governance.audit.AuditHash;
import io.agentbay.ai.governance.audit.AuditVerification;
import io.agentbay.ai.governance.audit.AuditVerifier;

import org.springframework.stereotype.Component;

/**
 * Remembers the last entries of the audit.
 */
@Component
class RecentAudit implements Consumer<AuditEntry> {

	/** How entries are chained. */
	static final AuditHash HASH = AuditHash.plain();

	private static final int LIMIT = 500;

	private final Deque<AuditEntry> entries = new ArrayDeque<>();

	@Override
	public synchronized void accept(AuditEntry entry) {
		if (this.entries.size() == LIMIT) {
			this.entries.removeFirst();
		}
		this.entries.addLast(entry);
	}

	/** The last entries, in the order of their chain. */
	synchronized List<AuditEntry> entries() {
		return List.copyOf(this.entries);
	}

	static AuditVerification verify(List<AuditEntry> entries) {
		return new AuditVerifier(HASH).verifyPart(entries.stream());
	}

}
