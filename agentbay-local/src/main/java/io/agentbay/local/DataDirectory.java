package io.agentbay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a runtime keeps its files. Each runtime makes a directory of its own there for
 * its sessions and removes it at the end; without a directory to start from it is a
 * temporary one.
 *
 * @param sessions the directory for the sessions of one runtime
 */
record DataDirectory(Path sessions) implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DataDirectory.class);

	static DataDirectory open(@Nullable Path parent) {
		try {
			if (parent == null) {
				return new DataDirectory(Files.createTempDirectory("agentbay-local-"));
			}
			return new DataDirectory(Files.createTempDirectory(Files.createDirectories(parent), "sessions-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The data directory cannot be used: " + parent, ex);
		}
	}

	@Override
	public void close() {
		try (Stream<Path> remains = Files.walk(this.sessions)) {
			for (Path path : remains.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.warn("Not everything could be removed from {}: {}", this.sessions, ex.toString());
		}
	}

}
