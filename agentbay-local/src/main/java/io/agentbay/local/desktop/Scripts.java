package io.agentbay.local.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The shell scripts of this package.
 */
final class Scripts {

	private Scripts() {
	}

	static String read(String name) {
		try (InputStream script = Objects.requireNonNull(Scripts.class.getResourceAsStream(name))) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
