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

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import io.agentbay.local.internal.adb.DeviceShell.Result;
import io.agentbay.local.internal.phone.Element;
import io.agentbay.local.internal.phone.Handset;
import io.agentbay.local.internal.phone.UiXml;

/**
 * A phone that is used by the commands of its shell.
 */
public final class AdbHandset implements Handset {

	private static final Pattern PACKAGE = Pattern.compile("[A-Za-z]\\w*(\\.\\w+)+");

	private static final String DUMP = "/data/local/tmp/agentbay_window.xml";

	private static final int SLOW_MILLIS = 1500;

	private static final int START_ATTEMPTS = 50;

	private static final int START_PAUSE_MILLIS = 100;

	private final DeviceShell shell;

	/**
	 * The phone that has a shell.
	 * @param shell the shell
	 */
	public AdbHandset(DeviceShell shell) {
		this.shell = shell;
	}

	@Override
	public void tap(long x, long y) throws IOException, InterruptedException {
		run("input tap %s %s".formatted(x, y));
	}

	@Override
	public void swipe(long startX, long startY, long endX, long endY, long millis)
			throws IOException, InterruptedException {
		run("input swipe %s %s %s %s %s".formatted(startX, startY, endX, endY, millis));
	}

	@Override
	public void type(String text) throws IOException, InterruptedException {
		run("input text " + quoted(text.replace(" ", "%s")));
	}

	@Override
	public void press(long code) throws IOException, InterruptedException {
		run("input keyevent " + code);
	}

	@Override
	public Element element() throws IOException, InterruptedException {
		return UiXml.read(xml());
	}

	@Override
	public String xml() throws IOException, InterruptedException {
		run("uiautomator dump " + DUMP);
		return run("cat " + DUMP).text();
	}

	@Override
	public BufferedImage image() throws IOException, InterruptedException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(run("screencap -p").stdout()));
		if (image == null) {
			throw new IOException("The device answers no picture");
		}
		return image;
	}

	@Override
	public BufferedImage longImage(int maxScreens) throws IOException, InterruptedException {
		BufferedImage first = image();
		LongPicture picture = new LongPicture(first);
		int middle = first.getWidth() / 2;
		int low = first.getHeight() * 3 / 4;
		int high = first.getHeight() / 4;
		// Slowly, so that it does not go on by itself. Each swipe shows half a screen
		// more.
		for (int swipe = 0; swipe < 2 * (maxScreens - 1); swipe++) {
			swipe(middle, low, middle, high, SLOW_MILLIS);
			if (!picture.add(image())) {
				break;
			}
		}
		return picture.image();
	}

	@Override
	public Map<String, String> apps(boolean ignoreSystemApps) throws IOException, InterruptedException {
		Map<String, String> apps = new LinkedHashMap<>();
		run("pm list packages" + (ignoreSystemApps ? " -3" : "")).text()
			.lines()
			.filter((line) -> line.startsWith("package:"))
			.map((line) -> line.substring("package:".length()).strip())
			.sorted()
			// The shell does not tell what an app is called on the screen.
			.forEach((name) -> apps.put(name, name));
		return apps;
	}

	@Override
	public Process start(String command, String activity) throws IOException, InterruptedException {
		String name = find(command);
		run(activity.isBlank() ? "monkey -p " + name + " -c android.intent.category.LAUNCHER 1"
				: "am start -n " + quoted(name + "/" + activity));
		for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
			String pid = this.shell.run("pidof " + name).text().strip().split(" ")[0];
			if (pid.matches("\\d{1,9}")) {
				return new Process(name, Integer.parseInt(pid));
			}
			Thread.sleep(START_PAUSE_MILLIS);
		}
		throw new IOException("The app " + name + " does not start");
	}

	@Override
	public void stop(String command) throws IOException, InterruptedException {
		run("am force-stop " + find(command));
	}

	private String find(String command) throws IOException, InterruptedException {
		Map<String, String> apps = apps(false);
		Matcher matcher = PACKAGE.matcher(command);
		while (matcher.find()) {
			if (apps.containsKey(matcher.group())) {
				return matcher.group();
			}
		}
		throw new IOException("No app of the device is named in: " + command);
	}

	/**
	 * Run a command that has to succeed. Some of them tell a failure only in what they
	 * say.
	 */
	private Result run(String line) throws IOException, InterruptedException {
		Result result = this.shell.run(line);
		String said = result.errorText().strip();
		if (result.exitCode() != 0 || said.regionMatches(true, 0, "error", 0, 5)) {
			throw new IOException("The device refuses '%s': %s".formatted(line.split(" ")[0], said));
		}
		return result;
	}

	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
