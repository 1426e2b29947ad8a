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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The windows of a desktop.
 */
public final class Windows {

	private static final String SHARED = Scripts.read("windows.sh");

	private static final int FACTS = 9;

	private final Desktop desktop;

	/**
	 * The windows that were hidden so that one of them is not disturbed.
	 */
	private List<String> hidden = List.of();

	Windows(Desktop desktop) {
		this.desktop = desktop;
	}

	/**
	 * All windows.
	 * @return those that belong to no other one, oldest first
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public List<Window> list() throws IOException, InterruptedException {
		return arranged(run("for w in $(ids); do describe \"$w\"; done"));
	}

	/**
	 * The window that has the focus.
	 * @return the window, if there is one
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Optional<Window> active() throws IOException, InterruptedException {
		return read(run("w=$(active); [ \"$w\" = 0 ] || describe \"$w\"")).stream().map(Entry::window).findFirst();
	}

	/**
	 * Give a window the focus.
	 * @param id the window
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void activate(long id) throws IOException, InterruptedException {
		change(id, "wmctrl -i -a $w; is() { [ \"$(active)\" = $w ]; }; await is || late");
	}

	/**
	 * Ask a window to close. It may ask back, and stay.
	 * @param id the window
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void close(long id) throws IOException, InterruptedException {
		change(id, "wmctrl -i -c $w; is() { ! ids | grep -qx $w; }; await is || true");
	}

	/**
	 * Let a window fill the desktop.
	 * @param id the window
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void maximize(long id) throws IOException, InterruptedException {
		change(id, "wmctrl -i -r $w -b add,maximized_vert,maximized_horz; await has $w MAXIMIZED_VERT || late");
	}

	/**
	 * Hide a window.
	 * @param id the window
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void minimize(long id) throws IOException, InterruptedException {
		change(id, "xdotool windowminimize $w; await has $w HIDDEN || late");
	}

	/**
	 * Show a window in its ordinary size.
	 * @param id the window
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void restore(long id) throws IOException, InterruptedException {
		change(id, "wmctrl -i -r $w -b remove,fullscreen; wmctrl -i -r $w -b remove,maximized_vert,maximized_horz; "
				+ "wmctrl -i -a $w; is() { ! has $w 'HIDDEN\\|MAXIMIZED\\|FULLSCREEN'; }; await is || late");
	}

	/**
	 * Let a window fill the screen.
	 * @param id the window
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void fullscreen(long id) throws IOException, InterruptedException {
		change(id, "wmctrl -i -r $w -b add,fullscreen; await has $w FULLSCREEN || late");
	}

	/**
	 * Give a window another size. Terminals take the nearest one that fits their
	 * characters.
	 * @param id the window
	 * @param width the new width of what is inside its frame
	 * @param height the new height, likewise
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void resize(long id, long width, long height) throws IOException, InterruptedException {
		change(id, """
				before=$(xdotool getwindowgeometry $w)
				wmctrl -i -r $w -b remove,maximized_vert,maximized_horz
				xdotool windowsize $w %1$d %2$d
				is() { g=$(xdotool getwindowgeometry $w); [ "$g" != "$before" ] || [ "${g##*: }" = "%1$dx%2$d" ]; }
				await is || true""".formatted(width, height));
	}

	/**
	 * Hide all windows but the active one, or show them again.
	 * @param on whether to hide
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public synchronized void focus(boolean on) throws IOException, InterruptedException {
		if (on) {
			String said = run("""
					is() { has "$w" HIDDEN || ! there "$w"; }
					a=$(active)
					for w in $(ids); do
						[ "$w" = "$a" ] || is || { xdotool windowminimize "$w"; await is || late; echo "$w"; }
					done""");
			List<String> all = new ArrayList<>(this.hidden);
			all.addAll(said.lines().toList());
			this.hidden = all;
			return;
		}
		run("a=$(active); for w in " + String.join(" ", this.hidden) + "; do ids | grep -qx \"$w\" || continue; "
				+ "xdotool windowmap \"$w\"; is() { ! has \"$w\" HIDDEN; }; await is || late; done; "
				+ "if there \"$a\"; then wmctrl -i -a \"$a\" || ! there \"$a\"; fi");
		this.hidden = List.of();
	}

	private void change(long id, String script) throws IOException, InterruptedException {
		run("w=" + id + "; known $w; " + script);
	}

	private String run(String script) throws IOException, InterruptedException {
		return this.desktop.run(SHARED + script);
	}

	private static List<Entry> read(String said) {
		return said.lines()
			.map((line) -> line.split("\t", FACTS))
			.filter((facts) -> facts.length == FACTS)
			.map((facts) -> new Entry(Long.parseLong(facts[1]),
					new Window(Long.parseLong(facts[0]), facts[8].strip(), Integer.parseInt(facts[2]),
							Integer.parseInt(facts[3]), Integer.parseInt(facts[4]), Integer.parseInt(facts[5]),
							Long.parseLong(facts[6]), facts[7], List.of())))
			.toList();
	}

	private static List<Window> arranged(String said) {
		List<Entry> entries = read(said);
		Map<Long, List<Entry>> byOwner = entries.stream()
			.collect(Collectors.groupingBy((entry) -> entry.ownerAmong(entries), LinkedHashMap::new,
					Collectors.toList()));
		return children(0, byOwner);
	}

	private static List<Window> children(long owner, Map<Long, List<Entry>> byOwner) {
		List<Entry> own = byOwner.remove(owner);
		return (own == null) ? List.of()
				: own.stream().map((entry) -> entry.window().with(children(entry.window().id(), byOwner))).toList();
	}

	/**
	 * A window and the one it belongs to.
	 */
	private record Entry(long owner, Window window) {

		/**
		 * What belongs to the screen, or to something that is no window, belongs to none.
		 */
		long ownerAmong(List<Entry> entries) {
			return entries.stream()
				.anyMatch((entry) -> entry.window().id() == this.owner && this.owner != this.window.id()) ? this.owner
						: 0;
		}
	}

	/**
	 * A window.
	 *
	 * @param id its number
	 * @param title its title
	 * @param x the left edge of what is inside its frame
	 * @param y the upper edge, likewise
	 * @param width its width
	 * @param height its height
	 * @param pid the process it belongs to, 0 if it does not tell
	 * @param processName the name of that process
	 * @param children the windows that belong to it
	 */
	public record Window(long id, String title, int x, int y, int width, int height, long pid, String processName,
			List<Window> children) {

		private Window with(List<Window> children) {
			return new Window(this.id, this.title, this.x, this.y, this.width, this.height, this.pid, this.processName,
					children);
		}
	}

}
