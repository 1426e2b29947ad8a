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

package io.agentbay.local.internal.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the files of sessions go that have ended. To put them there takes an instant, to
 * delete them takes longer than all the rest of a session's end.
 */
public final class Trash implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Trash.class);

	private static final long CLOSE_SECONDS = 10;

	private final ExecutorService cleaner = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "agentbay-local-trash");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Throw a tree away.
	 * @param root its root directory, which is no longer there when this returns
	 */
	public void throwAway(Path root) throws IOException {
		Path gone = Files.move(root, root.resolveSibling("gone-" + UUID.randomUUID()));
		try {
			this.cleaner.execute(() -> delete(gone));
		}
		catch (RejectedExecutionException ex) {
			delete(gone);
		}
	}

	private static void delete(Path gone) {
		try {
			FileTree.delete(gone);
		}
		catch (IOException ex) {
			logger.warn("The files of a session cannot be deleted: {}", ex.toString());
		}
	}

	/**
	 * Wait until all is deleted, for a bounded time.
	 */
	@Override
	public void close() {
		this.cleaner.shutdown();
		try {
			if (!this.cleaner.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
				this.cleaner.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			this.cleaner.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

}
