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

package io.agentbay.internal.http;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.observe.AttemptReport;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.observation.CallListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

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

	private final CallListener listener;

	/**
	 * Create a caller.
	 * @param transport sends the requests
	 * @param settings the limits and the retry policy
	 * @param listener is told of every attempt
	 */
	public ReliableCaller(HttpTransport transport, TransportSettings settings, CallListener listener) {
		this.listener = listener;
		this.transport = transport;
		this.retryPolicy = settings.retry();
		this.retryBudget = new RetryBudget(this.retryPolicy.maxRatio(), this.retryPolicy.reserve());
		this.operationTimeout = settings.timeouts().operation();
	}

	/**
	 * Call the service.
	 * @param called the action or tool
	 * @param effect what carrying it out twice would do
	 * @param request makes the request, anew for each attempt
	 * @param reader reads the answer
	 * @param <T> what the answer is read into
	 * @return what the answer says
	 */
	public <T> Mono<T> call(CallDetails called, Effect effect, Supplier<HttpCall> request, ReplyReader<T> reader) {
		return Mono.deferContextual((context) -> {
			Deadline deadline = Deadline.ofCall(context, this.operationTimeout);
			if (!effect.isRepeatable()) {
				Effects.begin(context, called);
			}
			this.retryBudget.deposit();
			Function<Duration, Mono<Answer<T>>> exchange = (limit) -> this.transport.exchange(request.get(), limit)
				.map((reply) -> answer(reply, reader));
			return new Call<>(called, effect, exchange, deadline, context).attempt(1);
		});
	}

	private static <T> Answer<T> answer(HttpReply reply, ReplyReader<T> reader) {
		T content = reader.read(reply);
		return new Answer<>(content, reader.outcome(content), reader.isBusy(reply, content), reply.status(),
				reply.requestedPause());
	}

	/**
	 * Send or fetch a file, whose content is too large to be a call like others.
	 * @param called what is done
	 * @param effect what doing it twice would do
	 * @param exchange does it once, within the time it is given
	 * @return the answer
	 */
	public Mono<FileReply> callForFile(CallDetails called, Effect effect,
			Function<Duration, Mono<FileReply>> exchange) {
		return Mono.deferContextual((context) -> {
			Deadline deadline = Deadline.from(context, this.operationTimeout);
			if (!effect.isRepeatable()) {
				Effects.begin(context, called);
			}
			this.retryBudget.deposit();
			return new Call<>(called, effect, (limit) -> exchange.apply(limit).map((reply) -> answer(reply, called)),
					deadline, context)
				.attempt(1);
		});
	}

	private static Answer<FileReply> answer(FileReply reply, CallDetails called) {
		Outcome outcome = reply.isSuccessful() ? Outcome.success(called)
				: Outcome.failure(FailureKind.SERVICE, reply.errorCode(), "HTTP " + reply.status(), called);
		boolean busy = reply.status() == 429 || (reply.status() >= 502 && reply.status() <= 504);
		return new Answer<>(reply, outcome, busy, reply.status(), Duration.ZERO);
	}

	private record Answer<T>(T content, Outcome outcome, boolean busy, int status, Duration requestedPause) {
	}

	private final class Call<T> {

		private final CallDetails called;

		private final Effect effect;

		private final Function<Duration, Mono<Answer<T>>> exchange;

		private final Deadline deadline;

		private final ContextView context;

		Call(CallDetails called, Effect effect, Function<Duration, Mono<Answer<T>>> exchange, Deadline deadline,
				ContextView context) {
			this.called = called;
			this.effect = effect;
			this.exchange = exchange;
			this.deadline = deadline;
			this.context = context;
		}

		Mono<T> attempt(int number) {
			Duration limit = this.deadline.remaining();
			if (limit.isZero()) {
				return Mono.error(new CallTimeoutException(
						this.called.operation() + " was not sent: the deadline of the " + "operation is over",
						this.called, null));
			}
			AttemptReport report = new AttemptReport(ReliableCaller.this.listener, this.called, number);
			return this.exchange.apply(limit)
				.doOnNext((answer) -> report.answered(Awaited.told(this.context, answer.outcome())))
				.doOnError((ex) -> tell(report, ex))
				.doOnCancel(report::cancelled)
				.flatMap((answer) -> afterAnswer(answer, number))
				.onErrorResume(AttemptFailedException.class, (failure) -> afterFailure(failure, number))
				.onErrorMap(InvalidReplyException.class, this::afterUnreadableReply);
		}

		private static void tell(AttemptReport report, Throwable ex) {
			if (ex instanceof AttemptFailedException failure) {
				report.notAnswered(failure.isTimedOut() ? CallTimeoutException.class : ConnectionFailedException.class);
			}
			else {
				report.failed(ex);
			}
		}

		private Mono<T> afterAnswer(Answer<T> answer, int number) {
			Duration pause = longer(answer.requestedPause(), ReliableCaller.this.retryPolicy.backoff(number));
			if (this.effect.isRepeatable() && answer.busy() && mayRepeat(number, pause)) {
				return repeat(number, pause, "the service is busy (HTTP " + answer.status() + ")");
			}
			return Mono.just(answer.content());
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
			logger.debug("{}: attempt {} failed, next in {} ms: {}", this.called.operation(), number, pause.toMillis(),
					reason);
			return Mono.delay(pause).then(Mono.defer(() -> attempt(number + 1)));
		}

		private Throwable notAnswered(AttemptFailedException failure) {
			boolean sent = failure.isSent() && this.effect != Effect.READ;
			if (failure.isTimedOut()) {
				return new CallTimeoutException(
						this.called.operation() + " was not answered in time: " + failure.reason(), this.called,
						failure.getCause(), sent);
			}
			String what = failure.isSent() ? " got no answer: " : " could not be sent: ";
			return new ConnectionFailedException(this.called.operation() + what + failure.reason(), this.called,
					failure.getCause(), sent);
		}

		/**
		 * A refusal has a status of its own; anything else may have been the answer to
		 * work done.
		 */
		private Throwable afterUnreadableReply(InvalidReplyException ex) {
			return (this.effect.isRepeatable() || ex.isRefusal()) ? explained(ex)
					: outcomeUnknown("the answer is unreadable", ex);
		}

		private InvalidReplyException explained(InvalidReplyException ex) {
			return (ex.operation() != null) ? ex : new InvalidReplyException(String.valueOf(ex.getMessage()),
					this.called, ex.status(), ex.getCause());
		}

		private Throwable outcomeUnknown(String known, @Nullable Throwable cause) {
			return new OutcomeUnknownException(known, this.called, cause);
		}

	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
