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

package io.agentbay.command;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.agentbay.internal.blocking.BlockingCommandHandle;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import io.agentbay.internal.blocking.CommandInput;
import io.agentbay.internal.blocking.CommandProcess;
import io.agentbay.internal.text.Sendable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

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
@CheckReturnValue
public interface ReactiveCommandHandle {

	/**
	 * Return the id of the command.
	 * @return the id, by which {@link ReactiveCommand#find(String)} finds it
	 */
	String id();

	/**
	 * Tell how the command stands.
	 * @return its status
	 */
	Mono<CommandStatus> fetchStatus();

	/**
	 * Tell what the command does, from its beginning.
	 * @return what it does, see {@link #events(CommandPosition)}
	 */
	@BlockingShape(value = Kind.EVENTS, result = CommandResult.class, last = CommandEvent.Finished.class)
	default Flux<CommandEvent> events() {
		return events(CommandPosition.START);
	}

	/**
	 * Tell what the command does, from where one has left off. Both outputs are told
	 * apart; in which order it wrote to the one and to the other cannot be told for what
	 * was written within about a tenth of a second. A lost connection is an event, see
	 * {@link CommandEvent.Interrupted}. After a minute without an answer it ends with a
	 * {@link io.agentbay.error.StreamBrokenException}; the command runs on then. The last
	 * event is {@link CommandEvent.Finished}. At most about a mebibyte of each output is
	 * held here; what is not taken waits in the session, and the command does not wait.
	 * @param position how much of its outputs was read already
	 * @return what it does
	 * @throws IllegalArgumentException if there is no position
	 * @apiNote cancelling the subscription does not end the command.
	 */
	@BlockingShape(value = Kind.EVENTS, result = CommandResult.class, last = CommandEvent.Finished.class)
	Flux<CommandEvent> events(CommandPosition position);

	/**
	 * Read the standard output, byte by byte as it was written, until the command has
	 * ended.
	 * @param offset how many bytes to leave out
	 * @return the bytes, with an error where those of {@link #events(CommandPosition)}
	 * have one
	 * @throws IllegalArgumentException if the offset is negative
	 * @apiNote the buffers are plain memory, so that releasing them is not necessary.
	 */
	@BlockingShape(Kind.BYTES)
	Flux<DataBuffer> stdout(long offset);

	/**
	 * Read the standard error, byte by byte as it was written, until the command has
	 * ended.
	 * @param offset how many bytes to leave out
	 * @return the bytes, with an error where those of {@link #events(CommandPosition)}
	 * have one
	 * @throws IllegalArgumentException if the offset is negative
	 * @apiNote the buffers are plain memory, so that releasing them is not necessary.
	 */
	@BlockingShape(Kind.BYTES)
	Flux<DataBuffer> stderr(long offset);

	/**
	 * Write text to the standard input, in UTF-8.
	 * @param text the text
	 * @return completes when the session has it, see {@link #write(byte[])}
	 * @throws IllegalArgumentException if there is no text, or half a character in it
	 */
	default Mono<Void> write(String text) {
		Assert.notNull(text, "'text' must not be null");
		Sendable.require(text, "text");
		return write(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Write bytes to the standard input. They are written once, also when a connection is
	 * lost meanwhile, and in the order of the calls. While a mebibyte waits for the
	 * command to read it, this waits. It is a {@link io.agentbay.error.ServiceException}
	 * if the command has ended, has closed its input, or was not started with an open
	 * one.
	 * @param bytes the bytes
	 * @return completes when the session has them; the command may not have read them yet
	 * @throws IllegalArgumentException if there are no bytes
	 */
	Mono<Void> write(byte[] bytes);

	/**
	 * Close the standard input: the command reads its end after what was written. Does
	 * nothing if it is closed.
	 * @return completes when the session knows
	 */
	Mono<Void> closeInput();

	/**
	 * Wait for the end of the command.
	 * @return its exit code, see {@link CommandStatus#exitCode()}
	 */
	Mono<Integer> awaitExit();

	/**
	 * Wait for the end of the command, but not for ever.
	 * @param timeout the longest time; after it the command runs on, and it is a
	 * {@link io.agentbay.error.StreamBrokenException} whose reason is {@code TIMEOUT}
	 * @return its exit code, see {@link CommandStatus#exitCode()}
	 * @throws IllegalArgumentException if the time is not positive
	 */
	Mono<Integer> awaitExit(Duration timeout);

	/**
	 * Send a signal to the command and what it has started: to its process group. Does
	 * nothing if the command has ended.
	 * @param signal its name without {@code SIG}, such as {@code INT}
	 * @return completes when it was sent
	 * @throws IllegalArgumentException if it cannot be the name of a signal
	 */
	Mono<Void> signal(String signal);

	/**
	 * Kill the command and what it has started, and wait for its end.
	 * @return completes when it has ended
	 */
	default Mono<Void> kill() {
		return signal("KILL").then(awaitExit()).then();
	}

	/**
	 * Kill the command if it runs, and delete all that the session knows of it.
	 * @return completes when it is gone; nothing is wrong if it was gone before
	 */
	Mono<Void> remove();

	/**
	 * Return a stream to write by. Each write is sent at once, so that a buffer around it
	 * saves time. To close it closes the standard input. It waits, and so cannot be used
	 * on an event loop.
	 * @return the stream
	 */
	default OutputStream input() {
		return new CommandInput(this);
	}

	/**
	 * Return the command in the form that Java has for its own programs, with both
	 * outputs from their beginning. To destroy it sends {@code SIGTERM}, to do so
	 * forcibly {@code SIGKILL}, both to its process group. It has no process id, and is
	 * not removed. It waits, and so cannot be used on an event loop.
	 * @return the process
	 */
	default Process asProcess() {
		return new CommandProcess(this);
	}

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default CommandHandle blocking() {
		return new BlockingCommandHandle(this);
	}

}
