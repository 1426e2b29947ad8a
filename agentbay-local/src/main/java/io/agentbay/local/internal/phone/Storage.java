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

package io.agentbay.local.internal.phone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;

/**
 * What of the simulated phone lies in the session's files, where commands see and change
 * it: its properties, its lists of apps, and the programs for them.
 */
final class Storage {

	private static final String PROPERTIES = "/data/property/";

	private static final String PROGRAMS = "/system/bin/";

	/**
	 * Where programs of the session leave what they want of the phone.
	 */
	static final String REQUESTS = "/data/requests/";

	/**
	 * The programs that the phone itself carries out.
	 */
	private static final List<String> ASKING = List.of("am", "dumpsys", "input", "monkey", "pm", "screencap",
			"settings", "uiautomator", "wm");

	private static final int MAX_BYTES = 64 * 1024;

	private static final Map<String, String> DEFAULTS = Map.of("ro.product.brand", "AgentBay", "ro.product.model",
			"Simulated phone", "ro.build.version.release", "12", "ro.build.version.sdk", "31", "sys.wuying.lockres",
			"0", "persist.wy.hasnavibar", "true", "persist.wy.pm_blacklist.switch", "0");

	private final Sandbox sandbox;

	private Storage(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	/**
	 * Put the phone's files into a session.
	 */
	static Storage prepare(Sandbox sandbox) throws IOException {
		Storage storage = new Storage(sandbox);
		for (Map.Entry<String, String> property : DEFAULTS.entrySet()) {
			storage.write(PROPERTIES + property.getKey(), property.getValue().getBytes(StandardCharsets.UTF_8));
		}
		for (String directory : List.of("/data/system/", REQUESTS, "/sdcard/")) {
			try (Place place = sandbox.paths().open(directory)) {
				place.createDirectories();
			}
		}
		for (String program : List.of("setprop", "getprop", "killall", "wya")) {
			storage.install(program, program);
		}
		for (String program : ASKING) {
			storage.install(program, "ask");
		}
		sandbox.export("AGENTBAY_PHONE_DATA", sandbox.nameInside("/data"));
		sandbox.exportPath(sandbox.nameInside("/system/bin"));
		return storage;
	}

	private void install(String program, String resource) throws IOException {
		try (InputStream script = Objects.requireNonNull(Storage.class.getResourceAsStream(resource))) {
			write(PROGRAMS + program, script.readAllBytes());
		}
		try (Place place = this.sandbox.paths().openEntry(PROGRAMS + program)) {
			place.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
		}
	}

	/**
	 * A property, empty if it is not set.
	 */
	String property(String name) {
		return read(PROPERTIES + name);
	}

	/**
	 * All properties, those of commands included.
	 */
	SortedMap<String, String> properties() throws IOException {
		SortedMap<String, String> properties = new TreeMap<>();
		try (Place directory = this.sandbox.paths().open(PROPERTIES)) {
			directory.list().forEach((entry) -> properties.put(entry.name(), property(entry.name())));
		}
		return properties;
	}

	/**
	 * Whether a rule allows an app to run.
	 */
	boolean allows(String packageName) {
		return switch (property("persist.wy.pm_blacklist.switch")) {
			case "1" -> !lines("/data/system/pm_blacklist.txt").contains(packageName);
			case "2" -> lines("/data/system/pm_whitelist.txt").contains(packageName);
			default -> true;
		};
	}

	private List<String> lines(String path) {
		return read(path).lines().map(String::strip).toList();
	}

	/**
	 * What cannot be read counts as absent: commands may do with the files as they like.
	 */
	private String read(String path) {
		try (Place place = this.sandbox.paths().open(path)) {
			return new String(place.bytes(MAX_BYTES), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			// absent
		}
		return "";
	}

	private void write(String path, byte[] content) throws IOException {
		try (Place found = this.sandbox.paths().open(path); Place place = found.withParent(this.sandbox.paths())) {
			place.write(content);
		}
	}

}
