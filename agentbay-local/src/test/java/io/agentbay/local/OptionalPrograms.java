package io.agentbay.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * Programs that a machine may lack. Tests that need them are skipped there.
 */
final class OptionalPrograms {

	private OptionalPrograms() {
	}

	static void require(String packages, String... programs) {
		boolean present = Stream.of(programs).allMatch((name) -> Files.isExecutable(Path.of("/usr/bin", name)));
		Assumptions.assumeTrue(present, "programs are missing (Debian packages: %s)".formatted(packages));
	}

}
