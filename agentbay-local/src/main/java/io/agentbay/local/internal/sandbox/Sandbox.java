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
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import io.agentbay.local.internal.enclosure.Enclosure;
import io.agentbay.local.internal.enclosure.Freezer;
import io.agentbay.local.internal.enclosure.HostProcesses;
import io.agentbay.local.internal.limit.LimitGuard;
import io.agentbay.local.internal.limit.LimitReachedException;
import io.agentbay.local.internal.path.FileChanges;
import io.agentbay.local.internal.path.Location;
import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.path.SharedFolder;
import io.agentbay.local.internal.path.Trash;
import io.agentbay.local.internal.process.Output;
import io.agentbay.local.internal.process.Program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine of one session: a directory tree of its own and the processes that run in
 * it.
 */
public final class Sandbox implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Sandbox.class);

	/**
	 * The environment variable that tells a process in which session it runs.
	 */
	public static final String SESSION_VARIABLE = "AGENTBAY_SESSION_ID";

	private final String sessionId;

	private final SessionPaths paths;

	private final Enclosure enclosure;

	private final Freezer freezer;

	private final Shell shell;

	private final LimitGuard guard;

	private final Trash trash;

	private final ConcurrentMap<Class<?>, Object> companions = new ConcurrentHashMap<>();

	private final FileChanges changes = new FileChanges();

	Sandbox(String sessionId, SessionPaths paths, Enclosure enclosure, Freezer freezer, Shell shell, LimitGuard guard,
			Trash trash) {
		this.sessionId = sessionId;
		this.paths = paths;
		this.enclosure = enclosure;
		this.freezer = freezer;
		this.shell = shell;
		this.guard = guard;
		this.trash = trash;
	}

	/**
	 * The session that it is for.
	 * @return the session's id
	 */
	public String sessionId() {
		return this.sessionId;
	}

	/**
	 * Have ready what the first command needs.
	 * @throws IOException if its walls cannot be built
	 */
	void prepare() throws IOException {
		this.enclosure.prepare();
		this.shell.prepare();
	}

	/**
	 * A session has it from now on.
	 */
	void begin() {
		this.shell.begin();
	}

	/**
	 * The session's files.
	 * @return how its paths map to the machine's
	 */
	public SessionPaths paths() {
		return this.paths;
	}

	/**
	 * Prepare a place for a folder from outside.
	 * @param path a path of the session, absolute or from its home
	 * @return the names that lead there, links followed; an empty directory is there
	 * @throws IOException if the path cannot be used, or leads to something else
	 */
	public List<String> prepare(String path) throws IOException {
		try (Place place = this.paths.open(path)) {
			place.changeable();
			if (!place.exists()) {
				place.createDirectories();
			}
			else if (!place.isDirectory()) {
				throw new NotDirectoryException(place.name());
			}
			else if (!place.list().isEmpty()) {
				throw new DirectoryNotEmptyException(place.name());
			}
			return List.of(place.name().substring(1).split("/"));
		}
	}

	/**
	 * Have a folder from outside in the session's tree, for its processes and for the
	 * runtime.
	 * @param folder the folder, and where it is; that place is {@linkplain #prepare
	 * prepared}
	 * @throws IOException if that cannot be done
	 */
	public void share(SharedFolder folder) throws IOException {
		this.enclosure.share(folder);
		this.paths.share(folder);
	}

	/**
	 * What changes in the session's directories.
	 * @return the memory of what they looked like
	 */
	public FileChanges changes() {
		return this.changes;
	}

	/**
	 * Make sure that there is room for what is about to be written to the session's
	 * files.
	 * @param bytes how much at most
	 * @throws LimitReachedException if the session may not have that much
	 */
	public void reserve(long bytes) throws LimitReachedException {
		this.guard.reserve(bytes);
	}

	/**
	 * The name by which the session's processes know a path.
	 * @param path a path of the session, absolute or from its home
	 * @return an absolute path, links followed
	 * @throws IOException if the path cannot be used
	 */
	public String nameInside(String path) throws IOException {
		return this.enclosure.nameInside(this.paths.toRead(path));
	}

	/**
	 * Run a command and wait for it.
	 * @param command the command
	 * @return what became of it
	 * @throws IOException if it cannot be started
	 * @throws InterruptedException if the waiting thread is interrupted; the command is
	 * killed
	 */
	public CommandResult run(Command command) throws IOException, InterruptedException {
		Location directory = this.paths.toRead(command.directory());
		return this.shell.run(new Command(command.line(), this.enclosure.nameInside(directory), command.environment(),
				command.timeout()));
	}

	/**
	 * Start a program that is talked to. It ends with the session at the latest.
	 * @param program the program
	 * @param stdout takes its output
	 * @param stderr takes its error output
	 * @return the way to talk to it
	 * @throws IOException if it cannot be started
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Coprocess start(Program program, Output stdout, Output stderr) throws IOException, InterruptedException {
		return this.shell.start(program, stdout, stderr);
	}

	/**
	 * Open a terminal. It ends with the session at the latest.
	 * @param request what it is to be like
	 * @param listener is told what happens on it
	 * @return the terminal, in which the program runs
	 * @throws IOException if it cannot be opened
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public PseudoTerminal open(TerminalRequest request, PseudoTerminal.Listener listener)
			throws IOException, InterruptedException {
		Location directory = this.paths.toRead(request.directory());
		return this.shell.open(new TerminalRequest(request.columns(), request.rows(),
				this.enclosure.nameInside(directory), request.program(), request.environment()), listener);
	}

	/**
	 * Where a port of the session is reached from this machine.
	 * @param port the port at which a program in the session listens, or may listen
	 * @return a port of this machine's loopback address
	 * @throws IOException if nothing outside the session reaches its ports
	 */
	public int reach(int port) throws IOException {
		return switch (this.enclosure.network()) {
			case HOST -> port;
			case LOOPBACK_ONLY -> companion(PortGates.class, () -> new PortGates(this)).open(port);
			case NONE -> throw new IOException("Ports of sessions are not reached from outside");
		};
	}

	/**
	 * Set an environment variable for all programs that are started from now on.
	 * @param name its name
	 * @param value its value
	 */
	public void export(String name, String value) {
		this.shell.export(name, value);
	}

	/**
	 * Let all programs that are started from now on find programs in one more directory,
	 * before all others.
	 * @param directory the directory, as the programs know it
	 */
	public void exportPath(String directory) {
		export("PATH", directory + ":" + this.enclosure.environment().get("PATH"));
	}

	/**
	 * Whether there are walls around its processes: without them they see the files of
	 * the machine.
	 * @return whether there are
	 */
	public boolean isWalled() {
		return !(this.enclosure instanceof HostProcesses);
	}

	/**
	 * Something that belongs to this sandbox for as long as it lives. If it is a
	 * {@link Companion} it is told when that is over.
	 * @param <T> its type
	 * @param type its class, of which there is one
	 * @param maker makes it when it is asked for first
	 * @return the one
	 */
	public <T> T companion(Class<T> type, Supplier<T> maker) {
		return type.cast(this.companions.computeIfAbsent(type, (key) -> maker.get()));
	}

	/**
	 * Stop all processes, and hold back those that calls under way are about to start.
	 * The time limits of commands stand still meanwhile.
	 * @throws IOException if not all processes can be stopped; those that were run again
	 * @throws InterruptedException if the waiting thread is interrupted, likewise
	 */
	public void pause() throws IOException, InterruptedException {
		this.freezer.freeze();
	}

	/**
	 * Let all processes run on, except those that were stopped before the pause.
	 * @throws IOException if they cannot be continued
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void resume() throws IOException, InterruptedException {
		this.freezer.thaw();
	}

	/**
	 * End all processes and delete all files.
	 */
	@Override
	public void close() {
		close(() -> {
		});
	}

	/**
	 * End all processes and delete all files.
	 * @param inBetween what is to be done when no process changes the files any more
	 */
	public void close(Runnable inBetween) {
		if (!this.freezer.isFrozen()) {
			tell(Companion::beforeEnd);
		}
		this.freezer.end();
		this.enclosure.close();
		this.guard.close();
		tell(Companion::afterEnd);
		inBetween.run();
		try {
			this.trash.throwAway(this.paths.root());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The files of a session cannot be deleted: " + this.paths.root(), ex);
		}
	}

	private void tell(Message message) {
		for (Object companion : this.companions.values()) {
			try {
				if (companion instanceof Companion listener) {
					message.tell(listener);
				}
			}
			catch (Exception ex) {
				logger.warn("Part of a session did not end in good order", ex);
			}
		}
	}

	/**
	 * What a companion is told.
	 */
	@FunctionalInterface
	private interface Message {

		void tell(Companion companion) throws Exception;

	}

}
