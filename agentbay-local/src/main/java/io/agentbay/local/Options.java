/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.agentbay.local.internal.adb.AdbServer;
import io.agentbay.local.internal.agent.ExternalPlanner;

/**
 * The options of the command line.
 */
final class Options {

	static final String HELP = """
			Usage: java -jar agentbay-local-<version>-exec.jar [options]

			A server on this machine that speaks the AgentBay protocol and really does the work.
			SIGTERM ends it; so does Ctrl-C, unless a script has started it in the background.

			A value follows its option after a space or after '=': --port 8080, --port=8080.

			  --port PORT        port to listen on; 0 means any that is free (default: 0)
			  --host HOST        address to listen on (default: 127.0.0.1); whoever reaches one that is not
			                     a loopback address and has the key can run programs on this machine
			  --allow-host NAMES further names by which clients call this machine, with commas between
			                     them; not needed for addresses and for names without a dot
			  --api-key KEY      key that clients need (default: AGENTBAY_API_KEY of the environment,
			                     else a random one, which is printed)
			  --tls-port PORT    further port, on which https is spoken; 0 means any that is free
			  --tls-dir DIR      where agentbay-local.pem and agentbay-local.p12 (a trust store with the
			                     password changeit) are written, for clients to trust the certificate
			  --tls-key-store FILE
			                     key store with the key for https (default: one made at start); its
			                     password is AGENTBAY_TLS_PASSWORD of the environment
			  --data-dir DIR     where files are kept (default: a temporary directory)
			  --isolation MODE   auto, bubblewrap or host (default: auto); with host, commands run
			                     as ordinary processes of this user and NOTHING IS ISOLATED
			  --network MODE     host, loopback-only or none (default: host); other than host, each session
			                     has a loopback address of its own, where links reach its ports, or
			                     not even these
			  --visible PATHS    what sessions see of this machine beside its programs, with commas between
			                     the paths, such as /opt/tools; what does not exist is left out
			                     (default: nothing)
			  --allow-root       run as root all the same; without it root is refused
			  --adb-device SERIAL
			                     real phone that sessions with a phone use instead of a simulated one, as
			                     'adb devices' names it; the port of adb's server is 5037, else
			                     ANDROID_ADB_SERVER_PORT of the environment
			  --skills-dir DIR   where the skills are that sessions can be given (default: none)
			  --oss-dir DIR      where the buckets of the object storage are (default: a temporary directory)
			  --agent-planner COMMAND|URL
			                     who does the tasks of agents: a command for the shell, or an address, to
			                     which each step is posted (default: nobody)
			  --images IMAGES    images there are, with commas between them and * for any text, such as
			                     '*_latest'; sessions of others are refused (default: any)
			  --no-direct-link IMAGES
			                     images whose sessions have no direct link, with commas between them and *
			                     for any text, such as 'linux_latest,mobile*' (default: none)
			  --web-socket on|off
			                     whether clients are told of the WebSocket; else they poll (default: on)
			  --max-session-time TIME
			                     how long a session lives at most, such as 90s, 30m or 8h (default: as long
			                     as it is used)
			  --max-request SIZE how large a request may be (default: 64MB)
			  --max-output SIZE  how much of a command's output is kept (default: 10MB)
			  --max-context-file SIZE
			                     how large a file of a context may be (default: 5GB)
			  --max-processes N  how many processes and threads a session may have (default: 1024)
			  --max-memory SIZE  how much memory the processes of a session may have together, such as
			                     512MB or 4GB (default: 2GB)
			  --max-disk SIZE    how much the files of a session may take (default: 10GB)
			  --help             print this
			""";

	private static final String ALLOW_ROOT = "--allow-root";

	private static final Set<String> WITH_VALUE = Set.of("--port", "--host", "--allow-host", "--api-key", "--tls-port",
			"--tls-dir", "--tls-key-store", "--data-dir", "--isolation", "--network", "--adb-device", "--max-processes",
			"--max-memory", "--max-disk", "--skills-dir", "--oss-dir", "--agent-planner", "--no-direct-link",
			"--images", "--web-socket", "--max-session-time", "--max-request", "--max-output", "--max-context-file",
			"--visible");

	private static final Set<String> WITHOUT_VALUE = Set.of("--help", "-h", ALLOW_ROOT);

	/** What the builder says of a value, by the name of its own method. */
	private static final Pattern REFUSED = Pattern.compile("\\w+ (must (?:(?!, not ).)+)(, not .*)?");

