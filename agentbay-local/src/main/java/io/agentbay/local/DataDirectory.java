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
 * temporary one, which then holds the contexts, too.
 *
 * @param sessions the directory for the sessions of one runtime
 * @param contexts the directory for the contexts, which stays if a directory was given
 */
record DataDirectory(Path sessions, Path contexts) implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DataDirectory.class);

	static DataDirectory open(@Nullable Path parent) {
		try {
			if (parent == null) {
				Path temporary = Files.createTempDirectory("agentbay-local-");
				return new DataDirectory(temporary, temporary.resolve("contexts"));
			}
			return new DataDirectory(Files.createTempDirectory(Files.createDirectories(parent), "sessions-"),
					parent.resolve("contexts"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The data directory cannot be used: " + parent, ex);
		}
	}

	/**
	 * Where the contexts are kept that belong to a single session.
	 */
	Path transfers() {
		return this.sessions.resolve("transfers");
	}

	/**
	 * Where files are written before they appear in a session.
	 */
	Path staging() {
		return this.sessions.resolve("staging");
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
