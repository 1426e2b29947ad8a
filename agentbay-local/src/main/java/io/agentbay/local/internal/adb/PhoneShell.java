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

package io.agentbay.local.internal.adb;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.phone.Phone;
import io.agentbay.local.internal.picture.PictureFormat;
import io.agentbay.local.internal.sandbox.Sandbox;

/**
 * The shell of the simulated phone: the commands that are usually sent to phones by
 * {@code adb}, on the same phone as the tools. Files are those of the session.
 */
public final class PhoneShell implements DeviceShell {

	private static final int NOT_FOUND = 127;

	private static final int DENSITY = 320;

	private static final int HOME_KEY = 3;

	private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;

	private static final String DUMP = "/sdcard/window_dump.xml";

	private final Sandbox sandbox;

	/**
	 * The shell of a phone.
	 * @param sandbox the sandbox of the session that has the phone
	 */
	public PhoneShell(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	@Override
	public Result run(String line) throws IOException {
		return run(CommandLine.words(line));
	}

	/**
	 * Run a command that has been taken apart.
	 * @param words the name of a program and its arguments
	 * @return what became of it
	 * @throws IOException if the phone cannot do it
	 */
	public Result run(List<String> words) throws IOException {
		List<String> arguments = words.subList(1, words.size());
		Phone phone = Phone.of(this.sandbox);
		return switch (words.get(0)) {
			case "echo" -> Result.of(String.join(" ", arguments) + "\n");
			case "cat" -> cat(arguments);
			case "dumpsys" -> dump(phone, first(arguments));
			case "settings" -> Result.of(first(arguments).equals("get") ? "null\n" : "");
			case "getprop" -> properties(phone, arguments);
			case "input" -> input(phone, arguments);
			case "am" -> manageActivities(phone, arguments);
			case "monkey" -> {
				phone.start(String.join(" ", arguments), "");
				yield Result.of("Events injected: 1\n");
			}
			case "pidof" -> {
				OptionalInt pid = phone.processId(first(arguments));
				yield pid.isPresent() ? Result.of(pid.getAsInt() + "\n") : Result.failure(1, "");
			}
			case "pm" -> managePackages(phone, arguments);
			case "screencap" -> screenshot(phone, arguments);
			case "uiautomator" -> dump(phone, arguments);
			case "wm" -> tellScreen(phone, arguments);
			default -> Result.failure(NOT_FOUND, "/system/bin/sh: " + words.get(0) + ": inaccessible or not found");
		};
	}

	private static Result properties(Phone phone, List<String> arguments) throws IOException {
		if (!arguments.isEmpty()) {
			String value = phone.properties().getOrDefault(arguments.get(0), "");
			return Result.of(((value.isEmpty() && arguments.size() > 1) ? arguments.get(1) : value) + "\n");
		}
		return Result.of(phone.properties()
			.entrySet()
			.stream()
			.map((property) -> "[%s]: [%s]\n".formatted(property.getKey(), property.getValue()))
			.collect(Collectors.joining()));
	}

	private static Result input(Phone phone, List<String> arguments) throws IOException {
		switch (first(arguments)) {
			case "tap" -> {
				long[] place = numbers(arguments, 2);
				phone.tap(place[0], place[1]);
			}
			case "swipe" -> {
				// How long it takes may follow.
				long[] way = numbers(arguments.subList(0, Math.min(5, arguments.size())), 4);
				phone.swipe(way[0], way[1], way[2], way[3], 0);
			}
			case "text" -> phone.type(String.join(" ", arguments.subList(1, arguments.size())).replace("%s", " "));
			case "keyevent" -> {
				for (String name : arguments.subList(1, arguments.size())) {
					phone.press(KeyNames.code(name).orElseThrow(() -> new IOException("Unknown keycode: " + name)));
				}
			}
			default -> throw usage("input tap X Y | swipe X1 Y1 X2 Y2 [MS] | text TEXT | keyevent KEY...");
		}
		return Result.of("");
	}

	private static Result manageActivities(Phone phone, List<String> arguments) throws IOException {
		if (first(arguments).equals("force-stop") && arguments.size() == 2) {
			phone.stop(arguments.get(1));
			return Result.of("");
		}
		if (!first(arguments).equals("start")) {
			throw usage("am start -n PACKAGE/ACTIVITY | am start -a ACTION [-d DATA] | am force-stop PACKAGE");
		}
		int component = arguments.indexOf("-n") + 1;
		if (component == 0 || component == arguments.size()) {
			return startByAction(phone, arguments);
		}
		String[] names = arguments.get(component).split("/", 2);
		phone.start(names[0], (names.length > 1) ? names[1] : "");
		return Result.of("Starting: Intent { cmp=" + arguments.get(component) + " }\n");
	}

	/**
	 * What an intent without a component asks for, the phone has in two cases; else there
	 * is nobody to take it, which is no error on Android either.
	 */
	private static Result startByAction(Phone phone, List<String> arguments) throws IOException {
		String action = following(arguments, "-a");
		if (action.isEmpty()) {
			throw usage("am start -n PACKAGE/ACTIVITY | am start -a ACTION [-d DATA]");
		}
		if (action.equals("android.settings.SETTINGS")) {
			phone.start("com.android.settings", "");
		}
		else if (arguments.contains("android.intent.category.HOME")) {
			phone.press(HOME_KEY);
		}
		String data = following(arguments, "-d");
		return Result.of("Starting: Intent { act=%s%s }\n".formatted(action, data.isEmpty() ? "" : " dat=" + data));
	}

	private static String following(List<String> arguments, String option) {
		int at = arguments.indexOf(option) + 1;
		return (at == 0 || at == arguments.size()) ? "" : arguments.get(at);
	}

	/**
	 * Of all that Android tells about its services, what programs look for.
	 */
	private static Result dump(Phone phone, String service) throws IOException {
		String front = phone.frontActivity();
		return switch (service) {
			case "window" -> Result.of("""
					WINDOW MANAGER WINDOWS (dumpsys window windows)
					  mCurrentFocus=Window{1 u0 %s}
					  mFocusedApp=ActivityRecord{1 u0 %s t1}
					  mAwake=%s
					""".formatted(front, front, phone.isAwake()));
			case "activity" -> Result.of("""
					ACTIVITY MANAGER ACTIVITIES (dumpsys activity activities)
					  mResumedActivity: ActivityRecord{1 u0 %s t1}
					""".formatted(front));
			case "battery" -> Result.of("""
					Current Battery Service state:
					  AC powered: true
					  status: 5
					  present: true
					  level: 100
					  scale: 100
					""");
			case "power" ->
				Result.of("Power Manager State:\n  mWakefulness=%s\n".formatted(phone.isAwake() ? "Awake" : "Asleep"));
			case "display" -> {
				Rectangle screen = phone.element().bounds();
				yield Result.of("DISPLAY MANAGER (dumpsys display)\n  mBaseDisplayInfo=real %s x %s, density %s\n"
					.formatted(screen.width, screen.height, DENSITY));
			}
			case "package" -> Result.of(phone.apps(false)
				.keySet()
				.stream()
				.map((name) -> "  Package [" + name + "] (1):\n")
				.collect(Collectors.joining("", "Packages:\n", "")));
			case "-l", "" -> Result.of("Currently running services:\n  activity\n  battery\n  display\n  package\n"
					+ "  power\n  window\n");
			default -> Result.of("Can't find service: " + service + "\n");
		};
	}

	private static Result managePackages(Phone phone, List<String> arguments) throws IOException {
		if (arguments.size() < 2 || !arguments.subList(0, 2).equals(List.of("list", "packages"))) {
			throw usage("pm list packages [-3]");
		}
		return Result.of(phone.apps(arguments.contains("-3"))
			.keySet()
			.stream()
			.map((name) -> "package:" + name + "\n")
			.collect(Collectors.joining()));
	}

	private static Result screenshot(Phone phone, List<String> arguments) throws IOException {
		if (!arguments.equals(List.of("-p"))) {
			throw usage("screencap -p");
		}
		return Result.of(PictureFormat.PNG.encode(phone.image()));
	}

	private Result dump(Phone phone, List<String> arguments) throws IOException {
		if (!first(arguments).equals("dump")) {
			throw usage("uiautomator dump [FILE]");
		}
		String file = (arguments.size() > 1) ? arguments.get(arguments.size() - 1) : DUMP;
		String xml = phone.xml();
		String told = "UI hierchary dumped to: " + file + "\n";
		if (file.equals("/dev/tty")) {
			return Result.of(xml + told);
		}
		try (Place found = this.sandbox.paths().open(file); Place place = found.withParent(this.sandbox.paths())) {
			place.write(xml.getBytes(StandardCharsets.UTF_8));
		}
		return Result.of(told);
	}

	private Result cat(List<String> arguments) throws IOException {
		try (Place place = this.sandbox.paths().open(first(arguments))) {
			if (!place.isFile()) {
				return Result.failure(1, "cat: " + first(arguments) + ": No such file or directory");
			}
			if (place.attributes().size() > MAX_FILE_BYTES) {
				return Result.failure(1, "cat: " + first(arguments) + ": File too large");
			}
			return Result.of(place.bytes(MAX_FILE_BYTES));
		}
	}

	private static Result tellScreen(Phone phone, List<String> arguments) throws IOException {
		Rectangle screen = phone.element().bounds();
		return switch (first(arguments)) {
			case "size" -> Result.of("Physical size: %sx%s\n".formatted(screen.width, screen.height));
			case "density" -> Result.of("Physical density: %s\n".formatted(DENSITY));
			default -> throw usage("wm size | wm density");
		};
	}

	private static String first(List<String> arguments) {
		return arguments.isEmpty() ? "" : arguments.get(0);
	}

	private static long[] numbers(List<String> arguments, int count) throws IOException {
		try {
			long[] numbers = arguments.stream().skip(1).mapToLong(Long::parseLong).toArray();
			if (numbers.length == count) {
				return numbers;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a number too few or too many.
		}
		throw new IOException("%s whole numbers are needed after %s".formatted(count, first(arguments)));
	}

	private static IOException usage(String usage) {
		return new IOException("the simulated phone knows: " + usage);
	}

}
