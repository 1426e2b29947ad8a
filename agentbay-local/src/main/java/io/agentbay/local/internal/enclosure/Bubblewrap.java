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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.local.SessionNetwork;
import io.agentbay.local.internal.path.Location;
import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.path.SharedFolder;
import io.agentbay.local.internal.path.SystemView;
import io.agentbay.local.internal.process.Population;
import io.agentbay.local.internal.process.ProcessTree;
import io.agentbay.local.internal.process.Programs;
import io.agentbay.local.internal.process.Signals;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * Walls made by bubblewrap. One process per session holds the namespaces open; commands
 * enter them, so that what they leave running is still there for the next command. The
 * holder ends when its standard input closes or its parent dies, and the kernel ends
 * everything in the session's process space with it: also when this JVM is killed.
 */
public final class Bubblewrap implements Enclosure {

	private static final Pattern CHILD_PID = Pattern.compile("\"child-pid\"\\s*:\\s*(\\d+)");

	/**
	 * Packages of Python go where the session's user may write; nothing else depends on
	 * them there, whatever the system says.
	 */
	private static final Map<String, String> ENVIRONMENT = Map.of("PATH",
			SessionPaths.HOME + "/.local/bin:" + Programs.PATH, "HOME", SessionPaths.HOME, "USER", "wuying", "LOGNAME",
			"wuying", "SHELL", Programs.shell(), "LANG", "C.UTF-8", "TMPDIR", "/tmp", "PIP_BREAK_SYSTEM_PACKAGES", "1");

	private static final String HOLD = "echo ready >&2; read -r _";

	private static final long STOP_SECONDS = 10;

	private static final Object NOWHERE = new Object();

	private final Walls walls;

	private final String sessionId;

	private final Path root;

	private final List<String> prefix;

	private final List<SharedFolder> shared = new ArrayList<>();

	private @Nullable Holder holder;

	private boolean closed;

	private boolean stopped;

	private Bubblewrap(Walls walls, String sessionId, Path root, List<String> prefix) {
		this.walls = walls;
		this.sessionId = sessionId;
		this.root = root;
		this.prefix = prefix;
	}

	@Override
	public void prepare() throws IOException {
		holder();
	}

	/**
	 * Who enters a process space is not in there himself, only his children are. A second
	 * process of nsenter that waits for a shell inside would hold the shell's outputs
	 * open.
	 */
	@Override
	public Process startShell(Map<String, String> environment) throws IOException {
		return start(entering(holder(), false), environment);
	}

	@Override
	public Process startInside(Map<String, String> environment) throws IOException {
		return start(entering(holder(), true), environment);
	}

	@Override
	public Object interior() {
		Holder present = present();
		return (present != null) ? present : NOWHERE;
	}

	private Process start(List<String> entering, Map<String, String> environment) throws IOException {
		List<String> command = new ArrayList<>(this.prefix);
		command.addAll(entering);
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().clear();
		builder.environment().putAll(environment);
		return builder.start();
	}

	/**
	 * Where the session has a terminal file system of its own, its terminals are made
	 * there, or its programs could not find theirs by name.
	 */
	@Override
	public Doorway doorway() throws IOException {
		Holder holder = holder();
		List<String> command = new ArrayList<>(this.prefix);
		command.addAll(entering(holder, true));
		return new Doorway(command, Walls.hasTerminals() ? "/proc/" + holder.initPid() + "/root/dev/pts/ptmx" : null,
				false);
	}

	/**
	 * Inside, one signal reaches every process of the session; none can escape it by
	 * starting another one.
	 */
	@Override
	public void stopAtOnce() throws IOException, InterruptedException {
		Holder holder = presentAndStopped();
		if (holder == null) {
			return;
		}
		Process stopper = new ProcessBuilder(entering(holder, true, "-c", "kill -s STOP -- -1"))
			.redirectError(Redirect.DISCARD)
			.redirectOutput(Redirect.DISCARD)
			.start();
		try {
			if (!stopper.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
				throw new IOException("The processes could not be stopped in " + STOP_SECONDS + " s");
			}
		}
		finally {
			stopper.destroyForcibly();
		}
		Signals.send(Signals.CONTINUE, holder.own().stream().map(ProcessHandle::pid).toList());
	}

