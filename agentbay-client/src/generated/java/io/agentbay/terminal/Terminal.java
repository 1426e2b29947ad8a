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
// Written by agentbay-face from ReactiveTerminal. Change that, not this.

package io.agentbay.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A terminal of a session that this client is attached to. The attachment ends with the
 * program in the terminal, with {@link #detach()} and {@link #close()}, with the
 * connection and with the session; who uses it then is told: by a
 * {@link io.agentbay.error.NotFoundException} when the program has ended, a
 * {@link io.agentbay.error.SessionGoneException} when the session has, and a
 * {@link io.agentbay.error.StreamBrokenException} else. A terminal whose connection was
 * lost goes on in the session: {@link Terminals#attach(String, long)} leads back. Called
 * by applications: new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface Terminal extends AutoCloseable {

	/**
	 * Return the id of the terminal.
	 * @return the id
	 */
	String id();

	/**
	 * Return whether the program runs, as far as is known, and this is told of it.
	 * @return whether it is attached
	 */
	boolean isAttached();

	/**
	 * Return the exit code of the program.
	 * @return the exit code, nothing if it has not ended, as far as is known; -9 after it
	 * was killed
	 */
	OptionalInt exitCode();

	/**
	 * Return how much of the output of the terminal, in bytes, comes before what
	 * {@link #output()} brings next.
	 * @return the number of bytes since the terminal was opened; nothing if the session
	 * does not tell, which concerns those that were attached to
	 */
	OptionalLong position();

	/**
	 * Return how much of the output that was asked for is lost for good, in bytes.
	 * @return 0 if nothing is; nothing if the session does not tell, which concerns those
	 * that were attached to at a position
	 */
	OptionalLong missed();

	/**
	 * Read what is written on the terminal, from its first byte on. It is read once. It
	 * ends when the program has ended and all was read, and with a
	 * {@link io.agentbay.error.CallFailedException} or a
	 * {@link io.agentbay.error.ServiceException} when something is missing or more may
	 * come that this is not told. A part of it may end in the middle of a character.
	 * While about a mebibyte waits to be read nothing more is read from the WebSocket of
	 * the session, and so the program has to wait; when nothing is taken for ten seconds
	 * then, the output is given up, since others use the same WebSocket.
	 * @return the bytes
	 */
	InputStream output();

	/**
	 * Type text, in UTF-8. Enter is {@code \r}, Ctrl-C is {@code \u0003}, the end of
	 * input {@code \u0004}.
	 * @param text what is typed
	 * @throws IllegalArgumentException if there is no text, or half a character in it
	 */
	void write(String text);

	/**
	 * Type bytes.
	 * @param bytes what is typed
	 * @throws IllegalArgumentException if there are no bytes
	 */
	void write(byte[] bytes);

	/**
	 * Change the size. The program is told by the signal {@code SIGWINCH}.
	 * @param columns how many characters are in a line, 1 to 500
	 * @param rows how many lines there are, 1 to 500
	 * @throws IllegalArgumentException if one of them is out of its range
	 */
	void resize(int columns, int rows);

	/**
	 * Wait for the end of the program.
	 * @return its exit code, -9 after it was killed
	 */
	int awaitExit();

	/**
	 * Wait for the end of the program, but not for ever.
	 * @param timeout the longest time; after it the program runs on, and it is a
	 * {@link io.agentbay.error.StreamBrokenException} whose reason is {@code TIMEOUT}
	 * @return its exit code, -9 after it was killed
	 * @throws IllegalArgumentException if the time is not positive
	 */
	int awaitExit(Duration timeout);

	/**
	 * Kill the program and what it has started, and wait for its end.
	 */
	void kill();

	/**
	 * Leave the terminal without ending it. Sends nothing. What was written on it and not
	 * read can be read, then the output ends with a
	 * {@link io.agentbay.error.StreamBrokenException} whose reason is {@code CLOSED}.
	 */
	void detach();

	/**
	 * Close the terminal: kill the program, if this is attached to it. Does nothing if it
	 * has ended, was detached, or its connection or session is lost.
	 */
	void close();

	/**
	 * Return a stream to type by. Each write is sent at once. To close it types the end
	 * of input, Ctrl-D. It waits, and so cannot be used on an event loop.
	 * @return the stream
	 */
	OutputStream input();

	/**
	 * Return the program in the form that Java has for its own: its input is typed, its
	 * output is {@link #output()}, its error output is empty, as a terminal has only one,
	 * and to destroy it is {@link #kill()}. It has no process id. It waits, and so cannot
	 * be used on an event loop.
	 * @return the process
	 */
	Process asProcess();

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveTerminal reactive();

}
