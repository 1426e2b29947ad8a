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

package io.agentbay.local.internal.tool.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.internal.path.FileChanges;
import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.ToolStream;

/**
 * Watches a directory and all below it for one subscriber. It looks at the files many
 * times a second rather than asking the system for notices: that sees all file systems
 * alike, and never has to say that it missed something.
 */
final class FileWatch {

	private static final long PAUSE_MILLIS = 100;

	/** At most this part of the time goes into looking at a large directory. */
	private static final int SHARE = 10;

	private final ScheduledExecutorService watchers;

	private final Sandbox sandbox;

	private final String path;

	private final ToolStream subscriber;

	private final FileChanges changes = new FileChanges();

	private List<FileChanges.Change> untold = new ArrayList<>();

	private String name = "";

	private volatile boolean ended;

	FileWatch(ScheduledExecutorService watchers, Sandbox sandbox, String path, ToolStream subscriber) {
		this.watchers = watchers;
		this.sandbox = sandbox;
		this.path = path;
		this.subscriber = subscriber;
	}

	/**
	 * Begin: what changes from now on is told.
	 */
	void start(Place directory) throws IOException {
		this.name = directory.name();
		this.changes.since(directory);
		later(PAUSE_MILLIS);
	}

	void end() {
		this.ended = true;
	}

	private void later(long millis) {
		if (!this.watchers.isShutdown()) {
			this.watchers.schedule(this::look, millis, TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * A directory that goes away takes its files with it. It may come back.
	 */
	private List<FileChanges.Change> changes() throws IOException {
		try (Place directory = this.sandbox.paths().open(this.path)) {
			this.name = directory.name();
			return this.changes.since(directory);
		}
		catch (NoSuchFileException | NotDirectoryException ex) {
			return this.changes.gone(this.name);
		}
	}

	private void look() {
		if (this.ended) {
			return;
		}
		long start = System.nanoTime();
		try {
			if (this.untold.isEmpty()) {
				this.untold = changes();
			}
		}
		catch (IOException ex) {
			// It cannot be looked at for the moment.
		}
		if (!this.untold.isEmpty()
				&& this.subscriber.push(Map.of("eventType", "file_change", "path", this.path, "events", this.untold))) {
			this.untold = new ArrayList<>();
		}
		later(Math.max(PAUSE_MILLIS, SHARE * Duration.ofNanos(System.nanoTime() - start).toMillis()));
	}

}