	private List<String> entering(Holder holder, boolean inside, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(this.walls.nsenter().toString(), "--target", Long.toString(holder.initPid()), "--user",
						"--preserve-credentials", "--mount", "--pid", "--ipc", "--uts"));
		if (network() != SessionNetwork.HOST) {
			command.add("--net");
		}
		if (!inside) {
			command.add("--no-fork");
		}
		command.addAll(List.of("--", "/bin/sh"));
		command.addAll(List.of(arguments));
		return command;
	}

	/**
	 * Who enters another process space starts a child there and waits for it.
	 */
	@Override
	public Optional<ProcessHandle> inside(Process shell) {
		return shell.toHandle().children().findFirst();
	}

	@Override
	public Map<String, String> environment() {
		return ENVIRONMENT;
	}

	@Override
	public SessionNetwork network() {
		return this.walls.network;
	}

	@Override
	public synchronized void share(SharedFolder folder) throws IOException {
		FolderSharing.share(folder, holder().initPid());
		this.shared.add(folder);
	}

	@Override
	public String nameInside(Location directory) {
		return directory.name();
	}

	@Override
	public Population population() throws IOException {
		Holder holder = present();
		if (holder == null) {
			return Population.NONE;
		}
		Set<ProcessHandle> members = ProcessTree.withDescendants(ProcessTree.sharingProcessSpace(holder.initPid()));
		members.removeAll(holder.own());
		Set<ProcessHandle> attendants = ProcessTree.marked(mark());
		attendants.removeAll(members);
		attendants.removeAll(holder.own());
		return new Population(members, attendants, true);
	}

	/**
	 * The kernel kills them together with the holder, of which another one is made when
	 * it is needed.
	 */
	@Override
	public synchronized void killAll() {
		if (this.holder != null) {
			this.holder.end();
			this.holder = null;
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		killAll();
		if (this.stopped) {
			// Those outside have stopped together with those inside, and are not told of
			// their end.
			ProcessTree.kill(mark());
		}
	}

	private String mark() {
		return Sandbox.SESSION_VARIABLE + "=" + this.sessionId;
	}

	private synchronized @Nullable Holder presentAndStopped() {
		this.stopped = true;
		return present();
	}

	private synchronized @Nullable Holder present() {
		return (this.holder != null && this.holder.isIntact()) ? this.holder : null;
	}

	private synchronized Holder holder() throws IOException {
		if (this.closed) {
			throw new IOException("The session has ended");
		}
		if (this.holder != null && !this.holder.isIntact()) {
			this.holder.end();
			this.holder = null;
		}
		if (this.holder == null) {
			this.holder = withShared(this.walls.hold(this.root));
		}
		return this.holder;
	}

	private Holder withShared(Holder fresh) throws IOException {
		boolean complete = false;
		try {
			for (SharedFolder folder : this.shared) {
				FolderSharing.share(folder, fresh.initPid());
			}
			complete = true;
			return fresh;
		}
		finally {
			if (!complete) {
				fresh.end();
			}
		}
	}

	/**
	 * What holds a session's namespaces open.
	 *
	 * @param process bubblewrap itself, outside
	 * @param initPid the machine's number for the first process inside
	 * @param own all the processes that only hold and do nothing for the session
	 */
	private record Holder(Process process, long initPid, Set<ProcessHandle> own) {

		static Holder of(Process process, long initPid) {
			Set<ProcessHandle> own = new HashSet<>();
			own.add(process.toHandle());
			ProcessHandle.of(initPid).ifPresent((init) -> {
				own.add(init);
				init.children().forEach(own::add);
			});
			return new Holder(process, initPid, Set.copyOf(own));
		}

		/**
		 * A command may kill all processes it sees, and these end one after the other.
		 */
		boolean isIntact() {
			return this.own.stream().noneMatch(ProcessTree::isGone);
		}

		void end() {
			try {
				this.process.getOutputStream().close();
				if (!this.process.waitFor(500, TimeUnit.MILLISECONDS)) {
					ProcessHandle.of(this.initPid).ifPresent(ProcessHandle::destroyForcibly);
				}
				if (!this.process.waitFor(2, TimeUnit.SECONDS)) {
					this.process.destroyForcibly();
				}
			}
			catch (IOException ex) {
				this.process.destroyForcibly();
			}
			catch (InterruptedException ex) {
				this.process.destroyForcibly();
				Thread.currentThread().interrupt();
			}
		}

	}

	/**
	 * The programs that make the walls, and what all walls have in common.
	 */
	public static final class Walls implements Factory, AutoCloseable {

		private final Path bubblewrap;

		private final Path nsenter;

		private final Supplier<SystemView> system;

		private final SessionNetwork network;

		// --die-with-parent ties a holder to the thread that started it, not to the JVM:
		// that thread has to live as long as the runtime.
		private final ExecutorService starter = Executors.newSingleThreadExecutor((task) -> {
			Thread thread = new Thread(task, "agentbay-local-sandbox");
			thread.setDaemon(true);
			return thread;
		});

		public Walls(Path bubblewrap, Path nsenter, Supplier<SystemView> system, SessionNetwork network) {
			this.network = network;
			this.bubblewrap = bubblewrap;
			this.nsenter = nsenter;
			this.system = system;
		}

		@Override
		public Enclosure create(String sessionId, Path root, List<String> prefix) {
			return new Bubblewrap(this, sessionId, root, prefix);
		}

		@Override
		public SystemView system() {
			return this.system.get();
		}

		@Override
		public void close() {
			this.starter.shutdownNow();
		}

		private Path nsenter() {
			return this.nsenter;
		}

		private Holder hold(Path root) throws IOException {
			for (String mountPoint : mountPoints()) {
				if (!Files.isDirectory(root.resolve(mountPoint), LinkOption.NOFOLLOW_LINKS)) {
					throw new IOException("The session's /" + mountPoint + " is no longer a directory");
				}
			}
			ProcessBuilder builder = new ProcessBuilder(arguments(root));
			builder.environment().clear();
			builder.environment().putAll(Map.of("PATH", Programs.PATH));
			Process process = start(builder);
			try {
				return Holder.of(process, awaitReady(process));
			}
			catch (IOException ex) {
				process.destroyForcibly();
				throw ex;
			}
		}

		private Process start(ProcessBuilder builder) throws IOException {
			try {
				return this.starter.submit(builder::start).get();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException("Interrupted while the sandbox started", ex);
			}
			catch (ExecutionException ex) {
				throw new IOException("The sandbox cannot be started: " + ex.getCause(), ex.getCause());
			}
		}

		private static long awaitReady(Process process) throws IOException {
			String info = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			String firstLine = firstLine(process.getErrorStream());
			Matcher childPid = CHILD_PID.matcher(info);
			if (!"ready".equals(firstLine) || !childPid.find()) {
				throw new IOException("The sandbox cannot be started: " + firstLine);
			}
			return Long.parseLong(childPid.group(1));
		}

		private static @Nullable String firstLine(InputStream stream) {
			try {
				return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).readLine();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private List<String> mountPoints() throws IOException {
			List<String> points = new ArrayList<>(system().mountPoints());
			points.addAll(List.of("proc", "dev"));
			return points;
		}

		private List<String> arguments(Path root) throws IOException {
			List<String> arguments = new ArrayList<>(
					List.of(this.bubblewrap.toString(), "--die-with-parent", "--new-session", "--unshare-user",
							"--unshare-pid", "--unshare-ipc", "--unshare-uts", "--uid", "1000", "--gid", "1000",
							"--hostname", "agentbay", "--info-fd", "1", "--bind", root.toString(), "/"));
			if (this.network != SessionNetwork.HOST) {
				arguments.add("--unshare-net");
			}
			for (String directory : system().directories()) {
				arguments.addAll(List.of("--ro-bind", "/" + directory, "/" + directory));
			}
			for (String directory : system().partial()) {
				arguments.addAll(List.of("--ro-bind", system().frame().resolve(directory).toString(), "/" + directory));
			}
			system().listed()
				.forEach((path, source) -> arguments.addAll(List.of("--ro-bind", source.toString(), path.toString())));
			arguments.addAll(List.of("--proc", "/proc"));
			arguments.addAll(devices());
			arguments.addAll(List.of("--chdir", SessionPaths.HOME, "--", "/bin/sh", "-c", HOLD));
			return arguments;
		}

		private static boolean hasTerminals() throws IOException {
			return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
		}

		/**
		 * A full {@code /dev} has a terminal file system, for which bubblewrap needs a
		 * second user namespace inside the first. Only root can enter that one later.
		 */
		private static List<String> devices() throws IOException {
			if (hasTerminals()) {
				return List.of("--dev", "/dev");
			}
			List<String> arguments = new ArrayList<>(List.of("--tmpfs", "/dev", "--dir", "/dev/shm"));
			for (String device : List.of("null", "zero", "full", "random", "urandom", "tty")) {
				arguments.addAll(List.of("--dev-bind", "/dev/" + device, "/dev/" + device));
			}
			arguments
				.addAll(List.of("--symlink", "/proc/self/fd", "/dev/fd", "--symlink", "/proc/self/fd/0", "/dev/stdin",
						"--symlink", "/proc/self/fd/1", "/dev/stdout", "--symlink", "/proc/self/fd/2", "/dev/stderr"));
			return arguments;
		}

	}

}
