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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.agentbay.local.internal.path.Location;
import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.path.SharedFolder;
import io.agentbay.local.internal.path.SystemView;
import io.agentbay.local.internal.process.LiveProcesses;
import io.agentbay.local.internal.process.MarkedProcesses;
import io.agentbay.local.internal.process.Population;
import io.agentbay.local.internal.process.ProcessTree;
import io.agentbay.local.internal.process.Programs;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * No walls: commands are processes of the machine that only start in the session's own
 * directories.
 */
public final class HostProcesses implements Enclosure {

	private static final Logger logger = LoggerFactory.getLogger(HostProcesses.class);

	/** Tells commands where the session's tree begins; clients look for it. */
	private static final String ROOT_VARIABLE = "AGENTBAY_SESSION_ROOT";

	private final String sessionId;

	private final Path root;

	private final List<String> prefix;

	private final MarkedProcesses marked;

	private final LiveProcesses shells = new LiveProcesses();

	private HostProcesses(String sessionId, Path root, List<String> prefix) {
		this.sessionId = sessionId;
		this.root = root;
		this.prefix = prefix;
		this.marked = new MarkedProcesses(mark());
	}

	@Override
	public void prepare() {
		// There are no walls.
	}

	@Override
	public Process startShell(Map<String, String> environment) throws IOException {
		List<String> command = new ArrayList<>(this.prefix);
		command.add("/bin/sh");
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.directory(this.root.toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		Process shell = builder.start();
		this.shells.add(shell.toHandle());
		return shell;
	}

	@Override
	public Process startInside(Map<String, String> environment) throws IOException {
		return startShell(environment);
	}

	@Override
	public Object interior() {
		return this;
	}

	@Override
	public Doorway doorway() {
		List<String> command = new ArrayList<>(this.prefix);
		command.add("/bin/sh");
		return new Doorway(command, null, true);
	}

	@Override
	public Optional<ProcessHandle> inside(Process shell) {
		return Optional.of(shell.toHandle());
	}

	@Override
	public Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		String user = System.getProperty("user.name");
		environment.put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), Programs.PATH));
		environment.put("HOME", this.root + SessionPaths.HOME);
		environment.put("USER", user);
		environment.put("LOGNAME", user);
		environment.put("SHELL", Programs.shell());
		environment.put("LANG", "C.UTF-8");
		environment.put("TMPDIR", this.root + "/tmp");
		environment.put(ROOT_VARIABLE, this.root.toString());
		return environment;
	}

	/**
	 * A link has to do. Nothing keeps a process of the machine from writing where its
	 * user may write, so only the runtime's own tools heed that a folder is read-only.
	 */
	@Override
	public void share(SharedFolder folder) throws IOException {
		Path place = this.root.resolve(String.join("/", folder.names()));
		Files.delete(place);
		Files.createSymbolicLink(place, folder.host());
		String name = "/" + String.join("/", folder.names());
		if (!name.startsWith(SessionPaths.HOME + "/")) {
			logger.warn(
					"Commands of session {} do not see what is mounted at {}, since nothing is isolated: "
							+ "they reach it at ${}{}. Below the home directory they do see it",
					this.sessionId, name, ROOT_VARIABLE, name);
		}
	}

	@Override
	public String nameInside(Location directory) {
		return directory.host().toString();
	}

	@Override
	public void stopAtOnce() {
		// The system has no word for the processes of a session without walls.
	}

	@Override
	public synchronized Population population() throws IOException {
		Set<ProcessHandle> members = ProcessTree.withDescendants(this.shells.all());
		members.addAll(this.marked.look());
		return new Population(members, Set.of(), this.marked.complete());
	}

	@Override
	public void killAll() {
		ProcessTree.kill(mark());
	}

	@Override
	public void close() {
		killAll();
	}

	private String mark() {
		return Sandbox.SESSION_VARIABLE + "=" + this.sessionId;
	}

	/**
	 * Makes sessions without walls.
	 */
	public static final class NoWalls implements Factory {

		private final Supplier<SystemView> system;

		public NoWalls(Supplier<SystemView> system) {
			this.system = system;
		}

		@Override
		public Enclosure create(String sessionId, Path root, List<String> prefix) {
			return new HostProcesses(sessionId, root, prefix);
		}

		@Override
		public SystemView system() {
			return this.system.get();
		}

	}

}
