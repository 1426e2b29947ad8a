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
// Written by agentbay-face from ReactiveCommandHandle. Change that, not this.

package io.agentbay.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A command that was started in a session. It runs on whether this is used or not, until
 * it ends by itself, by its time limit, by {@link #kill()} or {@link #remove()}, or with
 * the session. What it writes is kept in files of the session until it is removed, and
 * counts towards the space that the session has.
 * <p>
 * All that is asked or told here goes by the tool {@code shell} to a few files in the
 * directory {@code agentbay-commands} of the session's temporary directory; nothing is
 * bound to a connection or to a client. Reading is repeated when a connection is lost,
 * and so are starting and writing, which the session does at most once all the same.
 * Called by applications: new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface CommandHandle {

	/**
	 * Return the id of the command.
	 * @return the id, by which {@link Command#find(String)} finds it
	 */
	String id();

	/**
	 * Tell how the command stands.
	 * @return its status
	 */
	CommandStatus fetchStatus();

	/**
	 * Tell what the command does, from its beginning.
	 * @param consumer told each item, one after the other
	 * @return the result that the last of them carries
	 */
	CommandResult events(Consumer<? super CommandEvent> consumer);

	/**
	 * Tell what the command does, from where one has left off. Both outputs are told
	 * apart; in which order it wrote to the one and to the other cannot be told for what
	 * was written within about a tenth of a second. A lost connection is an event, see
	 * {@link CommandEvent.Interrupted}. After a minute without an answer it ends with a
	 * {@link io.agentbay.error.StreamBrokenException}; the command runs on then. The last
	 * event is {@link CommandEvent.Finished}. At most about a mebibyte of each output is
	 * held here; what is not taken waits in the session, and the command does not wait.
	 * @param position how much of its outputs was read already
	 * @param consumer told each item, one after the other
	 * @return the result that the last of them carries
	 * @throws IllegalArgumentException if there is no position
	 */
	CommandResult events(CommandPosition position, Consumer<? super CommandEvent> consumer);

	/**
	 * Read the standard output, byte by byte as it was written, until the command has
	 * ended.
	 * @param offset how many bytes to leave out
	 * @return the bytes, with an error where those of
	 * {@link #events(CommandPosition, Consumer)} have one
	 * @throws IllegalArgumentException if the offset is negative
	 */
	InputStream stdout(long offset);

	/**
	 * Read the standard error, byte by byte as it was written, until the command has
	 * ended.
	 * @param offset how many bytes to leave out
	 * @return the bytes, with an error where those of
	 * {@link #events(CommandPosition, Consumer)} have one
	 * @throws IllegalArgumentException if the offset is negative
	 */
	InputStream stderr(long offset);

	/**
	 * Write text to the standard input, in UTF-8.
	 * @param text the text
	 * @throws IllegalArgumentException if there is no text, or half a character in it
	 */
	void write(String text);

	/**
	 * Write bytes to the standard input. They are written once, also when a connection is
	 * lost meanwhile, and in the order of the calls. While a mebibyte waits for the
	 * command to read it, this waits. It is a {@link io.agentbay.error.ServiceException}
	 * if the command has ended, has closed its input, or was not started with an open
	 * one.
	 * @param bytes the bytes
	 * @throws IllegalArgumentException if there are no bytes
	 */
	void write(byte[] bytes);

	/**
	 * Close the standard input: the command reads its end after what was written. Does
	 * nothing if it is closed.
	 */
	void closeInput();

	/**
	 * Wait for the end of the command.
	 * @return its exit code, see {@link CommandStatus#exitCode()}
	 */
	int awaitExit();

	/**
	 * Wait for the end of the command, but not for ever.
	 * @param timeout the longest time; after it the command runs on, and it is a
	 * {@link io.agentbay.error.StreamBrokenException} whose reason is {@code TIMEOUT}
	 * @return its exit code, see {@link CommandStatus#exitCode()}
	 * @throws IllegalArgumentException if the time is not positive
	 */
	int awaitExit(Duration timeout);

	/**
	 * Send a signal to the command and what it has started: to its process group. Does
	 * nothing if the command has ended.
	 * @param signal its name without {@code SIG}, such as {@code INT}
	 * @throws IllegalArgumentException if it cannot be the name of a signal
	 */
	void signal(String signal);

	/**
	 * Kill the command and what it has started, and wait for its end.
	 */
	void kill();

	/**
	 * Kill the command if it runs, and delete all that the session knows of it.
	 */
	void remove();

	/**
	 * Return a stream to write by. Each write is sent at once, so that a buffer around it
	 * saves time. To close it closes the standard input. It waits, and so cannot be used
	 * on an event loop.
	 * @return the stream
	 */
	OutputStream input();

	/**
	 * Return the command in the form that Java has for its own programs, with both
	 * outputs from their beginning. To destroy it sends {@code SIGTERM}, to do so
	 * forcibly {@code SIGKILL}, both to its process group. It has no process id, and is
	 * not removed. It waits, and so cannot be used on an event loop.
	 * @return the process
	 */
	Process asProcess();

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveCommandHandle reactive();

}
