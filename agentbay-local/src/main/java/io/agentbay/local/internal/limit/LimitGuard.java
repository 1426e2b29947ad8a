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

package io.agentbay.local.internal.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.agentbay.local.internal.enclosure.Enclosure;
import io.agentbay.local.internal.path.DiskUsage;
import io.agentbay.local.internal.process.LiveProcesses;
import io.agentbay.local.internal.process.ProcessTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session below its limits. Processes and memory are the kernel's business
 * where there is a control group; else they are measured again and again while processes
 * run, and all are killed when there is too much. Files are always measured: a session
 * with too many loses its processes, and those it starts afterwards can delete files but
 * write none.
 */
public final class LimitGuard implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LimitGuard.class);

	private static final long KIBIBYTE = 1024;

	private final Limits limits;

	private final Enclosure enclosure;

	private final @Nullable ControlGroup group;

	private final LimitWatch watch;

	private final DiskUsage disk;

	private final LiveProcesses shells = new LiveProcesses();

	private volatile boolean awake;

	private long tolerated;

	private Hits own = Hits.NONE;

	public LimitGuard(Limits limits, Path root, Enclosure enclosure, @Nullable ControlGroup group, LimitWatch watch) {
		this.limits = limits;
		this.enclosure = enclosure;
		this.group = group;
		this.watch = watch;
		this.disk = new DiskUsage(root);
		this.tolerated = limits.diskBytes();
		watch.add(this);
	}

	/**
	 * A process is about to be started.
	 * @return which limits were hit before
	 */
	public synchronized Hits begin() {
		this.awake = true;
		if (isFull()) {
			this.tolerated = Math.max(this.tolerated, this.disk.recent());
		}
		return hits();
	}

	/**
	 * What a shell needs to be told so that no file gets larger than it may.
	 */
	public String fileLimit() {
		return "ulimit -f " + (isFull() ? 0 : this.limits.fileBlocks()) + " 2>/dev/null; ";
	}

	/**
	 * A process has been started.
	 */
	public void started(Process shell) {
		this.shells.add(shell.toHandle());
	}

	/**
	 * Tell which limits were hit since a process began.
	 * @param failed whether somebody wants to know why it failed
	 * @return one line for each, or nothing
	 */
	public String reachedSince(Hits before, boolean failed) {
		if (failed) {
			this.disk.now();
		}
		watchDisk();
		Hits now = hits();
		List<String> notes = new ArrayList<>();
		if (now.processes() > before.processes()) {
			notes.add(this.limits.processesReached());
		}
		if (now.memory() > before.memory()) {
			notes.add(this.limits.memoryReached());
		}
		if (now.disk() > before.disk() || isFull()) {
			notes.add(this.limits.diskReached());
		}
		return String.join("\n", notes);
	}

	/**
	 * Something is about to be written by the runtime itself.
	 * @param bytes how much at most
	 */
	public void reserve(long bytes) throws LimitReachedException {
		if (this.disk.recent() + bytes > this.limits.diskBytes() && this.disk.now() + bytes > this.limits.diskBytes()) {
			throw new LimitReachedException(this.limits.diskReached());
		}
		this.disk.add(bytes);
	}

	/**
	 * Look whether a limit was hit. To be called again and again.
	 */
	void look() throws IOException {
		if (!this.awake && this.shells.isEmpty()) {
			return;
		}
		this.awake = false;
		Set<ProcessHandle> members = members();
		if (this.group == null) {
			watch(members);
		}
		watchDisk();
	}

	@Override
	public void close() {
		this.watch.remove(this);
		if (this.group != null) {
			this.group.close();
		}
	}

	/**
	 * As long as there are any, or there may be, it has to be looked again.
	 */
	private Set<ProcessHandle> members() throws IOException {
		boolean none = false;
		try {
			Set<ProcessHandle> members = (this.group != null) ? this.group.members()
					: this.enclosure.population().members();
			none = members.isEmpty();
			return members;
		}
		finally {
			if (!none) {
				this.awake = true;
			}
		}
	}

	private void watch(Set<ProcessHandle> members) {
		long tasks = 0;
		long memory = 0;
		for (ProcessHandle member : members) {
			Footprint footprint = Footprint.of(member);
			tasks += footprint.threads();
			memory += footprint.bytes();
		}
		if (tasks > this.limits.processes()) {
			stop(new Hits(1, 0, 0), this.limits.processesReached());
		}
		else if (memory > this.limits.memoryBytes()) {
			stop(new Hits(0, 1, 0), this.limits.memoryReached());
		}
	}

	/**
	 * Files that were there when a process began are not held against it.
	 */
	private synchronized void watchDisk() {
		long used = this.disk.recent();
		if (used > this.tolerated) {
			stop(new Hits(0, 0, 1), this.limits.diskReached());
			used = this.disk.now();
		}
		this.tolerated = Math.max(this.limits.diskBytes(), used);
	}

	private void stop(Hits hit, String reason) {
		logger.warn("The processes of a session are killed: {}", reason);
		synchronized (this) {
			this.own = this.own.plus(hit);
		}
		this.enclosure.killAll();
		if (this.group != null) {
			killTheRest(this.group);
		}
	}

	/**
	 * Without walls a process can hide, but not leave its group.
	 */
	private static void killTheRest(ControlGroup group) {
		try {
			group.killAll();
		}
		catch (IOException ex) {
			logger.debug("The session ends at this moment", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isFull() {
		return this.disk.recent() >= this.limits.diskBytes() && this.disk.now() >= this.limits.diskBytes();
	}

	private synchronized Hits hits() {
		return (this.group == null) ? this.own
				: this.own.plus(new Hits(this.group.refusals(), this.group.memoryKills(), 0));
	}

	/**
	 * How often limits were hit.
	 *
	 * @param processes that of processes
	 * @param memory that of memory
	 * @param disk that of files
	 */
	public record Hits(long processes, long memory, long disk) {

		static final Hits NONE = new Hits(0, 0, 0);

		Hits plus(Hits more) {
			return new Hits(this.processes + more.processes, this.memory + more.memory, this.disk + more.disk);
		}

	}

	/**
	 * What a process uses.
	 *
	 * @param threads how many threads it has
	 * @param bytes how much memory it does not share with files
	 */
	private record Footprint(long threads, long bytes) {

		static Footprint of(ProcessHandle process) {
			long threads = 1;
			long kibibytes = 0;
			try {
				for (String line : Files.readAllLines(ProcessTree.PROC.resolve(process.pid() + "/status"))) {
					if (line.startsWith("Threads:")) {
						threads = number(line);
					}
					else if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:")) {
						kibibytes += number(line);
					}
				}
			}
			catch (IOException ex) {
				// It has ended, or the system does not show it.
			}
			return new Footprint(threads, kibibytes * KIBIBYTE);
		}

		private static long number(String line) {
			return Long.parseLong(line.replaceAll("\\D", ""));
		}

	}

}
