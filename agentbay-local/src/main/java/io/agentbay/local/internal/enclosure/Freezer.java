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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.agentbay.local.internal.process.Population;
import io.agentbay.local.internal.process.ProcessTree;
import io.agentbay.local.internal.process.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Stops all processes of a session and lets them run on. While they are stopped no new
 * one starts, and the time that is allowed to them does not pass.
 */
public final class Freezer {

	private static final Duration LONGEST = Duration.ofDays(365);

	/**
	 * On a busy machine processes come and go between any two looks; then it takes many.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final int MEMBER_ROUNDS = 40;

	private static final long ROUND_MILLIS = 5;

	private final Enclosure enclosure;

	private final Set<ProcessHandle> stoppedBefore = new HashSet<>();

	private final Set<ProcessHandle> halted = new HashSet<>();

	private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

	private boolean ended;

	private int starting;

	private long frozenSince;

	private long frozenNanos;

	public Freezer(Enclosure enclosure) {
		this.enclosure = enclosure;
	}

	/**
	 * Start a process, as soon as processes may run.
	 */
	public Process start(Start start) throws IOException, InterruptedException {
		begin();
		try {
			return start.start();
		}
		finally {
			begun();
		}
	}

	/**
	 * Start a process if processes may run now.
	 * @return the process, {@code null} if they may not
	 */
	public @Nullable Process startAtOnce(Start start) throws IOException {
		synchronized (this) {
			if (this.ended || !this.running.isDone()) {
				return null;
			}
			this.starting++;
		}
		try {
			return start.start();
		}
		finally {
			begun();
		}
	}

