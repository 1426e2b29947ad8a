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

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.local.internal.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * The phone of one session: a simulation. It has a screen of 720 x 1280 pixels, a
 * launcher and a few apps; taps, keys and texts change what they show. It is no Android
 * and runs no other apps.
 */
public final class Phone implements Handset {

	private static final int WIDTH = 720;

	private static final int HEIGHT = 1280;

	private static final int BAR = 96;

	private static final int TAP_DISTANCE = 10;

	private static final int FIRST_PID = 1000;

	private static final Pattern PACKAGE = Pattern.compile("[A-Za-z]\\w*(\\.\\w+)+");

	private final Storage storage;

	private final App launcher = new Launcher(this);

	private final Map<String, App> installed = new LinkedHashMap<>();

	private final Map<String, Process> running = new LinkedHashMap<>();

	private final Keys keys = new Keys(this);

	private App front = this.launcher;

	private @Nullable TextField focus;

	private int scroll;

	private int volume = 7;

	private int lastPid = FIRST_PID;

	private boolean awake = true;

	private Phone(Storage storage) {
		this.storage = storage;
		install(new Notes(this));
		install(new Settings(this));
	}

	/**
	 * The phone of a session.
	 * @param sandbox the session's sandbox
	 * @return the one phone it has
	 * @throws IOException if its files cannot be made
	 */
	public static Phone of(Sandbox sandbox) throws IOException {
		try {
			return sandbox.companion(Phone.class, () -> make(sandbox));
		}
		catch (UncheckedIOException ex) {
			throw new IOException("The simulated phone cannot be made", ex.getCause());
		}
	}

	@Override
	public synchronized void tap(long x, long y) throws IOException {
		if (this.awake && isOnScreen(x, y)) {
			screen(HEIGHT).clickableAt((int) x, (int) y).map(View::action).ifPresentOrElse(Runnable::run, () -> {
				this.focus = null;
			});
		}
	}

	@Override
	public synchronized void swipe(long startX, long startY, long endX, long endY, long millis) throws IOException {
		if (Math.abs(endX - startX) + Math.abs(endY - startY) < TAP_DISTANCE) {
			tap(startX, startY);
		}
		else if (this.awake) {
			this.scroll = Math.max(0, Math.min(page(HEIGHT, 0).maxScroll(), this.scroll + (int) (startY - endY)));
		}
	}

	@Override
	public synchronized void type(String text) throws IOException {
		if (!this.awake || this.focus == null) {
			throw new IOException("No focused editable node found; tap a field for text first");
		}
		if (!this.focus.append(text)) {
			throw new IOException("The text is too long for the field");
		}
	}

	@Override
	public synchronized void press(long code) throws IOException {
		this.keys.press(code);
	}

	@Override
	public synchronized Element element() {
		return screen(HEIGHT).element();
	}

	@Override
	public String xml() {
		return UiXml.of(element());
	}

	@Override
	public synchronized BufferedImage image() throws IOException {
		return new Painter(this.focus).paint(screen(HEIGHT));
	}

	@Override
	public synchronized BufferedImage longImage(int maxScreens) throws IOException {
		int height = Math.min(maxScreens * HEIGHT, HEIGHT + page(HEIGHT, 0).maxScroll());
		int before = this.scroll;
		this.scroll = 0;
		try {
			return new Painter(this.focus).paint(screen(height));
		}
		finally {
			this.scroll = before;
		}
	}

	@Override
	public synchronized Map<String, String> apps(boolean ignoreSystemApps) {
		Map<String, String> apps = new LinkedHashMap<>();
		this.installed.values()
			.stream()
			.filter((app) -> !(ignoreSystemApps && app.system()))
			.forEach((app) -> apps.put(app.packageName(), app.label()));
		return apps;
	}

	@Override
	public synchronized Process start(String command, String activity) throws IOException {
		App app = find(command);
		if (!this.storage.allows(app.packageName())) {
			throw new IOException("A rule of the phone forbids the app " + app.packageName());
		}
		if (!app.open(activity.isBlank() ? ".MainActivity" : activity)) {
			throw new IOException("The app %s has no activity %s".formatted(app.packageName(), activity));
		}
		Process process = this.running.computeIfAbsent(app.packageName(), (name) -> new Process(name, ++this.lastPid));
		show(app);
		return process;
	}

