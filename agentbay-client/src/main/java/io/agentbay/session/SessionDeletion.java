package io.agentbay.session;

import java.time.Duration;
import java.util.List;

import io.agentbay.api.AgentBayApi;
import io.agentbay.api.ContextTask;
import io.agentbay.api.SyncContextRequest;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.FailureKind;
import io.agentbay.result.Outcome;
import io.agentbay.transport.Deadline;
import io.agentbay.transport.Polling;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Ends sessions and waits until they have ended.
 */
final class SessionDeletion {

	private static final Polling ENDING = new Polling(Duration.ofMillis(50), Duration.ofSeconds(1));

	private static final Polling SAVING = new Polling(Duration.ofMillis(250), Duration.ofSeconds(5));

	private final AgentBayApi api;

	private final Duration limit;

	SessionDeletion(AgentBayApi api, Duration limit) {
		this.api = api;
		this.limit = limit;
	}

	Mono<Deleted> delete(String sessionId, boolean saveContexts) {
		Mono<Outcome> saving = saveContexts ? save(sessionId) : Mono.just(Outcome.success(null));
		return Deadline.within(this.limit, saving.flatMap((saved) -> end(sessionId).map((ended) -> {
			boolean hasEnded = ended.success();
			return new Deleted(hasEnded, (hasEnded && !saved.success()) ? notSaved(saved) : ended);
		})));
	}

	private Mono<Outcome> end(String sessionId) {
		return this.api.deleteSessionAsync(sessionId).flatMap((reply) -> {
			if (reply.outcome().failedWith(FailureKind.SESSION_GONE)) {
				return Mono.just(Outcome.success(reply.requestId()));
			}
			return reply.success() ? awaitEnd(sessionId, reply.outcome()) : Mono.just(reply.outcome());
		});
	}

	private Mono<Outcome> awaitEnd(String sessionId, Outcome accepted) {
		Mono<Boolean> question = this.api.getSessionDetail(sessionId)
			.map((reply) -> reply.outcome().failedWith(FailureKind.SESSION_GONE)
					|| (reply.data() != null && SessionStatus.of(reply.data().status()).isEnded()))
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(false));
		return ENDING.until(question, (ended) -> ended, this.limit)
			.map((ended) -> ended ? accepted : Outcome.failure(FailureKind.TIMEOUT, null,
					"Timeout: the service accepted to end session " + sessionId + ", but the session still exists",
					accepted.requestId()));
	}

	/** Saving goes on in the service after it was asked for: wait for its tasks. */
	private Mono<Outcome> save(String sessionId) {
		return this.api.syncContext(new SyncContextRequest(sessionId, null, null, null))
			.flatMap((reply) -> reply.success() ? awaitSaved(sessionId, reply.outcome()) : Mono.just(reply.outcome()))
			.onErrorResume(AgentBayException.class, (ex) -> Mono
				.just(Outcome.failure(FailureKind.SERVICE, null, String.valueOf(ex.getMessage()), ex.requestId())));
	}

	private Mono<Outcome> awaitSaved(String sessionId, Outcome accepted) {
		Mono<List<ContextTask>> question = this.api.getContextInfo(sessionId)
			.map((reply) -> copies(reply.orElseThrow().data()));
		return SAVING.until(question, (tasks) -> tasks.stream().allMatch(ContextTask::isOver), this.limit.dividedBy(2))
			.map((tasks) -> judge(tasks, accepted));
	}

	private static List<ContextTask> copies(@Nullable List<ContextTask> tasks) {
		return (tasks != null) ? tasks.stream().filter(ContextTask::isCopy).toList() : List.of();
	}

	private static Outcome judge(List<ContextTask> tasks, Outcome accepted) {
		for (ContextTask task : tasks) {
			if (!task.isOver() || task.isFailed()) {
				String reason = task.isFailed() ? String.valueOf(task.errorMessage()) : "it did not end in time";
				return Outcome.failure(FailureKind.SERVICE, null,
						"context %s at %s: %s".formatted(task.contextId(), task.path(), reason), accepted.requestId());
			}
		}
		return accepted;
	}

	private static Outcome notSaved(Outcome saved) {
		return saved.withMessage("The session has ended, but its contexts were not saved: " + saved.errorMessage());
	}

	/**
	 * What ending a session led to.
	 */
	record Deleted(boolean ended, Outcome outcome) {
	}

}
