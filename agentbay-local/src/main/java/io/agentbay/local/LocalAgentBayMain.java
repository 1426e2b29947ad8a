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

import java.io.IOException;
import java.util.List;

/**
 * Runs a {@link LocalAgentBay} until the process is told to end.
 *
 * @since 0.1.0
 */
public final class LocalAgentBayMain {

	private static final int WRONG_USAGE = 2;

	private static final int FAILED = 1;

	private LocalAgentBayMain() {
	}

	/**
	 * Start.
	 * @param arguments see {@code --help}
	 */
	public static void main(String[] arguments) {
		useQuietLogging();
		useNoNativeTransport();
		Options options;
		try {
			options = Options.parse(List.of(arguments), System.getenv());
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.err.println("Try --help");
			System.exit(WRONG_USAGE);
			return;
		}
		if (options.help()) {
			System.out.print(Options.HELP);
			return;
		}
		if ("root".equals(System.getProperty("user.name")) && !options.allowsRoot()) {
			System.err.println("The local runtime does not run as root: what escapes from a session would be root. "
					+ "Use another user, or the option --allow-root where there is nothing to lose");
			System.exit(FAILED);
			return;
		}
		try {
			run(options);
		}
		catch (RuntimeException ex) {
			System.err.println("The local runtime cannot be started: " + reason(ex));
			System.exit(FAILED);
		}
	}

	private static void run(Options options) {
		LocalAgentBay runtime = options.configured(LocalAgentBay.builder())
			.atShutdown(LocalAgentBayMain::shutDown)
			.start();
		String isolation = (runtime.isolation() == Isolation.BUBBLEWRAP) ? "sessions are isolated by bubblewrap"
				: "NOTHING IS ISOLATED";
		String key = options.keyGiven() ? "API key as given" : "API key " + runtime.apiKey();
		String addresses = runtime.endpoint() + runtime.tlsEndpoint().map((address) -> " and " + address).orElse("");
		System.out.println("AgentBay local runtime listens on %s (%s; %s)".formatted(addresses, key, isolation));
		waitForever();
	}

	private static void shutDown(LocalAgentBay runtime) {
		List<String> alive = runtime.liveSessionIds();
		System.out.println("Sessions still alive: " + (alive.isEmpty() ? "none" : String.join(", ", alive)));
		runtime.close();
		System.out.flush();
		// To end on request is no failure, so the exit code is not that of the signal.
		Runtime.getRuntime().halt(0);
	}

	private static void waitForever() {
		try {
			Thread.currentThread().join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What comes from outside, such as a port in use, has been put into words, which the
	 * failures of the JDK do not make clearer.
	 */
	private static String reason(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
			if (cause instanceof IOException) {
				return String.valueOf(failure.getMessage());
			}
		}
		return (cause == failure) ? String.valueOf(failure.getMessage())
				: failure.getMessage() + " (" + cause.getMessage() + ")";
	}

	/**
	 * The file has a name of its own, so that it is not found by an application that
	 * embeds the runtime.
	 */
	private static void useQuietLogging() {
		setUnlessSet("logback.configurationFile", "io/agentbay/local/logback-standalone.xml");
	}

	/**
	 * It is not used, but loaded to see whether it could be, about which newer JVMs print
	 * warnings.
	 */
	private static void useNoNativeTransport() {
		setUnlessSet("io.netty.transport.noNative", "true");
	}

	private static void setUnlessSet(String property, String value) {
		if (System.getProperty(property) == null) {
			System.setProperty(property, value);
		}
	}

}
