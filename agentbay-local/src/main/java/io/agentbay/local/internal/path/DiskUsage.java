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
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/**
 * How much the files of a session take. That is found out by looking at all of them, so
 * it is done seldom in large trees: what is known may be a little old.
 */
public final class DiskUsage {

	/**
	 * Every entry takes at least that much, so that many small files count as well.
	 */
	private static final long BLOCK = 4096;

	/**
	 * At most that share of the time is spent with looking.
	 */
	private static final int SHARE = 20;

	private final Path root;

	private long bytes;

	private long lookedAt;

	private long took = -1;

	public DiskUsage(Path root) {
		this.root = root;
	}

	/**
	 * What the files take, or took a short while ago, in bytes.
	 */
	public synchronized long recent() {
		return (this.took < 0 || System.nanoTime() - this.lookedAt > SHARE * this.took) ? now() : this.bytes;
	}

	/**
	 * What the files take at this moment, in bytes.
	 */
	public synchronized long now() {
		long start = System.nanoTime();
		Adder adder = new Adder();
		try {
			Files.walkFileTree(this.root, adder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.bytes = adder.sum;
		this.lookedAt = System.nanoTime();
		this.took = this.lookedAt - start;
		return this.bytes;
	}

	/**
	 * Count something that is about to be written.
	 */
	public synchronized void add(long more) {
		this.bytes += more;
	}

	/**
	 * Adds up sizes. What cannot be looked at, or goes meanwhile, does not count.
	 */
	private static final class Adder extends SimpleFileVisitor<Path> {

		private long sum;

		@Override
		public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
			this.sum += BLOCK;
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			this.sum += Math.max(BLOCK, attributes.size());
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException ex) {
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) {
			return FileVisitResult.CONTINUE;
		}

	}

}
