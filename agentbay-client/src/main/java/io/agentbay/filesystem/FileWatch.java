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

package io.agentbay.filesystem;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * A watch that goes on until it is closed, or fails because the session has ended or
 * changes were lost.
 */
public final class FileWatch implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(FileWatch.class);

	private final Object turn = new Object();

	private final Disposable.Swap subscription = Disposables.swap();

	private final CompletableFuture<Void> over = new CompletableFuture<>();

	private boolean closed;

	private volatile @Nullable Throwable failure;

	private FileWatch() {
	}

	static FileWatch start(ReactiveFileSystem files, String path, WatchOptions options,
			Consumer<FileChangeEvent> onChange) {
		FileWatch watch = new FileWatch();
		Sinks.One<FileWatch> ready = Sinks.one();
		Runnable also = options.onReady();
		Flux<FileChangeEvent> changes = files.watch(path, options.withOnReady(() -> {
			if (also != null) {
				also.run();
			}
			ready.tryEmitValue(watch);
		}));
		watch.subscription.update(changes.publishOn(Schedulers.boundedElastic(), 1)
			.subscribe((event) -> watch.tell(onChange, event), (ex) -> {
				watch.failed(ex);
				ready.tryEmitError(ex);
			}));
		return Blocking.await(ready.asMono().doOnCancel(watch::close));
	}

	/** A consumer that throws misses nothing further. */
	private void tell(Consumer<FileChangeEvent> onChange, FileChangeEvent event) {
		synchronized (this.turn) {
			if (this.closed) {
				return;
			}
			try {
				onChange.accept(event);
			}
			catch (RuntimeException ex) {
				logger.error("What was to be done on a change of a file failed; the watch goes on", ex);
			}
		}
	}

	private void failed(Throwable ex) {
		this.failure = ex;
		this.over.completeExceptionally(ex);
	}

	/**
	 * Return why the watch has failed.
	 * @return the failure, {@code null} as long as it goes on or if it was closed
	 */
	public @Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Return the end of the watch.
	 * @return completes when the watch is closed, exceptionally when it has failed
	 */
	public CompletableFuture<Void> over() {
		return this.over.copy();
	}

	/**
	 * End the watch. When this returns the consumer is not called any more; called by the
	 * consumer itself, it ends the watch after that call.
	 */
	@Override
	public void close() {
		this.subscription.dispose();
		synchronized (this.turn) {
			this.closed = true;
		}
		this.over.complete(null);
	}

}
