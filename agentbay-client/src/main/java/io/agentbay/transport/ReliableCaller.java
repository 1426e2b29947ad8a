package io.agentbay.transport;

import java.time.Duration;
import java.util.function.Supplier;

import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.OutcomeUnknownException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Gets an answer to a call, repeating it where its effect allows and the deadline and the
 * retry policy leave room. This is the only place that repeats anything.
 */
public final class ReliableCaller {

	private static final Logger logger = LoggerFactory.getLogger(ReliableCaller.class);

	private final HttpTransport transport;

	private final RetryPolicy retryPolicy;

	private final RetryBudget retryBudget;

	private final Duration operationTimeout;

	/**
	 * Create a caller.
	 * @param transport sends the requests
	 * @param settings the limits and the retry policy
	 */
	public ReliableCaller(HttpTransport transport, TransportSettings settings) {
		this.transport = transport;
		this.retryPolicy = settings.retry();
		this.retryBudget = new RetryBudget(this.retryPolicy.maxRatio(), this.retryPolicy.reserve());
		this.operationTimeout = settings.timeouts().operation();
	}

	/**
	 * Call the service.
	 * @param operation the action or tool, for messages
	 * @param effect what carrying it out twice would do
	 * @param request makes the request, anew for each attempt
	 * @param reader reads the answer
	 * @param <T> what the answer is read into
	 * @return what the answer says
	 */
	public <T> Mono<T> call(String operation, Effect effect, Supplier<HttpCall> request, ReplyReader<T> reader) {
		return Mono.deferContextual((context) -> {
			Deadline deadline = Deadline.from(context, this.operationTimeout);
			this.retryBudget.deposit();
			return new Call<>(operation, effect, request, reader, deadline).attempt(1);
		});
	}

	private final class Call<T> {

		private final String operation;

		private final Effect effect;

		private final Supplier<HttpCall> request;

		private final ReplyReader<T> reader;

		private final Deadline deadline;

		Call(String operation, Effect effect, Supplier<HttpCall> request, ReplyReader<T> reader, Deadline deadline) {
			this.operation = operation;
			this.effect = effect;
			this.request = request;
			this.reader = reader;
			this.deadline = deadline;
		}

		Mono<T> attempt(int number) {
			Duration limit = this.deadline.remaining();
			if (limit.isZero()) {
				return Mono.error(new CallTimeoutException(
						this.operation + " was not sent: the deadline of the " + "operation is over", null, null));
			}
			return ReliableCaller.this.transport.exchange(this.request.get(), limit)
				.flatMap((reply) -> afterReply(reply, number))
				.onErrorResume(AttemptFailedException.class, (failure) -> afterFailure(failure, number))
				.onErrorMap(InvalidReplyException.class, this::afterUnreadableReply);
		}

		private Mono<T> afterReply(HttpReply reply, int number) {
			T content = this.reader.read(reply);
			Duration pause = longer(reply.requestedPause(), ReliableCaller.this.retryPolicy.backoff(number));
			if (this.effect.isRepeatable() && this.reader.isBusy(reply, content) && mayRepeat(number, pause)) {
				return repeat(number, pause, "the service is busy (HTTP " + reply.status() + ")");
			}
			return Mono.just(content);
		}

		private Mono<T> afterFailure(AttemptFailedException failure, int number) {
			Duration pause = ReliableCaller.this.retryPolicy.backoff(number);
			boolean harmless = this.effect.isRepeatable() || !failure.isSent();
			if (harmless && mayRepeat(number, pause)) {
				return repeat(number, pause, failure.reason());
			}
			return Mono.error(harmless ? notAnswered(failure) : outcomeUnknown(failure.reason(), failure.getCause()));
		}

		private boolean mayRepeat(int number, Duration pause) {
			return number < ReliableCaller.this.retryPolicy.maxAttempts() && this.deadline.leavesMoreThan(pause)
					&& ReliableCaller.this.retryBudget.withdraw();
		}

		private Mono<T> repeat(int number, Duration pause, String reason) {
			logger.debug("{}: attempt {} failed, next in {} ms: {}", this.operation, number, pause.toMillis(), reason);
			return Mono.delay(pause).then(Mono.defer(() -> attempt(number + 1)));
		}

		private Throwable notAnswered(AttemptFailedException failure) {
			if (failure.isTimedOut()) {
				return new CallTimeoutException(this.operation + " was not answered in time: " + failure.reason(), null,
						failure.getCause());
			}
			return new ConnectionFailedException(this.operation + " got no answer: " + failure.reason(), null,
					failure.getCause());
		}

		/**
		 * A refusal has a status of its own; anything else may have been the answer to
		 * work done.
		 */
		private Throwable afterUnreadableReply(InvalidReplyException ex) {
			return (this.effect.isRepeatable() || ex.isRefusal()) ? ex : outcomeUnknown("the answer is unreadable", ex);
		}

		private Throwable outcomeUnknown(String known, @Nullable Throwable cause) {
			return new OutcomeUnknownException(this.operation, known, null, cause);
		}

	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
