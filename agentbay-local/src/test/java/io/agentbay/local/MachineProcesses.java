package io.agentbay.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the processes of this machine, as nobody inside a session can.
 */
final class MachineProcesses {

	private MachineProcesses() {
	}

	static List<String> commandLinesContaining(String text) {
		List<String> found = new ArrayList<>();
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
			for (Path process : processes) {
				String commandLine = commandLine(process);
				if (commandLine.contains(text)) {
					found.add(process.getFileName() + ": " + commandLine.replace('\0', ' '));
				}
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return found;
	}

	private static String commandLine(Path process) {
		try {
			return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
