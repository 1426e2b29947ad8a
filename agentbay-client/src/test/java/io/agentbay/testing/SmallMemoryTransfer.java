package io.agentbay.testing;

import java.nio.file.Path;

import io.agentbay.AgentBay;
import io.agentbay.session.Session;
import io.agentbay.settings.Environment;

/**
 * Sends a file to a session and fetches it again. Tests run it as a program of its own,
 * with less memory than the file has bytes.
 */
public final class SmallMemoryTransfer {

	private SmallMemoryTransfer() {
	}

	public static void main(String[] args) {
		try (AgentBay agentBay = AgentBay.builder()
			.endpoint(args[0])
			.apiKey(args[1])
			.environment(Environment.none())
			.build()) {
			Session session = agentBay.get(args[2]).session();
			session.fileSystem().upload(Path.of(args[3]), "sparse.bin").orElseThrow();
			session.fileSystem().download("sparse.bin", Path.of(args[4])).orElseThrow();
		}
	}

}
