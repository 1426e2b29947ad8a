package io.agentbay.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks at the processes of this machine, as nobody inside a session can.
 */
final class MachineProcesses {

	private MachineProcesses() {
	}

	static List<String> commandLinesContaining(String text) {
		return find((process) -> read(process, "cmdline").contains(text));
	}

	static List<String> withEnvironment(String entry) {
		return find((process) -> ("\0" + read(process, "environ")).contains("\0" + entry + "\0"));
	}

	private static List<String> find(Predicate<Path> filter) {
		List<String> found = new ArrayList<>();
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
			for (Path process : processes) {
				if (filter.test(process)) {
					found.add(process.getFileName() + ": " + read(process, "cmdline").replace('\0', ' '));
				}
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return found;
	}

	private static String read(Path process, String file) {
		try {
			return Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