	private static final Pattern TIME = Pattern.compile("(\\d{1,9})([smh])");

	private static final Pattern SIZE = Pattern.compile("(\\d+)(|KB|MB|GB)");

	private final Map<String, String> values;

	private final Map<String, String> environment;

	private Options(Map<String, String> values, Map<String, String> environment) {
		this.values = values;
		this.environment = environment;
	}

	static Options parse(List<String> arguments, Map<String, String> environment) {
		Map<String, String> values = new LinkedHashMap<>();
		Deque<String> rest = new ArrayDeque<>(arguments);
		while (!rest.isEmpty()) {
			String argument = rest.pop();
			String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
			boolean joined = !name.equals(argument);
			if (joined && WITHOUT_VALUE.contains(name)) {
				throw new IllegalArgumentException("Option " + name + " takes no value");
			}
			if (name.equals("--help") || name.equals("-h")) {
				values.put("--help", "");
			}
			else if (name.equals(ALLOW_ROOT)) {
				values.put(name, "");
			}
			else if (WITH_VALUE.contains(name)) {
				values.put(name, joined ? notBlank(name, argument.substring(name.length() + 1)) : value(name, rest));
			}
			else {
				throw new IllegalArgumentException("Unknown option: " + name);
			}
		}
		Options options = new Options(values, environment);
		// What is wrong is told before anything is started.
		options.configured(LocalAgentBay.builder());
		return options;
	}

	boolean help() {
		return this.values.containsKey("--help");
	}

	/**
	 * Whether it may run as root.
	 */
	boolean allowsRoot() {
		return this.values.containsKey(ALLOW_ROOT);
	}

	boolean keyGiven() {
		return this.values.containsKey("--api-key") || !environment("AGENTBAY_API_KEY").isBlank();
	}

	LocalAgentBayBuilder configured(LocalAgentBayBuilder builder) {
		if (!environment("AGENTBAY_API_KEY").isBlank()) {
			builder.apiKey(environment("AGENTBAY_API_KEY"));
		}
		this.values.forEach((name, value) -> {
			try {
				configure(builder, name, value);
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException(refusal(name, value, String.valueOf(ex.getMessage())), ex);
			}
		});
		return builder;
	}

	/** What is wrong with an option, by its own name and as it was given. */
	private static String refusal(String name, String value, String message) {
		if (message.startsWith("Option ")) {
			return message;
		}
		Matcher refused = REFUSED.matcher(message);
		if (!refused.matches()) {
			return "Option " + name + " cannot be '" + value + "': " + message;
		}
		return "Option " + name + " " + refused.group(1) + ((refused.group(2) != null) ? ", not '" + value + "'" : "");
	}

	private void configure(LocalAgentBayBuilder builder, String name, String value) {
		switch (name) {
			case "--port" -> builder.port(port(name, value));
			case "--host" -> builder.host(value);
			case "--allow-host" -> builder.allowedHosts(list(name, value));
			case "--api-key" -> builder.apiKey(value);
			case "--tls-port" -> builder.tlsPort(port(name, value));
			case "--tls-dir" -> builder.tlsDirectory(needingTlsPort(name, value));
			case "--tls-key-store" ->
				builder.tlsKeyStore(needingTlsPort(name, value), environment("AGENTBAY_TLS_PASSWORD"));
			case "--data-dir" -> builder.dataDirectory(Path.of(value));
			case "--visible" -> builder.visible(Stream.of(list(name, value)).map(Path::of).toArray(Path[]::new));
			case "--adb-device" -> builder.adbDevice(value).adbServerPort(adbServerPort());
			case "--isolation" -> builder.isolation(isolation(value));
			case "--network" -> builder.network(network(value));
			case "--max-processes" -> builder.maxProcesses(number(name, value));
			case "--max-memory" -> builder.maxMemoryBytes(size(name, value));
			case "--skills-dir" -> builder.skillsDirectory(directory(name, value));
			case "--oss-dir" -> builder.ossDirectory(Path.of(value));
			case "--agent-planner" -> builder.agentPlanner(new ExternalPlanner(value));
			case "--images" -> builder.images(list(name, value));
			case "--no-direct-link" -> builder.withoutDirectLink(list(name, value));
			case "--web-socket" -> builder.webSocket(onOrOff(name, value));
			case "--max-session-time" -> builder.maxSessionTime(time(name, value));
			case "--max-request" -> builder.maxRequestBytes(smallSize(name, value));
			case "--max-output" -> builder.maxOutputBytes(smallSize(name, value));
			case "--max-context-file" -> builder.maxContextFileBytes(size(name, value));
			case "--max-disk" -> builder.maxDiskBytes(size(name, value));
			default -> {
				// Help is no setting.
			}
		}
	}