	@Override
	public synchronized void stop(String command) throws IOException {
		App app = find(command);
		this.running.remove(app.packageName());
		install(app.fresh());
		if (this.front == app) {
			show(this.launcher);
		}
	}

	/**
	 * The process of an app.
	 * @param packageName the app
	 * @return its number, if the app runs
	 */
	public synchronized OptionalInt processId(String packageName) {
		Process process = this.running.get(packageName);
		return (process != null) ? OptionalInt.of(process.pid()) : OptionalInt.empty();
	}

	/**
	 * The properties that are set.
	 * @return the values by name, in the order of the names
	 * @throws IOException if they cannot be listed
	 */
	public SortedMap<String, String> properties() throws IOException {
		return this.storage.properties();
	}

	synchronized List<App> shownApps() {
		return List.copyOf(this.installed.values());
	}

	synchronized void focus(TextField field) {
		this.focus = field;
	}

	@Nullable TextField focused() {
		return this.focus;
	}

	String property(String name) {
		return this.storage.property(name);
	}

	int volume() {
		return this.volume;
	}

	void turnVolume(int by) {
		this.volume = Math.max(0, Math.min(15, this.volume + by));
	}

	/**
	 * Whether its screen is on.
	 * @return whether it is
	 */
	public synchronized boolean isAwake() {
		return this.awake;
	}

	/**
	 * The activity that the screen shows.
	 * @return its package and name, as Android writes them
	 */
	public synchronized String frontActivity() {
		return this.front.packageName() + "/.MainActivity";
	}

	void setAwake(boolean awake) {
		this.awake = awake;
	}

	void home() {
		show(this.launcher);
	}

	void back() {
		this.focus = null;
		this.scroll = 0;
		if (!this.front.back()) {
			home();
		}
	}

	private static Phone make(Sandbox sandbox) {
		try {
			return new Phone(Storage.prepare(sandbox));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void install(App app) {
		this.installed.put(app.packageName(), app);
	}

	private void show(App app) {
		this.front = app;
		this.focus = null;
		this.scroll = 0;
	}

	private App find(String command) throws IOException {
		Matcher matcher = PACKAGE.matcher(command);
		while (matcher.find()) {
			App app = this.installed.get(matcher.group());
			if (app != null) {
				return app;
			}
		}
		throw new IOException("No app of the simulated phone is named in: " + command + " (it has "
				+ String.join(", ", this.installed.keySet()) + ")");
	}

	private Page page(int height, int scroll) {
		int bottom = hasNavigationBar() ? BAR : 0;
		Page page = new Page(new Rectangle(0, BAR / 2, WIDTH, height - BAR / 2 - bottom), scroll,
				this.front.packageName());
		this.front.show(page);
		return page;
	}

	private View screen(int height) {
		Rectangle all = new Rectangle(0, 0, WIDTH, height);
		List<View> views = new ArrayList<>();
		if (this.awake) {
			views.add(new View(View.Kind.TEXT, "AgentBay local runtime: simulated phone",
					"com.android.systemui:id/status", new Rectangle(0, 0, WIDTH, BAR / 2), null, null, List.of()));
			views.add(page(height, this.scroll).view());
			if (hasNavigationBar()) {
				views.add(navigation("back", "Back", 0, height, this::back));
				views.add(navigation("home", "Home", 1, height, this::home));
			}
		}
		return new View(View.Kind.LAYOUT, "", "", all, null, null, List.copyOf(views));
	}

	private boolean hasNavigationBar() {
		return !property("persist.wy.hasnavibar").equals("false");
	}

	private static View navigation(String id, String text, int place, int height, Runnable action) {
		return new View(View.Kind.BUTTON, text, "com.android.systemui:id/" + id,
				new Rectangle(place * WIDTH / 2, height - BAR, WIDTH / 2, BAR), action, null, List.of());
	}

	/**
	 * Beside the screen there is nothing, but to tap there is no mistake: programs that
	 * know another phone do it.
	 */
	private static boolean isOnScreen(long x, long y) {
		return x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT;
	}

}
