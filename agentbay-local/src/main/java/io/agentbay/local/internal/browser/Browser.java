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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.agentbay.local.internal.process.Program;
import io.agentbay.local.internal.sandbox.Coprocess;
import io.agentbay.local.internal.sandbox.Sandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser that runs in a session.
 */
public final class Browser {

	static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final long STOP_SECONDS = 5;

	private static final int SHOWN_OF_ERRORS = 2000;

	private final StringBuilder said = new StringBuilder();

	private final CompletableFuture<Void> listening = new CompletableFuture<>();

	private final Coprocess process;

	private final JsonMapper mapper;

	private final CdpPipe pipe;

	private final Pages pages;

	private Browser(BrowserOptions options, Program program, Sandbox sandbox, JsonMapper mapper)
			throws IOException, InterruptedException {
		this.mapper = mapper;
		this.pipe = new CdpPipe(mapper, this::heard);
		this.pages = new Pages(this.pipe, options);
		this.process = sandbox.start(program, this.pipe, this::muttered);
	}

	/**
	 * Start a browser and wait until it is ready.
	 * @param options what it is to be like
	 * @param profile where it keeps what it remembers, a path of the session
	 * @param sandbox the session's sandbox
	 * @param mapper reads and writes JSON
	 */
	static Browser start(BrowserOptions options, String profile, Sandbox sandbox, JsonMapper mapper)
			throws IOException, InterruptedException {
		Program program = Chromium.program(options, sandbox.nameInside(profile),
				sandbox.nameInside(options.extensionPath()));
		Browser browser = new Browser(options, program, sandbox, mapper);
		boolean started = false;
		try {
			browser.awaitReady();
			browser.pages.open(options);
			started = true;
			return browser;
		}
		finally {
			if (!started) {
				browser.process.kill();
			}
		}
	}

	/**
	 * Let in a client of the DevTools protocol.
	 * @param target the page that it asks for, empty for the browser itself
	 * @param receiver takes what the browser says to it
	 * @return the client, which has to be closed
	 * @throws BrowserException if there is no such page
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public DevTools open(String target, DevTools.Receiver receiver) throws BrowserException, InterruptedException {
		return DevTools.open(this.pipe, this.mapper, target, receiver);
	}

	/**
	 * What a browser serves beside the protocol.
	 * @param path what is asked for, such as {@code /json/list}
	 * @param query what may follow a question mark
	 * @param address where clients reach the browser, without path
	 * @param ownPath where on that address the browser itself is
	 * @return the answer, nothing if there is none to this question
	 * @throws BrowserException if the browser does not answer
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Optional<Object> describe(String path, String query, String address, String ownPath)
			throws BrowserException, InterruptedException {
		return DevTools.describe(this.pipe, path, query, address, ownPath);
	}

	/**
	 * Its pages.
	 * @return the pages
	 */
	public Pages pages() {
		return this.pages;
	}

	boolean hasEnded() {
		return this.process.ended().isDone();
	}

	/**
	 * End it. It is given some seconds to write down what it is to remember.
	 */
	void stop() throws InterruptedException {
		this.pipe.tell(null, "Browser.close", Map.of());
		try {
			this.process.ended().get(STOP_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			// It is killed instead.
		}
		this.process.kill();
	}

	private void awaitReady() throws IOException, InterruptedException {
		try {
			this.process.await(CompletableFuture.anyOf(this.listening, this.process.ended()), START_LIMIT);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new BrowserException("The browser did not start within " + START_LIMIT.toSeconds() + " s", ex);
		}
		if (!this.listening.isDone()) {
			throw new BrowserException(notStarted(this.process.ended().join()));
		}
		// Only now does nobody but Chromium read the pipe, which the shell has read
		// before.
		this.pipe.connect(this.process);
		try {
			this.pipe.call(null, "Browser.getVersion", Map.of(), START_LIMIT);
		}
		catch (BrowserException ex) {
			if (this.process.ended().isDone()) {
				throw new BrowserException(notStarted(this.process.ended().join()), ex);
			}
			throw ex;
		}
	}

	private String notStarted(int exitCode) {
		if (exitCode == Program.MISSING) {
			return "For a browser the program " + Chromium.REQUIREMENT + " is needed, which is missing";
		}
		synchronized (this.said) {
			return "The browser does not start. It needs %s. It ended with exit code %s and said: %s"
				.formatted(Chromium.REQUIREMENT, exitCode, this.said.toString().strip());
		}
	}

	private void heard(JsonNode event) {
		this.pages.heard(event.path("method").asString(""), event.path("params"), event.path("sessionId").asString(""));
	}

	private void muttered(byte[] chunk, int count) {
		synchronized (this.said) {
			this.said.append(new String(chunk, 0, count, StandardCharsets.UTF_8));
			int mark = this.said.indexOf(Chromium.STARTING);
			if (mark >= 0) {
				this.said.delete(mark, mark + Chromium.STARTING.length());
				this.listening.complete(null);
			}
			this.said.delete(0, Math.max(0, this.said.length() - SHOWN_OF_ERRORS));
		}
	}

}
