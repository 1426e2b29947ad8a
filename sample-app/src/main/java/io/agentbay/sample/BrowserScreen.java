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

package io.agentbay.sample;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.agentbay.browser.Browser;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import tools.jackson.databind.JsonNode;

/**
 * The page of a session's browser, over the DevTools protocol: the operator of a browser
 * takes instructions, but no coordinates.
 *
 * @param browser the browser
 */
record BrowserScreen(Browser browser) implements Screen {

	private static final int ATTEMPTS = 20;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Map<String, Integer> KEYS = Map.of("Enter", 13, "Backspace", 8, "Tab", 9, "Escape", 27,
			"ArrowLeft", 37, "ArrowUp", 38, "ArrowRight", 39, "ArrowDown", 40);

	/** Looks again if the page is just being loaded. */
	@Override
	public Screenshot picture() {
		for (int attempt = 1;; attempt++) {
			try (DevTools page = page()) {
				JsonNode picture = page.call("Page.captureScreenshot", Map.of("format", "png"));
				return Screenshot.of(ScreenshotFormat.PNG, Base64.getDecoder().decode(picture.path("data").asString()));
			}
			catch (DevTools.RefusedException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
	}

	@Override
	public void click(int x, int y) {
		try (DevTools page = page()) {
			for (String type : new String[] { "mousePressed", "mouseReleased" }) {
				page.call("Input.dispatchMouseEvent",
						Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
			}
		}
	}

	@Override
	public void type(String text) {
		try (DevTools page = page()) {
			page.call("Input.insertText", Map.of("text", text));
		}
	}

	@Override
	public void press(String key) {
		Integer code = KEYS.get(key);
		if (code == null) {
			throw new IllegalArgumentException("'key': no such key: '" + key + "'");
		}
		try (DevTools page = page()) {
			Map<String, Object> down = Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code);
			page.call("Input.dispatchKeyEvent", key.equals("Enter")
					? Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code, "text", "\r") : down);
			page.call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
		}
	}

	@Override
	public void open(String target) {
		try (DevTools page = page()) {
			JsonNode result = page.call("Page.navigate", Map.of("url", target));
			if (result.has("errorText")) {
				throw new IllegalArgumentException("'target': " + result.path("errorText").asString());
			}
		}
	}

	private DevTools page() {
		if (!this.browser.isInitialized()) {
			this.browser.initialize();
		}
		return DevTools.ofPage(this.browser.fetchEndpointUrl());
	}

}