	/**
	 * Wait for something that processes are to bring about.
	 * @param <T> what they bring about
	 * @param awaited completes when they have
	 * @param limit how long they may run for it
	 */
	public <T> T await(CompletableFuture<T> awaited, Duration limit)
			throws InterruptedException, ExecutionException, TimeoutException {
		long end = runningNanos() + (limit.compareTo(LONGEST) < 0 ? limit : LONGEST).toNanos();
		while (true) {
			awaitRunning(awaited);
			long left = end - runningNanos();
			try {
				return awaited.get(Math.max(0, left), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				if (end - runningNanos() <= 0) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Stop all processes. When this returns none of them runs and none will. When it
	 * throws they run on.
	 */
	public void freeze() throws IOException, InterruptedException {
		hold();
		try {
			stopAll();
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			boolean interrupted = Thread.interrupted();
			thaw();
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
			throw ex;
		}
	}

	/**
	 * Whether the processes stand still.
	 */
	public synchronized boolean isFrozen() {
		return !this.running.isDone();
	}

	/**
	 * Let the processes run on, except those that somebody else had stopped.
	 */
	public void thaw() throws IOException, InterruptedException {
		continueAll();
		release();
	}

	/**
	 * Let go of whoever waits: the processes are about to be ended.
	 */
	public synchronized void end() {
		this.ended = true;
		this.running.complete(null);
		notifyAll();
	}

	private synchronized void begin() throws IOException, InterruptedException {
		while (!this.running.isDone()) {
			wait();
		}
		if (this.ended) {
			throw new IOException("The session has ended");
		}
		this.starting++;
	}

	private synchronized void begun() {
		this.starting--;
		notifyAll();
	}

	private synchronized void hold() throws InterruptedException {
		if (this.running.isDone() && !this.ended) {
			this.running = new CompletableFuture<>();
			this.frozenSince = System.nanoTime();
			this.stoppedBefore.clear();
			this.halted.clear();
		}
		while (this.starting > 0) {
			wait();
		}
	}

	private synchronized void release() {
		if (!this.running.isDone()) {
			this.frozenNanos += System.nanoTime() - this.frozenSince;
			this.running.complete(null);
			notifyAll();
		}
	}

	private synchronized long runningNanos() {
		return (this.running.isDone() ? System.nanoTime() : this.frozenSince) - this.frozenNanos;
	}

	private void awaitRunning(CompletableFuture<?> awaited) throws InterruptedException {
		CompletableFuture<Void> runningAgain;
		synchronized (this) {
			runningAgain = this.running;
		}
		try {
			CompletableFuture.anyOf(runningAgain, awaited).get();
		}
		catch (ExecutionException ex) {
			// It is done, if not well: whoever waits for it is told.
		}
	}

	/**
	 * A process that is stopped starts no other. So when a complete look finds nothing
	 * but processes that had been stopped before, none is left.
	 */
	private void stopAll() throws IOException, InterruptedException {
		this.enclosure.population().members().stream().filter(Freezer::isStopped).forEach(this.stoppedBefore::add);
		this.enclosure.stopAtOnce();
		Set<ProcessHandle> signalled = new HashSet<>();
		boolean quiet = false;
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (end - System.nanoTime() > 0) {
			Population population = this.enclosure.population();
			List<ProcessHandle> moving = new ArrayList<>();
			for (ProcessHandle member : population.members()) {
				if (!isStill(member, signalled)) {
					moving.add(member);
				}
			}
			signalled.addAll(moving);
			for (ProcessHandle attendant : population.attendants()) {
				if (!isStoppedOrGone(attendant)) {
					moving.add(attendant);
					this.halted.add(attendant);
				}
			}
			Signals.send(Signals.STOP, pids(moving));
			boolean still = moving.isEmpty() && population.complete();
			if (still && quiet) {
				return;
			}
			quiet = still;
			if (moving.isEmpty() && !quiet) {
				TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
			}
		}
		throw new IOException("Not all of its processes can be stopped");
	}

	/**
	 * A process may stop itself again, which is its own affair after some rounds, fewer
	 * when the machine is slow. An attendant may have learned of the stop only when its
	 * process was already running again, and stop then; when it waits again it has
	 * nothing more to learn.
	 */
	private void continueAll() throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		for (int round = 0; end - System.nanoTime() > 0; round++) {
			Population population = this.enclosure.population();
			List<ProcessHandle> stopped = new ArrayList<>();
			if (round < MEMBER_ROUNDS && end - System.nanoTime() > PATIENCE.toNanos() / 2) {
				boolean first = round == 0;
				population.members()
					.stream()
					.filter((member) -> isStopped(member) || first && ProcessTree.state(member) == '?')
					.filter((member) -> !this.stoppedBefore.contains(member))
					.forEach(stopped::add);
			}
			population.attendants().stream().filter(this::isBehind).forEach(stopped::add);
			if (stopped.isEmpty()) {
				return;
			}
			Signals.send(Signals.CONTINUE, pids(stopped));
			TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
		}
		throw new IOException("Not all of its processes can be continued");
	}

	private boolean isBehind(ProcessHandle attendant) {
		return switch (ProcessTree.state(attendant)) {
			case 'S', 'Z', 'X' -> false;
			default -> this.halted.contains(attendant) || attendant.children().noneMatch(Freezer::isStopped);
		};
	}

	private static boolean isStill(ProcessHandle process, Set<ProcessHandle> signalled) {
		return switch (ProcessTree.state(process)) {
			case 'T', 't', 'Z', 'X' -> true;
			// Inside the kernel; it comes to a stop before it runs on. Or the system does
			// not show it.
			case 'D', '?' -> signalled.contains(process);
			default -> false;
		};
	}

	private static boolean isStopped(ProcessHandle process) {
		return ProcessTree.state(process) == 'T';
	}

	private static boolean isStoppedOrGone(ProcessHandle process) {
		return isStopped(process) || ProcessTree.isGone(process);
	}

	private static List<Long> pids(Collection<ProcessHandle> processes) {
		return processes.stream().map(ProcessHandle::pid).toList();
	}

	/**
	 * Starts a process.
	 */
	@FunctionalInterface
	public interface Start {

		public Process start() throws IOException;

	}

}