	private String environment(String name) {
		return Objects.requireNonNullElse(this.environment.get(name), "");
	}

	private int adbServerPort() {
		String given = environment("ANDROID_ADB_SERVER_PORT");
		return given.isBlank() ? AdbServer.DEFAULT_PORT : port("--adb-device with ANDROID_ADB_SERVER_PORT", given, 1);
	}

	private Path needingTlsPort(String name, String value) {
		if (!this.values.containsKey("--tls-port")) {
			throw new IllegalArgumentException("Option " + name + " needs the option --tls-port, too");
		}
		return Path.of(value);
	}

	private static String[] list(String name, String value) {
		String[] parts = Stream.of(value.split(","))
			.map(String::strip)
			.filter((part) -> !part.isEmpty())
			.toArray(String[]::new);
		if (parts.length == 0) {
			throw new IllegalArgumentException("Option " + name + " needs at least one value, not '" + value + "'");
		}
		return parts;
	}

	private static Path directory(String name, String value) {
		Path directory = Path.of(value);
		if (!Files.isDirectory(directory)) {
			throw new IllegalArgumentException(
					"Option " + name + " needs a directory that exists, not '" + value + "'");
		}
		return directory;
	}

	private static int port(String name, String value) {
		return port(name, value, 0);
	}

	private static int port(String name, String value, int least) {
		try {
			int number = Integer.parseInt(value);
			if (number >= least && number <= 65535) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a number out of range.
		}
		throw new IllegalArgumentException(
				"Option " + name + " needs a number from " + least + " to 65535, not '" + value + "'");
	}

	private static int number(String name, String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("Option " + name + " needs a number, not '" + value + "'");
		}
	}

	private static long size(String name, String value) {
		Matcher size = SIZE.matcher(value);
		try {
			if (size.matches()) {
				return Math.multiplyExact(Long.parseLong(size.group(1)), switch (size.group(2)) {
					case "KB" -> 1L << 10;
					case "MB" -> 1L << 20;
					case "GB" -> 1L << 30;
					default -> 1L;
				});
			}
		}
		catch (ArithmeticException | NumberFormatException ex) {
			// Refused below, like a number that is none.
		}
		throw new IllegalArgumentException(
				"Option " + name + " needs a number of bytes, or one with KB, MB or GB, not '" + value + "'");
	}

	private static int smallSize(String name, String value) {
		return (int) Math.min(Integer.MAX_VALUE, size(name, value));
	}

	private static Duration time(String name, String value) {
		Matcher time = TIME.matcher(value);
		if (!time.matches()) {
			throw new IllegalArgumentException(
					"Option " + name + " needs a time such as 90s, 30m or 8h, not '" + value + "'");
		}
		long number = Long.parseLong(time.group(1));
		return switch (time.group(2)) {
			case "h" -> Duration.ofHours(number);
			case "m" -> Duration.ofMinutes(number);
			default -> Duration.ofSeconds(number);
		};
	}

	private static boolean onOrOff(String name, String value) {
		return switch (value) {
			case "on" -> true;
			case "off" -> false;
			default -> throw new IllegalArgumentException("Option " + name + " needs on or off, not '" + value + "'");
		};
	}

	private static SessionNetwork network(String value) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "host" -> SessionNetwork.HOST;
			case "loopback-only" -> SessionNetwork.LOOPBACK_ONLY;
			case "none" -> SessionNetwork.NONE;
			default -> throw new IllegalArgumentException(
					"Option --network needs host, loopback-only or none, not '" + value + "'");
		};
	}

	private static Isolation isolation(String value) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "auto" -> Isolation.AUTO;
			case "bubblewrap" -> Isolation.BUBBLEWRAP;
			case "host" -> Isolation.HOST;
			default -> throw new IllegalArgumentException(
					"Option --isolation needs auto, bubblewrap or host, not '" + value + "'");
		};
	}

	private static String value(String name, Deque<String> rest) {
		String value = rest.poll();
		if (value == null || value.startsWith("--")) {
			throw new IllegalArgumentException("Option " + name + " needs a value");
		}
		return notBlank(name, value);
	}

	private static String notBlank(String name, String value) {
		if (value.isBlank()) {
			throw new IllegalArgumentException("Option " + name + " needs a value that is not blank");
		}
		return value;
	}

}
