package io.agentbay.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import io.agentbay.local.sandbox.Isolation;
import org.jspecify.annotations.Nullable;

/**
 * The options of the command line.
 *
 * @param help whether only help is wanted
 * @param port the port, 0 for any
 * @param apiKey the key, {@code null} for a random one
 * @param dataDirectory where files are kept, {@code null} for a temporary directory
 * @param isolation how sessions are isolated
 */
record Options(boolean help, int port, @Nullable String apiKey, @Nullable Path dataDirectory, Isolation isolation) {

	static final String HELP = """
			Usage: java -jar agentbay-local-<version>-exec.jar [options]

			A server on this machine that speaks the AgentBay protocol and really does the work.

			  --port PORT        port to listen on, on 127.0.0.1; 0 means any that is free (default: 0)
			  --api-key KEY      key that clients need (default: a random one, which is printed)
			  --data-dir DIR     where files are kept (default: a temporary directory)
			  --isolation MODE   auto, bubblewrap or host (default: auto); with host, commands run
			                     as ordinary processes of this user and NOTHING IS ISOLATED
			  --help             print this
			""";

	private static final Options DEFAULTS = new Options(false, 0, null, null, Isolation.AUTO);

	static Options parse(List<String> arguments) {
		Options options = DEFAULTS;
		Deque<String> rest = new ArrayDeque<>(arguments);
		while (!rest.isEmpty()) {
			String name = rest.pop();
			options = switch (name) {
				case "--help", "-h" -> options.withHelp();
				case "--port" -> options.withPort(value(name, rest));
				case "--api-key" -> options.withApiKey(value(name, rest));
				case "--data-dir" -> options.withDataDirectory(value(name, rest));
				case "--isolation" -> options.withIsolation(value(name, rest));
				default -> throw new IllegalArgumentException("Unknown option: " + name);
			};
		}
		return options;
	}

	boolean keyGiven() {
		return this.apiKey != null;
	}

	LocalAgentBay.Builder configured(LocalAgentBay.Builder builder) {
		builder.port(this.port).isolation(this.isolation);
		if (this.apiKey != null) {
			builder.apiKey(this.apiKey);
		}
		if (this.dataDirectory != null) {
			builder.dataDirectory(this.dataDirectory);
		}
		return builder;
	}

	private Options withHelp() {
		return new Options(true, this.port, this.apiKey, this.dataDirectory, this.isolation);
	}

	private Options withPort(String value) {
		try {
			int number = Integer.parseInt(value);
			if (number >= 0 && number <= 65535) {
				return new Options(this.help, number, this.apiKey, this.dataDirectory, this.isolation);
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a number out of range.
		}
		throw new IllegalArgumentException("Option --port needs a number from 0 to 65535, not '" + value + "'");
	}

	private Options withApiKey(String value) {
		if (value.isBlank()) {
			throw new IllegalArgumentException("Option --api-key needs a key that is not blank");
		}
		return new Options(this.help, this.port, value, this.dataDirectory, this.isolation);
	}

	private Options withDataDirectory(String value) {
		return new Options(this.help, this.port, this.apiKey, Path.of(value), this.isolation);
	}

	private Options withIsolation(String value) {
		Isolation mode = switch (value.toLowerCase(Locale.ROOT)) {
			case "auto" -> Isolation.AUTO;
			case "bubblewrap" -> Isolation.BUBBLEWRAP;
			case "host" -> Isolation.HOST;
			default -> throw new IllegalArgumentException(
					"Option --isolation needs auto, bubblewrap or host, not '" + value + "'");
		};
		return new Options(this.help, this.port, this.apiKey, this.dataDirectory, mode);
	}

	private static String value(String name, Deque<String> rest) {
		String value = rest.poll();
		if (value == null || value.startsWith("--")) {
			throw new IllegalArgumentException("Option " + name + " needs a value");
		}
		return value;
	}

	@Override
	public String toString() {
		return "Options[port=" + this.port + ", isolation=" + this.isolation + "]";
	}

}
