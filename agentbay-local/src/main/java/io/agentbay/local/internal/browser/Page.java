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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A page of a browser.
 */
public final class Page {

	private static final Duration STEP = Duration.ofMillis(50);

	private static final String SCRIPT = readScript();

	/** Chromium paints no taller pictures. */
	private static final double MAX_HEIGHT = 16384;

	private final AtomicInteger calls = new AtomicInteger();

	private final CdpPipe pipe;

	private final String session;

	private final String id;

	private final String context;

	private volatile boolean dialog;

	Page(CdpPipe pipe, String session, String id, String context) {
		this.pipe = pipe;
		this.session = session;
		this.id = id;
		this.context = context;
	}

	/**
	 * The id that the DevTools protocol has for it.
	 * @return the id of its target
	 */
	public String id() {
		return this.id;
	}

	String session() {
		return this.session;
	}

	String context() {
		return this.context;
	}

	/**
	 * Go to a page and wait until it is loaded. One that takes longer goes on loading.
	 * @param url its address
	 * @param limit how long to wait
	 * @return whether it is loaded
	 * @throws BrowserException if it cannot be reached
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public boolean navigate(String url, Duration limit) throws BrowserException, InterruptedException {
		JsonNode answer = call("Page.navigate", Map.of("url", url), limit);
		String error = answer.path("errorText").asString("");
		if (!error.isEmpty()) {
			throw new BrowserException(error + " at " + url);
		}
		return awaitLoaded(limit);
	}

	/**
	 * Begin to go to a page, and do not wait.
	 */
	void begin(String url) {
		this.pipe.tell(this.session, "Page.navigate", Map.of("url", url));
	}

	/**
	 * Wait until the page is loaded.
	 * @param limit how long to wait
	 * @return whether it is
	 */
	boolean awaitLoaded(Duration limit) throws BrowserException, InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (!"complete".equals(evaluate("document.readyState").asString(""))) {
			if (System.nanoTime() - end >= 0) {
				return false;
			}
			Thread.sleep(STEP.toMillis());
		}
		return true;
	}

	/**
	 * Take a picture of the page.
	 * @param full whether of all of it, and else of what can be seen; at most 16384
	 * pixels high
	 * @param clip the part of the page that is meant, {@code null} for all of that
	 * @param limit how long it may take
	 * @return a PNG picture in base64
	 * @throws BrowserException if there is none
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public String screenshot(boolean full, @Nullable Clip clip, Duration limit)
			throws BrowserException, InterruptedException {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("format", "png");
		if (clip != null) {
			parameters.put("clip", clip.toMap());
			parameters.put("captureBeyondViewport", true);
		}
		else if (full) {
			JsonNode size = call("Page.getLayoutMetrics", Map.of(), limit).path("cssContentSize");
			parameters.put("clip", new Clip(0, 0, Math.max(1, size.path("width").asDouble(1)),
					Math.max(1, Math.min(MAX_HEIGHT, size.path("height").asDouble(1))))
				.toMap());
			parameters.put("captureBeyondViewport", true);
		}
		return call("Page.captureScreenshot", parameters, limit).path("data").asString("");
	}

	/**
	 * Compute an expression on the page.
	 * @param expression a JavaScript expression; a promise is waited for
	 * @return its value
	 */
	JsonNode evaluate(String expression) throws BrowserException, InterruptedException {
		JsonNode answer = call("Runtime.evaluate",
				Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true),
				Browser.ANSWER_LIMIT);
		JsonNode failure = answer.get("exceptionDetails");
		if (failure != null) {
			String description = failure.path("exception").path("description").asString("");
			throw new BrowserException(
					description.isEmpty() ? failure.path("text").asString("The script failed") : description);
		}
		return answer.path("result").path("value");
	}

	/**
	 * Call a function of the runtime's own script.
	 * @param call a call such as {@code view(null)}
	 * @return what it returns
	 */
	JsonNode script(String call) throws BrowserException, InterruptedException {
		return evaluate(SCRIPT + "." + call);
	}

	JsonNode call(String method, Map<String, ?> parameters) throws BrowserException, InterruptedException {
		return call(method, parameters, Browser.ANSWER_LIMIT);
	}

	private JsonNode call(String method, Map<String, ?> parameters, Duration limit)
			throws BrowserException, InterruptedException {
		this.calls.incrementAndGet();
		try {
			answerDialog();
			return this.pipe.call(this.session, method, parameters, limit);
		}
		finally {
			this.calls.decrementAndGet();
		}
	}

	/**
	 * A dialog stops a page, and with it whatever is asked of the page. So one that is
	 * open while the runtime wants something is accepted; others are left to whoever else
	 * drives the browser.
	 */
	void dialog(boolean open) {
		this.dialog = open;
		if (this.calls.get() > 0) {
			answerDialog();
		}
	}

	private void answerDialog() {
		if (this.dialog) {
			this.dialog = false;
			this.pipe.tell(this.session, "Page.handleJavaScriptDialog", Map.of("accept", true));
		}
	}

	private static String readScript() {
		try (InputStream stream = Page.class.getResourceAsStream("page.js")) {
			if (stream == null) {
				throw new IllegalStateException("The runtime was packed without its part page.js");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A part of a page, in CSS pixels from its upper left corner.
	 *
	 * @param x its left edge
	 * @param y its upper edge
	 * @param width its width
	 * @param height its height
	 */
	public record Clip(double x, double y, double width, double height) {

		private Map<String, Object> toMap() {
			return Map.of("x", this.x, "y", this.y, "width", this.width, "height", this.height, "scale", 1);
		}

	}

}
