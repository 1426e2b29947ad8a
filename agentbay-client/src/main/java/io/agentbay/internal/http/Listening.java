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

import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Tells who subscribes to a stream of events when nothing is missed any longer. It
 * travels in the Reactor context; a stream that knows the moment announces that it will
 * tell.
 */
public final class Listening {

	private static final Class<Listening> KEY = Listening.class;

	private final AtomicBoolean announced = new AtomicBoolean();

	private final Sinks.Empty<Void> begun = Sinks.empty();

	/**
	 * Return what is told in a context.
	 * @param context the context of a subscriber
	 * @return what the subscriber has put there, or one that nobody waits for
	 */
	public static Listening from(ContextView context) {
		return context.hasKey(KEY) ? context.get(KEY) : new Listening();
	}

	/**
	 * Put this into the context of a stream.
	 * @param context the context
	 * @return the context with this
	 */
	public Context within(Context context) {
		return context.put(KEY, this);
	}

	/** Announce, while being subscribed to, that the moment will be told. */
	public void announce() {
		this.announced.set(true);
	}

	/** Tell that nothing is missed from now on. */
	public void begin() {
		this.begun.tryEmitEmpty();
	}

	/** Tell that the stream has failed or ended before. */
	public void fail(Throwable failure) {
		this.begun.tryEmitError(failure);
	}

	/**
	 * Return the moment, which is now for streams that do not announce one.
	 * @return completes at that moment
	 */
	public Mono<Void> begun() {
		return Mono.defer(() -> this.announced.get() ? this.begun.asMono() : Mono.empty());
	}

}
