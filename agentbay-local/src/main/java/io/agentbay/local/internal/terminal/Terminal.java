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

package io.agentbay.local.internal.terminal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.agentbay.local.internal.sandbox.PseudoTerminal;
import org.jspecify.annotations.Nullable;

/**
 * A terminal and those who look at it. Everybody who is connected to the session is shown
 * it; the terminal waits for those only who have opened or connected it.
 */
public final class Terminal implements PseudoTerminal.Listener {

	/** Official clients know a new terminal only some time after the answer. */
	private static final long FIRST_PAUSE_MILLIS = 20;

	private final String id;

	private final Terminals terminals;

	private final Runnable used;

	private final CountDownLatch announced = new CountDownLatch(1);

	private final Lock speaking = new ReentrantLock(true);

	private final KeptOutput kept = new KeptOutput();

	private final Set<Viewer> attached = ConcurrentHashMap.newKeySet();

	private volatile @Nullable PseudoTerminal device;

	private volatile @Nullable Integer exitCode;

	private boolean shown;

	Terminal(String id, Terminals terminals, Runnable used) {
		this.id = id;
		this.terminals = terminals;
		this.used = used;
	}

	void opened(PseudoTerminal opened) {
		this.device = opened;
	}

	/**
	 * Its id.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Whether its program has ended.
	 * @return whether it has
	 */
	public boolean hasEnded() {
		return this.exitCode != null;
	}

	/**
	 * Wait for a client from now on when it is slow to read.
	 * @param viewer the client
	 */
	public void attach(Viewer viewer) {
		this.attached.add(viewer);
	}

	/**
	 * Begin to show it: who has opened it knows its id.
	 */
	public void announced() {
		this.announced.countDown();
	}

	/**
	 * Show a client what it has missed, and from then on what happens.
	 * @param viewer the client
	 * @param from how much of the output the client has had, negative if it wants only
	 * what comes from now on
	 * @param answer is told how much of the output the client will not be shown
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void connect(Viewer viewer, long from, Answer answer) throws InterruptedException {
		this.speaking.lockInterruptibly();
		try {
			long at = (from < 0) ? this.kept.end() : Math.max(this.kept.begin(), Math.min(from, this.kept.end()));
			attach(viewer);
			answer.begin(at);
			for (byte[] piece : this.kept.since(at)) {
				viewer.show(output(at, piece));
				at += piece.length;
			}
			Integer code = this.exitCode;
			if (code != null) {
				viewer.show(exit(code));
			}
		}
		finally {
			this.speaking.unlock();
		}
	}

	/**
	 * Type something.
	 * @param bytes what is typed
	 * @return false when so much waits to be read that nothing more is taken
	 */
	public boolean type(byte[] bytes) {
		this.used.run();
		return Objects.requireNonNull(this.device).type(bytes);
	}

	/**
	 * Change its size.
	 * @param columns how many characters are in a line
	 * @param rows how many lines there are
	 */
	public void resize(int columns, int rows) {
		this.used.run();
		Objects.requireNonNull(this.device).resize(columns, rows);
	}

	/**
	 * Kill its program and all that was started from it.
	 */
	public void kill() {
		PseudoTerminal present = this.device;
		if (present != null) {
			present.kill();
		}
	}

	@Override
	public void output(byte[] bytes) throws InterruptedException {
		awaitAnnouncement();
		this.used.run();
		this.speaking.lockInterruptibly();
		try {
			show(output(this.kept.add(bytes), bytes));
		}
		finally {
			this.speaking.unlock();
		}
	}

	@Override
	public void ended(int code) {
		try {
			awaitAnnouncement();
			this.speaking.lockInterruptibly();
			try {
				this.exitCode = code;
				this.terminals.ended(this);
				show(exit(code));
			}
			finally {
				this.speaking.unlock();
			}
		}
		catch (InterruptedException ex) {
			this.exitCode = code;
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Tell one client that it has ended together with the session.
	 */
	void lost(Viewer viewer) {
		viewer.tryShow(exit(PseudoTerminal.KILLED));
	}

	private void awaitAnnouncement() throws InterruptedException {
		this.announced.await();
		if (!this.shown) {
			this.shown = true;
			TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE_MILLIS);
		}
	}

	private void show(Map<String, ?> event) throws InterruptedException {
		for (Viewer viewer : this.terminals.viewers()) {
			if (!this.attached.contains(viewer)) {
				viewer.tryShow(event);
			}
			else if (!viewer.show(event)) {
				this.attached.remove(viewer);
			}
		}
	}

	/**
	 * The offset is this runtime's own: the service is not known to tell it.
	 */
	private Map<String, ?> output(long offset, byte[] bytes) {
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("eventType", "pty.output");
		event.put("ptySessionId", this.id);
		String text = text(bytes);
		event.put("encoding", (text != null) ? "utf8" : "base64");
		event.put("data", (text != null) ? text : Base64.getEncoder().encodeToString(bytes));
		event.put("offset", offset);
		return event;
	}

	private Map<String, ?> exit(int code) {
		return Map.of("eventType", "pty.exit", "ptySessionId", this.id, "exitCode", code);
	}

	private static @Nullable String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/**
	 * Tells a client where what it is shown begins.
	 */
	@FunctionalInterface
	public interface Answer {

		/**
		 * Tell it.
		 * @param offset how much of the output it is not shown
		 * @throws InterruptedException if the waiting thread is interrupted
		 */
		void begin(long offset) throws InterruptedException;

	}

}
