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

package io.agentbay.local.internal.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.agentbay.local.Isolation;
import io.agentbay.local.SessionNetwork;
import io.agentbay.local.internal.enclosure.Bubblewrap;
import io.agentbay.local.internal.enclosure.BubblewrapCheck;
import io.agentbay.local.internal.enclosure.Enclosure;
import io.agentbay.local.internal.enclosure.Freezer;
import io.agentbay.local.internal.enclosure.HostProcesses;
import io.agentbay.local.internal.limit.ControlGroup;
import io.agentbay.local.internal.limit.ControlGroups;
import io.agentbay.local.internal.limit.LimitGuard;
import io.agentbay.local.internal.limit.LimitWatch;
import io.agentbay.local.internal.limit.Limits;
import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.path.SystemView;
import io.agentbay.local.internal.path.Trash;
import io.agentbay.local.internal.process.IgnoredSignals;
import io.agentbay.local.internal.process.Programs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the sandboxes of one runtime.
 */
public final class Sandboxes implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Sandboxes.class);

	private final Path directory;

	private final List<Path> visible;

	private final int maxOutputBytes;

	private final Limits limits;

	private final Optional<ControlGroups> groups;

	private final LimitWatch watch;

	private final Enclosure.Factory walls;

	private final Isolation isolation;

	private final List<String> restoringSignals = IgnoredSignals.restoring();

	private final boolean ownProcessGroup = Programs.find("setsid").isPresent();

	private final ExecutorService readers;

	private final Supplier<String> sessionIds;

	private final PreparedSandboxes prepared;

	private final Trash trash = new Trash();

	private @Nullable SystemView view;

	/**
	 * Prepare for making sandboxes.
	 * @param sessionIds makes the ids of sessions
	 * @param directory an existing directory that belongs to this runtime alone; the
	 * sandboxes' files go below it
	 * @param requested how sandboxes are to be isolated
	 * @param network what network they are to have
	 * @param maxOutputBytes how much of each output stream of a command is kept
	 * @param limits how much each of them may use of the machine
	 * @param visible files and directories of the machine that sessions see beside its
	 * programs
	 * @param controlGroups whether the kernel is to keep them below the limits, where it
	 * can
	 * @throws IOException if the directory cannot be used
	 * @throws IllegalStateException if bubblewrap, or a network, is requested and does
	 * not work here
	 */
	public Sandboxes(Supplier<String> sessionIds, Path directory, Isolation requested, SessionNetwork network,
			int maxOutputBytes, Limits limits, List<Path> visible, boolean controlGroups) throws IOException {
		this.sessionIds = sessionIds;
		this.directory = directory.toRealPath();
		this.maxOutputBytes = maxOutputBytes;
		this.limits = limits;
		this.visible = visible;
		this.groups = controlGroups ? ControlGroups.find(limits) : Optional.empty();
		this.walls = walls(requested, network);
		this.isolation = (this.walls instanceof Bubblewrap.Walls) ? Isolation.BUBBLEWRAP : Isolation.HOST;
		AtomicInteger number = new AtomicInteger();
		this.readers = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "agentbay-local-output-" + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
		this.watch = new LimitWatch();
		this.prepared = new PreparedSandboxes(this::build, this.readers);
	}

	/**
	 * How the sandboxes are really isolated.
	 * @return {@link Isolation#BUBBLEWRAP} or {@link Isolation#HOST}
	 */
	public Isolation isolation() {
		return this.isolation;
	}

	/**
	 * Make a sandbox for a session that has no id yet. Its files are there at once; its
	 * first process starts with the first command at the latest.
	 * @return a sandbox, with the id of its session, that the caller has to close
	 * @throws IOException if its directories cannot be made
	 */
	public Sandbox create() throws IOException {
		Sandbox sandbox = this.prepared.take();
		if (sandbox == null) {
			sandbox = build();
		}
		sandbox.begin();
		return sandbox;
	}

	private Sandbox build() throws IOException {
		String sessionId = this.sessionIds.get();
		Path root = Files.createDirectory(this.directory.resolve(sessionId));
		SessionPaths paths = new SessionPaths(root, this.walls.system());
		paths.prepare();
		ControlGroup group = group(sessionId);
		List<String> prefix = new ArrayList<>(this.restoringSignals);
		if (group != null) {
			prefix.addAll(group.entering());
		}
		Enclosure enclosure = this.walls.create(sessionId, root, prefix);
		LimitGuard guard = new LimitGuard(this.limits, root, enclosure, group, this.watch);
		Freezer freezer = new Freezer(enclosure);
		Shell shell = new Shell(sessionId, enclosure, freezer, guard, this.readers, this.maxOutputBytes,
				this.ownProcessGroup, this.watch.timer(), this.prepared::wanted);
		return new Sandbox(sessionId, paths, enclosure, freezer, shell, guard, this.trash);
	}

	private @Nullable ControlGroup group(String sessionId) {
		try {
			return this.groups.isPresent() ? this.groups.get().create(sessionId, this.limits) : null;
		}
		catch (IOException ex) {
			logger.warn("There is no control group for {}, its processes are measured instead: {}", sessionId,
					ex.toString());
			return null;
		}
	}

	/**
	 * Stop what serves the sandboxes. They have to be closed before.
	 */
	@Override
	public void close() {
		this.prepared.close();
		this.trash.close();
		this.watch.close();
		this.readers.shutdownNow();
		try {
			if (!this.readers.awaitTermination(2, TimeUnit.SECONDS)) {
				logger.warn("A process has left its session and keeps an output pipe open");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (this.walls instanceof Bubblewrap.Walls bubblewrap) {
			bubblewrap.close();
		}
	}

	private Enclosure.Factory walls(Isolation requested, SessionNetwork network) throws IOException {
		if (requested != Isolation.HOST) {
			Optional<String> obstacle = BubblewrapCheck.obstacle();
			if (obstacle.isEmpty()) {
				if (network != SessionNetwork.HOST) {
					refuse(network, BubblewrapCheck.obstacleToNetworks());
				}
				return new Bubblewrap.Walls(Programs.find("bwrap").orElseThrow(),
						Programs.find("nsenter").orElseThrow(), () -> view(true), network);
			}
			if (requested == Isolation.BUBBLEWRAP) {
				throw new IllegalStateException("Sessions cannot be isolated: " + obstacle.get());
			}
			logger.warn("NOTHING IS ISOLATED: commands of sessions run as ordinary processes of user '{}', with all "
					+ "its rights. Reason: {}", System.getProperty("user.name"), obstacle.get());
		}
		else {
			logger.warn("NOTHING IS ISOLATED: commands of sessions run as ordinary processes of user '{}', with all "
					+ "its rights, as asked for", System.getProperty("user.name"));
		}
		if (network != SessionNetwork.HOST) {
			refuse(network, Optional.of("nothing is isolated"));
		}
		return new HostProcesses.NoWalls(() -> view(false));
	}

	private static void refuse(SessionNetwork network, Optional<String> obstacle) {
		if (obstacle.isPresent()) {
			throw new IllegalStateException("Sessions cannot have the network " + network + ": " + obstacle.get());
		}
	}

	/**
	 * Looked at when the first session wants to know, not when the runtime starts.
	 */
	private synchronized SystemView view(boolean walled) {
		SystemView present = this.view;
		if (present == null) {
			try {
				present = SystemView.ofMachine(Files.createDirectory(this.directory.resolve("system")),
						walled ? users() : Map.of(), this.visible);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("What sessions see of the machine cannot be gathered", ex);
			}
			this.view = present;
		}
		return present;
	}

	/**
	 * Inside, the user has the name that the service's machines use.
	 */
	private Map<Path, Path> users() throws IOException {
		Path users = this.directory.resolve("passwd");
		Path groups = this.directory.resolve("group");
		Files.writeString(users, """
				root:x:0:0:root:/root:/bin/sh
				wuying:x:1000:1000:wuying:%s:/bin/sh
				nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
				""".formatted(SessionPaths.HOME));
		Files.writeString(groups, "root:x:0:\nwuying:x:1000:\nnogroup:x:65534:\n");
		return Map.of(Path.of("/etc/passwd"), users, Path.of("/etc/group"), groups);
	}

}
