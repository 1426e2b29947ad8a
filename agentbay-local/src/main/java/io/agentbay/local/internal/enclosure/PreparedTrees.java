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

package io.agentbay.local.internal.enclosure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.agentbay.local.internal.path.FileTree;
import io.agentbay.local.internal.path.SessionPaths;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trees with walls around them that wait for sessions. Each session that runs a process
 * lets others be prepared: who wants one often wants another. The first one has to wait
 * for its own.
 */
public final class PreparedTrees implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PreparedTrees.class);

	private static final int AHEAD = 2;

	private final Path directory;

	private final Enclosure.Factory walls;

	private final Executor builders;

	private final Deque<Tree> waiting = new ArrayDeque<>();

	private int building;

	private boolean closed;

	public PreparedTrees(Path directory, Enclosure.Factory walls, Executor builders) {
		this.directory = directory;
		this.walls = walls;
		this.builders = builders;
	}

	/**
	 * Take a tree.
	 * @return a tree, {@code null} if none is ready
	 */
	public synchronized @Nullable Tree take() {
		return this.waiting.poll();
	}

	/**
	 * A session runs a process: so will the next ones.
	 */
	public synchronized void wanted() {
		while (!this.closed && this.waiting.size() + this.building < AHEAD) {
			try {
				this.building++;
				this.builders.execute(this::build);
			}
			catch (RejectedExecutionException ex) {
				this.building--;
				break;
			}
		}
	}

	private void build() {
		Tree built = null;
		try {
			Path root = Files.createDirectory(this.directory.resolve("prepared-" + UUID.randomUUID()));
			new SessionPaths(root, this.walls.system()).prepare();
			built = new Tree(root, this.walls.prepare(root));
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("No tree could be prepared", ex);
		}
		Tree tree = built;
		synchronized (this) {
			this.building--;
			notifyAll();
			if (tree != null && !this.closed) {
				this.waiting.add(tree);
				return;
			}
		}
		if (tree != null) {
			tree.walls().close();
		}
	}

	@Override
	public void close() {
		Deque<Tree> remaining;
		synchronized (this) {
			this.closed = true;
			boolean interrupted = false;
			while (this.building > 0 && !interrupted) {
				try {
					wait();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					interrupted = true;
				}
			}
			remaining = new ArrayDeque<>(this.waiting);
			this.waiting.clear();
		}
		for (Tree tree : remaining) {
			tree.walls().close();
			try {
				FileTree.delete(tree.root());
			}
			catch (IOException ex) {
				logger.debug("A prepared tree could not be deleted", ex);
			}
		}
	}

	/**
	 * A tree that no session has yet.
	 *
	 * @param root its root directory
	 * @param walls what is around it
	 */
	public record Tree(Path root, Enclosure.Prepared walls) {
	}

}
