package io.agentbay.local.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * No walls: commands are processes of the machine that only start in the session's own
 * directories.
 */
final class HostProcesses implements Enclosure {

	private final String sessionId;

	private final Path root;

	private HostProcesses(String sessionId, Path root) {
		this.sessionId = sessionId;
		this.root = root;
	}

	@Override
	public Process startShell(Map<String, String> environment) throws IOException {
		ProcessBuilder builder = new ProcessBuilder("/bin/sh");
		builder.directory(this.root.toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		return builder.start();
	}

	@Override
	public Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		String user = System.getProperty("user.name");
		environment.put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), Programs.PATH));
		environment.put("HOME", this.root + SessionPaths.HOME);
		environment.put("USER", user);
		environment.put("LOGNAME", user);
		environment.put("SHELL", "/bin/sh");
		environment.put("LANG", "C.UTF-8");
		environment.put("TMPDIR", this.root + "/tmp");
		return environment;
	}

	@Override
	public String nameInside(Location directory) {
		return directory.host().toString();
	}

	@Override
	public void close() {
		ProcessTree.kill(Sandbox.SESSION_VARIABLE + "=" + this.sessionId);
	}

	/**
	 * Makes sessions without walls.
	 */
	static final class NoWalls implements Factory {

		private final SystemView system;

		NoWalls(SystemView system) {
			this.system = system;
		}

		@Override
		public Enclosure create(String sessionId, Path root) {
			return new HostProcesses(sessionId, root);
		}

		@Override
		public SystemView system() {
			return this.system;
		}

	}

}
