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

package io.agentbay.internal.filesystem;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.channel.ChannelState;
import io.agentbay.channel.Push;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.ServiceException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.filesystem.FileChangeEvent;
import io.agentbay.filesystem.WatchOptions;
import io.agentbay.internal.http.Listening;
import io.agentbay.internal.tool.SessionTools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Watches a directory. The server remembers what the directory looked like when it was
 * asked last; so whatever happens between two questions is told by the second, and only
 * an answer that gets lost loses changes. Pushes come in between.
 */
final class FileWatcher {

	private static final Duration SUBSCRIBE_LIMIT = Duration.ofSeconds(15);

	private static final int MAX_FAILURES = 5;

	private final SessionTools tools;

	private final ReactiveChannel channel;

	private final Map<String, SharedWatch> watches = new HashMap<>();

	FileWatcher(SessionTools tools, ReactiveChannel channel) {
		this.tools = tools;
		this.channel = channel;
	}

	Flux<FileChangeEvent> changes(String path) {
		return this.tools.require("get_file_change", Map.of("path", path)).flatMapIterable(FileAnswers::changes);
	}

	/** What one look takes another would miss, so all who watch a directory share one. */
	Flux<FileChangeEvent> watch(String path, WatchOptions options) {
		return Flux.deferContextual((context) -> {
			SharedWatch shared = join(path, options);
			Listening listening = Listening.from(context);
			listening.announce();
			Mono<FileChangeEvent> ready = shared.ready().doOnSuccess((nothing) -> {
				listening.begin();
				if (options.onReady() != null) {
					options.onReady().run();
				}
			}).then(Mono.empty());
			return Flux.merge(shared.changes(), ready).doFinally((signal) -> leave(path));
		});
	}

	private SharedWatch join(String path, WatchOptions options) {
		synchronized (this.watches) {
			SharedWatch shared = this.watches.get(path);
			if (shared == null) {
				Sinks.Empty<Void> ready = Sinks.empty();
				shared = new SharedWatch(changesFrom(path, options, ready).share(), ready.asMono(),
						new AtomicInteger());
				this.watches.put(path, shared);
			}
			shared.users().incrementAndGet();
			return shared;
		}
	}

	private void leave(String path) {
		synchronized (this.watches) {
			SharedWatch shared = this.watches.get(path);
			if (shared != null && shared.users().decrementAndGet() == 0) {
				this.watches.remove(path);
			}
		}
	}

	private Flux<FileChangeEvent> changesFrom(String path, WatchOptions options, Sinks.Empty<Void> ready) {
		return changes(path).collectList().flatMapMany((baseline) -> {
			ready.tryEmitEmpty();
			Flux<FileChangeEvent> polling = polling(path, options.pollInterval());
			String server = this.tools.serverOf("get_file_change");
			if (!options.push() || server == null || !this.channel.isAvailable()) {
				return polling;
			}
			return pushing(path, server).onErrorResume(FileWatcher::isBearable, (ex) -> polling);
		});
	}

	private static boolean isBearable(Throwable failure) {
		boolean lost = failure instanceof StreamBrokenException broken
				&& (broken.reason() == Reason.OVERFLOW || broken.reason() == Reason.LOST_FRAME);
		return failure instanceof AgentBayException && !lost && !(failure instanceof SessionGoneException);
	}

	private Flux<FileChangeEvent> pushing(String path, String server) {
		Flux<FileChangeEvent> pushed = this.channel.listen(server)
			.filter((push) -> isAbout(path, push))
			.concatMapIterable((push) -> FileAnswers.events(push.data().path("events")));
		// Each time the WebSocket opens the server has to be told again, and what
		// happened meanwhile is asked for.
		Flux<FileChangeEvent> missed = this.channel.watchState()
			.filter((state) -> state == ChannelState.OPEN)
			.concatMap((state) -> subscribe(path, server).thenMany(asked(path))
				.onErrorResume(FileWatcher::isCutOff, (ex) -> Flux.empty()));
		return Flux.merge(pushed, missed).doFinally((signal) -> unsubscribe(path, server));
	}

	private static boolean isAbout(String path, Push push) {
		return push.data().path("eventType").asString("").equals("file_change")
				&& push.data().path("path").asString("").equals(path);
	}

	private static boolean isCutOff(Throwable failure) {
		return failure instanceof StreamBrokenException broken && broken.reason() == Reason.CONNECTION_LOST;
	}

	private Mono<Void> subscribe(String path, String server) {
		return this.channel.call(server, call("subscribe_file_change", path)).run(SUBSCRIBE_LIMIT).then();
	}

	private void unsubscribe(String path, String server) {
		if (this.channel.state() == ChannelState.OPEN) {
			this.channel.send(server, call("unsubscribe_file_change", path)).onErrorComplete().subscribe();
		}
	}

	private static Map<String, Object> call(String method, String path) {
		return Map.of("method", method, "params", Map.of("path", path));
	}

	private Flux<FileChangeEvent> polling(String path, Duration interval) {
		AtomicInteger failures = new AtomicInteger();
		return Mono.delay(interval)
			.thenMany(Flux.defer(() -> asked(path)))
			.doOnComplete(() -> failures.set(0))
			.onErrorResume((ex) -> isWorthAnotherTry(ex) && failures.incrementAndGet() < MAX_FAILURES,
					(ex) -> Flux.empty())
			.repeat();
	}

	/** What the session says of itself or the directory will not change. */
	private static boolean isWorthAnotherTry(Throwable failure) {
		if (failure instanceof ServiceException refused) {
			return List.of(FailureKind.SERVICE, FailureKind.THROTTLED, FailureKind.TIMEOUT)
				.contains(refused.failureKind());
		}
		return failure instanceof AgentBayException && !(failure instanceof StreamBrokenException);
	}

	private Flux<FileChangeEvent> asked(String path) {
		return changes(path).onErrorMap(OutcomeUnknownException.class,
				(ex) -> new StreamBrokenException(Reason.LOST_FRAME,
						"An answer with changes was lost: " + Objects.requireNonNullElse(ex.getMessage(), ""),
						ex.details(), ex));
	}

	/**
	 * The watch of a directory.
	 *
	 * @param changes what changes, for all who watch
	 * @param ready completes when nothing is missed any longer
	 * @param users how many watch
	 */
	private record SharedWatch(Flux<FileChangeEvent> changes, Mono<Void> ready, AtomicInteger users) {
	}

}
