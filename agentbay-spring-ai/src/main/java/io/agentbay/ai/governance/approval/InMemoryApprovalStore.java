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

package io.agentbay.ai.governance.approval;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Remembers questions in this instance, until it ends.
 *
 * @since 0.1.0
 */
public class InMemoryApprovalStore implements ApprovalStore {

	private static final Comparator<Approval> OLDEST_FIRST = Comparator.comparing(Approval::askedAt)
		.thenComparing(Approval::id);

	private final Map<String, Approval> approvals = new ConcurrentHashMap<>();

	/**
	 * Create a store.
	 */
	public InMemoryApprovalStore() {
	}

	@Override
	public void add(Approval approval) {
		this.approvals.put(approval.id(), approval);
	}

	@Override
	public @Nullable Approval find(String id) {
		return this.approvals.get(id);
	}

	@Override
	public List<Approval> findOpen(String fingerprint) {
		return select((approval) -> approval.state().isOpen() && approval.fingerprint().equals(fingerprint));
	}

	@Override
	public List<Approval> findPending() {
		return select((approval) -> approval.state() == Approval.State.PENDING);
	}

	private List<Approval> select(Predicate<Approval> condition) {
		return this.approvals.values().stream().filter(condition).sorted(OLDEST_FIRST).toList();
	}

	@Override
	public boolean replace(Approval.State expected, Approval changed) {
		AtomicBoolean replaced = new AtomicBoolean();
		this.approvals.computeIfPresent(changed.id(), (id, found) -> {
			replaced.set(found.state() == expected);
			return replaced.get() ? changed : found;
		});
		return replaced.get();
	}

	@Override
	public void removeExpiredBefore(Instant time) {
		this.approvals.values().removeIf((approval) -> approval.expiresAt().isBefore(time));
	}

}
