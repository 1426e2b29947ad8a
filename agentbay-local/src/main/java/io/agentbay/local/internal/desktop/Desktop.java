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

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.sandbox.Command;
import io.agentbay.local.internal.sandbox.CommandResult;
import io.agentbay.local.internal.sandbox.Companion;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * The desktop of one session. Its display is started when it is first needed, is a
 * process of the session like any other, and ends with it.
 */
public final class Desktop implements Companion {

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private final Sandbox sandbox;

	private final ReentrantLock starting = new ReentrantLock();

	private final Mouse mouse = new Mouse(this);

	private final Keyboard keyboard = new Keyboard(this);

	private final Windows windows = new Windows(this);

	private final Apps apps = new Apps(this);

	private @Nullable Display display;

	private Desktop(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	/**
	 * The desktop of a session.
	 * @param sandbox the session's sandbox
	 * @return the one desktop it has
	 */
	public static Desktop of(Sandbox sandbox) {
		return sandbox.companion(Desktop.class, () -> new Desktop(sandbox));
	}

	/**
	 * Its mouse.
	 * @return the mouse
	 */
	public Mouse mouse() {
		return this.mouse;
	}

	/**
	 * Its keyboard.
	 * @return the keyboard
	 */
	public Keyboard keyboard() {
		return this.keyboard;
	}

	/**
	 * Its windows.
	 * @return the windows
	 */
	public Windows windows() {
		return this.windows;
	}

	/**
	 * Its applications.
	 * @return the applications
	 */
	public Apps apps() {
		return this.apps;
	}

	/**
	 * How large its screen is.
	 * @return the size in pixels
	 * @throws IOException if there can be no display
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Dimension size() throws IOException, InterruptedException {
		BufferedImage image = image();
		return new Dimension(image.getWidth(), image.getHeight());
	}

	/**
	 * What its screen shows.
	 * @return the picture
	 * @throws IOException if there can be no display
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public BufferedImage image() throws IOException, InterruptedException {
		return display().image();
	}

	/**
	 * Run a script that uses the display.
	 * @return what it wrote
	 * @throws IOException if it failed; the message is its error output
	 */
	String run(String script, Map<String, String> variables, String directory)
			throws IOException, InterruptedException {
		Map<String, String> environment = new LinkedHashMap<>(variables);
		environment.put("DISPLAY", display().name());
		CommandResult result = this.sandbox.run(new Command(script, directory, environment, LIMIT));
		if (result.timedOut()) {
			throw new IOException("The desktop did not react within " + LIMIT.toSeconds() + " s");
		}
		if (result.exitCode() != 0) {
			String said = result.stderr().strip();
			throw new IOException(said.isEmpty() ? "It ended with exit code " + result.exitCode() : said);
		}
		return result.stdout();
	}

	String run(String script, Map<String, String> variables) throws IOException, InterruptedException {
		return run(script, variables, SessionPaths.HOME);
	}

	String run(String script) throws IOException, InterruptedException {
		return run(script, Map.of());
	}

	SessionPaths paths() {
		return this.sandbox.paths();
	}

	/**
	 * Tell the machine that the display is gone with the session.
	 */
	@Override
	public void afterEnd() {
		Display last = this.display;
		if (last != null) {
			last.sweep();
		}
	}

	private Display display() throws IOException, InterruptedException {
		this.starting.lockInterruptibly();
		try {
			Display present = this.display;
			if (present != null && !present.hasEnded()) {
				return present;
			}
			if (present != null) {
				present.sweep();
				this.display = null;
			}
			present = Display.start(this.sandbox);
			this.sandbox.export("DISPLAY", present.name());
			this.display = present;
			return present;
		}
		finally {
			this.starting.unlock();
		}
	}

}
