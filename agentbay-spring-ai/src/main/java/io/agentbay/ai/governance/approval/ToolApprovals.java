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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.agentbay.ai.governance.ArgumentRedactor;
import io.agentbay.ai.governance.ToolCall;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

/**
 * The calls that people are asked about. Applications list and decide them, in a page or
 * a chat of theirs:
 *
 * <pre class="code">
 * approvals.pending().forEach(page::show);
 * approvals.approve(id, "ann");
 * approvals.decline(id, "ann", "Not on a Friday");
 * </pre>
 *
 * @since 0.1.0
 */
public class ToolApprovals {

	private static final Duration KEPT = Duration.ofDays(1);

	private static final Duration CLEANED_EVERY = Duration.ofMinutes(1);

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_REASON = 1000;

	private final ApprovalStore store;

	private final ApprovalSettings settings;

	private final ArgumentRedactor redactor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition decided = this.lock.newCondition();

	private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

	/**
	 * Create the approvals.
	 * @param store remembers what is asked and decided
	 * @param settings how people are asked
	 * @param redactor takes the secrets out of what people see
	 * @param events told of questions and decisions
	 * @param clock tells the time
	 */
	public ToolApprovals(ApprovalStore store, ApprovalSettings settings, ArgumentRedactor redactor,
			ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.redactor = redactor;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Return what nobody has decided on.
	 * @return the questions, the oldest first
	 */
	public List<Approval> pending() {
		return this.store.findPending().stream().filter((approval) -> !isOver(approval)).toList();
	}

	/**
	 * Find a question, also one that was decided, for a day after it has expired.
	 * @param id the id
	 * @return the question
	 */
	public Optional<Approval> find(String id) {
		return Optional.ofNullable(this.store.find(id));
	}

	/**
	 * Let the call be made, once.
	 * @param id the id of the question
	 * @param by who decides; for the audit, up to 200 characters
	 * @return the decision
	 * @throws IllegalArgumentException if there is no such question
	 * @throws IllegalStateException if it was decided already, or has expired
	 */
	public Approval approve(String id, String by) {
		Approval approval = open(id, by);
		return decide(approval.approved(by, now().plus(this.settings.validFor())));
	}

	/**
	 * Do not let the call be made.
	 * @param id the id of the question
	 * @param by who decides; for the audit, up to 200 characters
	 * @param reason why, in words for the model, up to 1000 characters; {@code null} if
	 * nothing is to be said
	 * @return the decision
	 * @throws IllegalArgumentException if there is no such question
	 * @throws IllegalStateException if it was decided already, or has expired
	 */
	public Approval decline(String id, String by, @Nullable String reason) {
		Assert.isTrue(reason == null || reason.length() <= LONGEST_REASON,
				() -> "'reason' must have at most " + LONGEST_REASON + " characters");
		Approval approval = open(id, by);
		return decide(approval.declined(by, reason));
	}

	private Approval open(String id, String by) {
		Assert.hasText(id, "'id' must not be empty");
		Assert.hasText(by, "'by' must not be empty: an approval is somebody's");
		Assert.isTrue(by.length() <= LONGEST_NAME, () -> "'by' must have at most " + LONGEST_NAME + " characters");
		Approval approval = this.store.find(id);
		Assert.notNull(approval, "There is no approval with this 'id'");
		Assert.state(approval.state() == Approval.State.PENDING,
				() -> "This approval is not pending any longer: it is " + approval.state());
		Assert.state(!isOver(approval), "This approval has expired: nobody has decided in time");
		return approval;
	}

	private Approval decide(Approval decision) {
		Assert.state(this.store.replace(Approval.State.PENDING, decision),
				"Somebody else has decided on this approval meanwhile");
		wake();
		this.events.publishEvent(new ApprovalDecidedEvent(this, decision));
		return decision;
	}

	/** The open questions about calls like this one. */
	List<Approval> open(ToolCall call) {
		List<Approval> open = this.store.findOpen(Fingerprint.of(call));
		open.stream().filter(this::isOver).forEach(this::expire);
		return open.stream().filter((approval) -> !isOver(approval)).toList();
	}

	Approval ask(ToolCall call) {
		cleanUp();
		String askedBy = (call.decision() != null) ? call.decision().by() : "governance";
		String reason = (call.decision() != null) ? call.decision().reason() : null;
		Instant now = now();
		Approval approval = new Approval(UUID.randomUUID().toString(), Fingerprint.of(call), call.tool(),
				this.redactor.redact(call.arguments()), call.conversation(), call.user(), reason, askedBy, now,
				now.plus(this.settings.timeout()), Approval.State.PENDING, null, null);
		this.store.add(approval);
		this.events.publishEvent(new ApprovalRequestedEvent(this, approval));
		return approval;
	}

	/** Wait until it is not pending any longer. */
	Approval await(Approval approval) throws InterruptedException {
		Approval found = awaitChange(approval);
		return (found.state() == Approval.State.PENDING) ? expire(found) : found;
	}

	private Approval awaitChange(Approval approval) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			while (true) {
				Approval found = this.store.find(approval.id());
				if (found == null) {
					return approval.closed(Approval.State.EXPIRED);
				}
				long left = Duration.between(now(), found.expiresAt()).toMillis();
				if (found.state() != Approval.State.PENDING || left <= 0) {
					return found;
				}
				awaitSignal(Math.min(left, this.settings.pollInterval().toMillis()));
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Woken or not, the store is asked again. */
	private void awaitSignal(long millis) throws InterruptedException {
		this.decided.awaitNanos(TimeUnit.MILLISECONDS.toNanos(millis));
	}

	/** Take the decision, which is good for one call. */
	boolean close(Approval decision) {
		return this.store.replace(decision.state(), decision.closed(Approval.State.CLOSED));
	}

	private Approval expire(Approval approval) {
		Approval expired = approval.closed(Approval.State.EXPIRED);
		if (this.store.replace(approval.state(), expired)) {
			wake();
			this.events.publishEvent(new ApprovalDecidedEvent(this, expired));
			return expired;
		}
		Approval found = this.store.find(approval.id());
		return (found != null) ? found : expired;
	}

	private boolean isOver(Approval approval) {
		return !now().isBefore(approval.expiresAt());
	}

	private void wake() {
		this.lock.lock();
		try {
			this.decided.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void cleanUp() {
		Instant now = now();
		Instant last = this.cleaned.get();
		if (last != null && last.plus(CLEANED_EVERY).isBefore(now) && this.cleaned.compareAndSet(last, now)) {
			this.store.removeExpiredBefore(now.minus(KEPT));
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
