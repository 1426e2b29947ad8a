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

package io.agentbay.boot.test;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Flux;

import org.springframework.util.function.SingletonSupplier;

/**
 * A local runtime that several tests share. {@link #get} is the one of this JVM, which
 * starts when it is first needed and ends with the JVM.
 */
final class SharedLocalAgentBay {

	private static final SingletonSupplier<SharedLocalAgentBay> shared = SingletonSupplier
		.of(() -> new SharedLocalAgentBay(LocalAgentBay.builder().start()));

	private final LocalAgentBay runtime;

	private final ReactiveAgentBay janitor;

	SharedLocalAgentBay(LocalAgentBay runtime) {
		this.runtime = runtime;
		this.janitor = ReactiveAgentBay.builder()
			.apiKey(runtime.apiKey())
			.endpoint(runtime.endpoint().toString())
			.buildReactive();
	}

	static SharedLocalAgentBay get() {
		return shared.obtain();
	}

	LocalAgentBay runtime() {
		return this.runtime;
	}

	List<String> sessionIds() {
		return this.runtime.liveSessionIds();
	}

	/** Call off faults that did not strike, and forget the calls made so far. */
	void beginAnew() {
		this.runtime.faults().clear();
		this.runtime.journal().clear();
	}

	/**
	 * Delete all sessions but some: those of the application by its own clients, so that
	 * they forget them too.
	 */
	void deleteSessionsExcept(Collection<String> kept, Stream<ReactiveAgentBay> clients) {
		this.runtime.faults().clear();
		List<ReactiveSession> ofApplication = clients.flatMap((client) -> client.cachedSessions().stream()).toList();
		Flux<ReactiveSession> ofOthers = Flux.defer(() -> Flux.fromIterable(sessionIds()))
			.filter((id) -> !kept.contains(id))
			.flatMap(this.janitor::find);
		Flux.fromIterable(ofApplication)
			.filter((session) -> !kept.contains(session.id()))
			.concatWith(ofOthers)
			.concatMap(ReactiveSession::delete)
			.blockLast();
	}

	/** End one that is not that of the JVM. */
	void close() {
		this.janitor.close();
		this.runtime.close();
	}

}
