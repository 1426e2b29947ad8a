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
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import io.agentbay.local.internal.sandbox.Companion;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the browser of a session sits: there is at most one.
 */
public final class BrowserSeat implements Companion {

	/**
	 * Where a browser keeps what it remembers unless something else is asked for.
	 */
	public static final String PROFILE = "/tmp/agentbay_browser";

	private final ReentrantLock turn = new ReentrantLock(true);

	private final JsonMapper mapper;

	private final String path = "/devtools/browser/" + UUID.randomUUID();

	private @Nullable Browser browser;

	BrowserSeat(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Start the browser, unless it runs already.
	 * @param sandbox the session's sandbox
	 * @param profile where it keeps what it remembers, a path of the session
	 * @param options what it is to be like; those of one that runs already stay
	 * @return the browser
	 * @throws IOException if it cannot be started; the message tells what is missing
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Browser start(Sandbox sandbox, String profile, BrowserOptions options)
			throws IOException, InterruptedException {
		this.turn.lockInterruptibly();
		try {
			Browser present = this.browser;
			if (present == null || present.hasEnded()) {
				this.browser = null;
				present = Browser.start(options, profile, sandbox, this.mapper);
				this.browser = present;
			}
			return present;
		}
		finally {
			this.turn.unlock();
		}
	}

	/**
	 * Where the browser is found below the session's own address for it, also before it
	 * has been started.
	 * @return a path
	 */
	public String path() {
		return this.path;
	}

	/**
	 * The browser that runs.
	 * @return the browser
	 * @throws BrowserException if none does
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Browser running() throws BrowserException, InterruptedException {
		this.turn.lockInterruptibly();
		try {
			Browser present = this.browser;
			if (present == null || present.hasEnded()) {
				throw new BrowserException("Browser must be initialized before it is used: no browser runs");
			}
			return present;
		}
		finally {
			this.turn.unlock();
		}
	}

	/**
	 * End the browser.
	 * @return false if none ran
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public boolean stop() throws InterruptedException {
		this.turn.lockInterruptibly();
		try {
			Browser present = this.browser;
			this.browser = null;
			if (present == null || present.hasEnded()) {
				return false;
			}
			present.stop();
			return true;
		}
		finally {
			this.turn.unlock();
		}
	}

	/**
	 * End the browser together with its session. One that is just being started is left
	 * to the end of the session's processes.
	 */
	@Override
	public void beforeEnd() {
		if (this.turn.tryLock()) {
			try {
				stop();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				this.turn.unlock();
			}
		}
	}

}
