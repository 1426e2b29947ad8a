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

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.browser.PageAction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Carries actions out as a person would, by mouse and keyboard. Where the page has put
 * something over an element, the element is told instead that it was clicked.
 */
final class Hands {

	private static final Duration LOAD_LIMIT = Duration.ofSeconds(15);

	private static final double LONGEST_WAIT_SECONDS = 60;

	/** A click that leads to another page does so a moment later. */
	private static final long REACTION_MILLIS = 100;

	private Hands() {
	}

	static void carryOut(Page page, PageAction action) throws BrowserException, InterruptedException {
		switch (action.method()) {
			case "click" -> click(page, selector(action));
			case "fill", "type" -> fill(page, selector(action), value(action));
			case "select" -> page.script("choose(" + quoted(selector(action)) + "," + quoted(value(action)) + ")");
			case "check" -> check(page, selector(action), true);
			case "uncheck" -> check(page, selector(action), false);
			case "press" -> press(page, value(action));
			case "scroll" -> scroll(page, action);
			case "goto" -> page.navigate(value(action), LOAD_LIMIT);
			case "wait" ->
				TimeUnit.MILLISECONDS.sleep((long) (Math.min(LONGEST_WAIT_SECONDS, number(value(action))) * 1000));
			default -> throw new BrowserException("There is no method '" + action.method() + "'");
		}
		settle(page);
	}

	/**
	 * Send the form that a field belongs to; if to none, press Enter in the field.
	 */
	static void submit(Page page, String selector) throws BrowserException, InterruptedException {
		if (!page.script("submit(" + quoted(selector) + ")").asBoolean(false)) {
			press(page, "Enter");
		}
		settle(page);
	}

	private static void settle(Page page) throws BrowserException, InterruptedException {
		TimeUnit.MILLISECONDS.sleep(REACTION_MILLIS);
		page.awaitLoaded(LOAD_LIMIT);
	}

	private static void click(Page page, String selector) throws BrowserException, InterruptedException {
		JsonNode point = page.script("point(" + quoted(selector) + ")");
		if (!point.isObject()) {
			page.script("click(" + quoted(selector) + ")");
			return;
		}
		mouse(page, "mouseMoved", point, 0);
		mouse(page, "mousePressed", point, 1);
		mouse(page, "mouseReleased", point, 1);
	}

	private static void mouse(Page page, String type, JsonNode point, int clicks)
			throws BrowserException, InterruptedException {
		page.call("Input.dispatchMouseEvent", Map.of("type", type, "x", point.path("x").asDouble(0), "y",
				point.path("y").asDouble(0), "button", (clicks > 0) ? "left" : "none", "clickCount", clicks));
	}

	private static void fill(Page page, String selector, String text) throws BrowserException, InterruptedException {
		page.script("erase(" + quoted(selector) + ")");
		page.script("focus(" + quoted(selector) + ")");
		if (!text.isEmpty()) {
			page.call("Input.insertText", Map.of("text", text));
		}
	}

	private static void check(Page page, String selector, boolean wanted)
			throws BrowserException, InterruptedException {
		if (page.script("checked(" + quoted(selector) + ")").asBoolean(false) != wanted) {
			click(page, selector);
		}
	}

	private static void press(Page page, String name) throws BrowserException, InterruptedException {
		Keys key = Keys.find(name).orElseThrow(() -> new BrowserException("There is no key '" + name + "'"));
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("key", key.key());
		event.put("code", key.key().isBlank() ? "Space" : key.key());
		event.put("windowsVirtualKeyCode", key.code());
		Map<String, Object> down = new LinkedHashMap<>(event);
		down.put("type", key.text().isEmpty() ? "rawKeyDown" : "keyDown");
		if (!key.text().isEmpty()) {
			down.put("text", key.text());
		}
		page.call("Input.dispatchKeyEvent", down);
		event.put("type", "keyUp");
		page.call("Input.dispatchKeyEvent", event);
	}

	private static void scroll(Page page, PageAction action) throws BrowserException, InterruptedException {
		if (action.selector() != null) {
			page.script("show(" + quoted(action.selector()) + ")");
		}
		else {
			page.script("scroll(" + (long) number(value(action)) + ")");
		}
	}

	private static double number(String text) throws BrowserException {
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			throw new BrowserException("'" + text + "' is not a number");
		}
	}

	private static String selector(PageAction action) throws BrowserException {
		return given(action.selector(), action, "selector");
	}

	private static String value(PageAction action) throws BrowserException {
		return given(action.value(), action, "value");
	}

	private static String given(@Nullable String text, PageAction action, String name) throws BrowserException {
		if (text == null) {
			throw new BrowserException("The method '" + action.method() + "' needs a " + name);
		}
		return text;
	}

	private static String quoted(String text) {
		return StringNode.valueOf(text).toString();
	}

}
