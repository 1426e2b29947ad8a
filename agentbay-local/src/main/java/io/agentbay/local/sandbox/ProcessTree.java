package io.agentbay.local.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Ends processes together with all that they started. Processes are found by descent and,
 * where the system shows it (Linux), by an entry of their environment: so that those are
 * found too whose parent has gone.
 */
final class ProcessTree {

	private static final Path PROC = Path.of("/proc");

	private static final int MAX_ROUNDS = 200;

	private ProcessTree() {
	}

	/**
	 * Kill every process that descends from the given one or whose environment holds the
	 * given entry, and return when they are gone.
	 * @param root the process at the top; it is killed as well
	 * @param mark the entry, in the form {@code NAME=value}
	 */
	static void kill(ProcessHandle root, String mark) {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			Set<ProcessHandle> victims = new LinkedHashSet<>();
			root.descendants().forEach(victims::add);
			victims.add(root);
			victims.addAll(marked(mark));
			victims.removeIf((victim) -> isGone(victim));
			if (victims.isEmpty()) {
				return;
			}
			victims.forEach(ProcessHandle::destroyForcibly);
			pause();
		}
	}

	/**
	 * Kill every process whose environment holds the given entry.
	 * @param mark the entry, in the form {@code NAME=value}
	 */
	static void kill(String mark) {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			Set<ProcessHandle> victims = marked(mark);
			if (victims.isEmpty()) {
				return;
			}
			victims.forEach(ProcessHandle::destroyForcibly);
			pause();
		}
	}

	/**
	 * Whether a process has ended, even if nobody has collected its exit code yet.
	 */
	static boolean isGone(ProcessHandle process) {
		if (!process.isAlive()) {
			return true;
		}
		try {
			String stat = Files.readString(PROC.resolve(process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
			return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
		}
		catch (IOException ex) {
			return !process.isAlive();
		}
	}

	private static Set<ProcessHandle> marked(String mark) {
		Set<ProcessHandle> found = new LinkedHashSet<>();
		if (!Files.isDirectory(PROC.resolve("self"))) {
			return found;
		}
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
			for (Path process : processes) {
				if (hasMark(process, mark)) {
					Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
					handle.filter((candidate) -> !isGone(candidate)).ifPresent(found::add);
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot list the processes of this machine", ex);
		}
		return found;
	}

	private static boolean hasMark(Path process, String mark) {
		try {
			String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
			return ("\0" + environment).contains("\0" + mark + "\0");
		}
		catch (IOException ex) {
			// Ended meanwhile, or another user's: in neither case one of ours.
			return false;
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(5);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
