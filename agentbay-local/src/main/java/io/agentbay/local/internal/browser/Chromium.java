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

package io.agentbay.local.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.process.Program;

/**
 * How Chromium is started. The runtime itself talks to it over two pipes; other programs
 * find it on a port of the loopback address. It runs without a sandbox of its own, since
 * inside the session's there are no rights with which to build another one.
 */
final class Chromium {

	static final String REQUIREMENT = "chromium (Debian package: chromium)";

	/**
	 * What the script says when Chromium is about to take its place.
	 */
	static final String STARTING = "[agentbay-local] chromium starts";

	/**
	 * The first argument is the profile, the second the directory with extensions; the
	 * rest are switches. A lock on the profile can only be a dead browser's. What
	 * Chromium reads from the descriptor 3 is there already; what it writes to the
	 * descriptor 4 goes to our standard output.
	 */
	private static final String SCRIPT = """
			command -v chromium >/dev/null || exit 127
			profile=$1; extensions=$2; shift 2
			mkdir -p "$profile" || exit 1
			rm -f "$profile"/SingletonLock "$profile"/SingletonCookie "$profile"/SingletonSocket
			list=
			for directory in "$extensions"/*/; do
				if [ -f "$directory/manifest.json" ]; then list="$list,${directory%/}"; fi
			done
			if [ -n "$list" ]; then set -- "$@" "--load-extension=${list#,}"; fi
			echo "$STARTING" >&2
			exec chromium "$@" --user-data-dir="$profile" about:blank 4>&1 1>&2
			""";

	/**
	 * The later of two equal switches counts, so that these cannot be taken away.
	 */
	private static final List<String> OWN = List.of("--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
			"--disable-gpu", "--remote-debugging-pipe");

	/**
	 * A session's browser does what it is told to, and nothing on behalf of its maker.
	 */
	private static final List<String> QUIET = List.of("--no-first-run", "--no-default-browser-check",
			"--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
			"--disable-breakpad", "--metrics-recording-only", "--no-service-autorun", "--password-store=basic",
			"--use-mock-keychain", "--hide-scrollbars", "--mute-audio", "--disable-background-timer-throttling",
			"--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
			"--disable-search-engine-choice-screen");

	private Chromium() {
	}

	static Program program(BrowserOptions options, String profile, String extensions) {
		List<String> arguments = new ArrayList<>(List.of("-c", SCRIPT, "chromium", profile, extensions));
		arguments.addAll(QUIET);
		BrowserOptions.Size size = options.pageSize();
		arguments.add("--window-size=%s,%s".formatted(size.width(), size.height()));
		if (options.userAgent() != null) {
			arguments.add("--user-agent=" + options.userAgent());
		}
		if (options.stealth()) {
			arguments.add("--disable-blink-features=AutomationControlled");
		}
		if (options.locale() != null) {
			arguments.add("--lang=" + options.locale());
			arguments.add("--accept-lang=" + options.locale());
		}
		if (options.proxy() != null) {
			arguments.add("--proxy-server=" + options.proxy().server());
		}
		// A port would let everybody on the machine drive the browser.
		options.arguments()
			.stream()
			.filter((argument) -> !argument.startsWith("--remote-debugging-"))
			.forEach(arguments::add);
		arguments.addAll(OWN);
		return new Program("sh", arguments, Map.of("STARTING", STARTING), Map.of());
	}

}
