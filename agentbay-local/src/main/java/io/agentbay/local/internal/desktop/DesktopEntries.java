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

package io.agentbay.local.internal.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.desktop.Apps.App;
import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.path.SessionPaths;

/**
 * The files in which applications tell the desktop how they are started. Those that
 * cannot be read are left out, as desktops do.
 */
final class DesktopEntries {

	private static final List<String> START_MENU = List.of("/usr/share/applications", "/usr/local/share/applications",
			".local/share/applications");

	private static final List<String> ICONS = List.of("Desktop");

	/**
	 * The service's computers have a browser under another name, which programs look for.
	 */
	private static final String BROWSER = "/usr/bin/chromium";

	private static final String GROUP = "[Desktop Entry]";

	private static final int MAX_BYTES = 256 * 1024;

	private static final int PROCESS_NAME = 15;

	private final SessionPaths paths;

	DesktopEntries(SessionPaths paths) {
		this.paths = paths;
	}

	List<App> find(boolean startMenu, boolean icons, boolean ignoreSystemApps) throws IOException {
		Map<String, App> apps = new LinkedHashMap<>();
		List<String> directories = new ArrayList<>();
		directories.addAll(startMenu ? START_MENU : List.of());
		directories.addAll(icons ? ICONS : List.of());
		for (String directory : directories) {
			for (String text : files(directory)) {
				Map<String, String> entry = read(text);
				if (isShown(entry) && !(ignoreSystemApps && isOfSystem(entry))) {
					App app = app(entry);
					apps.putIfAbsent(app.name(), app);
				}
			}
		}
		if (startMenu && hasBrowser()) {
			apps.putIfAbsent("Google Chrome",
					new App("Google Chrome", "chromium --no-sandbox --no-first-run", "pkill -x chromium", ""));
		}
		return apps.values().stream().sorted(Comparator.comparing(App::name)).toList();
	}

	private boolean hasBrowser() throws IOException {
		try (Place browser = this.paths.open(BROWSER)) {
			return browser.isFile();
		}
	}

	/** What the files say that describe applications. */
	private List<String> files(String directory) throws IOException {
		List<String> texts = new ArrayList<>();
		try (Place place = this.paths.open(directory)) {
			if (place.isDirectory()) {
				for (Place.Entry entry : place.list()) {
					if (entry.name().endsWith(".desktop")) {
						try (Place file = this.paths.open(place.name() + "/" + entry.name())) {
							texts.add(new String(file.bytes(MAX_BYTES), StandardCharsets.UTF_8));
						}
						catch (IOException ex) {
							// Not a description, whatever it is.
						}
					}
				}
			}
		}
		return texts;
	}

	private static Map<String, String> read(String text) {
		Map<String, String> entry = new HashMap<>();
		boolean inside = false;
		for (String line : text.split("\n")) {
			int equals = line.indexOf('=');
			if (line.startsWith("[")) {
				inside = line.strip().equals(GROUP);
			}
			else if (inside && equals > 0) {
				entry.putIfAbsent(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
			}
		}
		return entry;
	}

	private static boolean isShown(Map<String, String> entry) {
		return "Application".equals(entry.get("Type")) && entry.containsKey("Name") && entry.containsKey("Exec")
				&& !"true".equals(entry.get("NoDisplay")) && !"true".equals(entry.get("Hidden"));
	}

	/**
	 * A terminal counts as one for the user, although it calls itself part of the system.
	 */
	private static boolean isOfSystem(Map<String, String> entry) {
		List<String> categories = List.of(entry.getOrDefault("Categories", "").split(";"));
		return categories.contains("Settings")
				|| categories.contains("System") && !categories.contains("TerminalEmulator");
	}

	private static App app(Map<String, String> entry) {
		String command = entry.getOrDefault("Exec", "").replaceAll("%[a-zA-Z]", "").replace("%%", "%").strip();
		String program = command.split(" ")[0];
		String process = program.substring(program.lastIndexOf('/') + 1);
		String start = "true".equals(entry.get("Terminal")) ? "xterm -e " + command : command;
		return new App(entry.getOrDefault("Name", ""), start,
				"pkill -x " + process.substring(0, Math.min(PROCESS_NAME, process.length())),
				entry.getOrDefault("Path", ""));
	}

}
