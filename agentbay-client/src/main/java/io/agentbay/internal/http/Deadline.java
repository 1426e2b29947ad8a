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
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The moment at which an operation must be over. It travels down in the Reactor context,
 * so that all requests of one operation share it.
 */
public final class Deadline {

	private static final Class<Deadline> KEY = Deadline.class;

	private static final String ONE_CALL = Deadline.class.getName() + ".oneCall";

	private final long endNanos;

	private Deadline(long endNanos) {
		this.endNanos = endNanos;
	}

	/**
	 * Put an operation under a deadline, unless it runs under an earlier one already.
	 * @param limit the longest time for the operation
	 * @param operation the operation
	 * @param <T> what it answers
	 * @return the operation under the deadline
	 */
	public static <T> Mono<T> within(Duration limit, Mono<T> operation) {
		return operation.contextWrite((context) -> earlier(context, limit));
	}

	/**
	 * Put an operation of many answers under a deadline, unless it runs under an earlier
	 * one already.
	 * @param limit the longest time for the operation
	 * @param operation the operation
	 * @param <T> what it answers
	 * @return the operation under the deadline
	 */
	public static <T> Flux<T> within(Duration limit, Flux<T> operation) {
		return operation.contextWrite((context) -> earlier(context, limit));
	}

	/**
	 * Put an operation that is one call, and has more time for it than other calls have,
	 * under a deadline, unless it runs under an earlier one already.
	 * @param limit the longest time for the call
	 * @param call the call
	 * @param <T> what it answers
	 * @return the call under the deadline
	 */
	public static <T> Mono<T> withinOneCall(Duration limit, Mono<T> call) {
		return call.contextWrite((context) -> earlier(context, limit).put(ONE_CALL, limit));
	}

	private static Context earlier(Context context, Duration limit) {
		Deadline own = after(limit);
		return (context.hasKey(KEY) && context.<Deadline>get(KEY).isBefore(own)) ? context : context.put(KEY, own);
	}

	/**
	 * Return the deadline of the running operation.
	 * @param context the Reactor context
	 * @param limit the limit if there is none yet
	 * @return the deadline
	 */
	public static Deadline from(ContextView context, Duration limit) {
		return context.hasKey(KEY) ? context.get(KEY) : after(limit);
	}

	/**
	 * Return the deadline of one call of the running operation. An operation may last
	 * longer than any of its calls may.
	 * @param context the Reactor context
	 * @param limit the limit of a call that was not given more time
	 * @return the deadline
	 */
	static Deadline ofCall(ContextView context, Duration limit) {
		Deadline own = after(context.hasKey(ONE_CALL) ? context.<Duration>get(ONE_CALL) : limit);
		Deadline whole = from(context, limit);
		return whole.isBefore(own) ? whole : own;
	}

	/**
	 * Return the time that is left.
	 * @return the time left, zero when it is over
	 */
	public Duration remaining() {
		return Duration.ofNanos(Math.max(0, this.endNanos - now()));
	}

	private boolean isBefore(Deadline other) {
		return this.endNanos - other.endNanos < 0;
	}

	boolean leavesMoreThan(Duration pause) {
		return remaining().compareTo(pause) > 0;
	}

	static Deadline after(Duration limit) {
		return new Deadline(now() + limit.toNanos());
	}

	/** The scheduler's clock, so that virtual time moves deadlines too. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
