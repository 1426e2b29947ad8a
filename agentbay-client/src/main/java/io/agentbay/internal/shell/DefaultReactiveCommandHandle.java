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

package io.agentbay.internal.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandPosition;
import io.agentbay.command.CommandStatus;
import io.agentbay.command.ReactiveCommandHandle;
import io.agentbay.error.CallDetails;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.text.Durations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.Assert;

/**
 * A command in the files of a session.
 */
final class DefaultReactiveCommandHandle implements ReactiveCommandHandle {

	/** A shell in the session would pass over any other without a word. */
	private static final Set<String> SIGNALS = Set.of("HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL",
			"USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU",
			"URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS");

	/** In base64 it has to fit into a command line. */
	private static final int PIECE = 48 * 1024;

	private static final long NOTHING = Long.MAX_VALUE;

	private final CommandShell shell;

	private final String id;

	private final String command;

	private final WritingOrder writes = new WritingOrder();

	DefaultReactiveCommandHandle(CommandShell shell, String id, String command) {
		this.shell = shell;
		this.id = id;
		this.command = command;
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public Mono<CommandStatus> fetchStatus() {
		return this.shell.status(this.id);
	}

	@Override
	public Flux<CommandEvent> events(CommandPosition position) {
		Assert.notNull(position, "'position' must not be null");
		return Flux.defer(() -> {
			CommandEvents events = new CommandEvents(this.command, position);
			return news(position.stdout(), position.stderr()).concatMapIterable(events::of, 1);
		});
	}

	@Override
	public Flux<DataBuffer> stdout(long offset) {
		Assert.isTrue(offset >= 0, "'offset' must not be negative");
		return bytes(offset, NOTHING, CommandLook::stdout);
	}

	@Override
	public Flux<DataBuffer> stderr(long offset) {
		Assert.isTrue(offset >= 0, "'offset' must not be negative");
		return bytes(NOTHING, offset, CommandLook::stderr);
	}

	private Flux<DataBuffer> bytes(long stdout, long stderr, Function<CommandLook, byte[]> output) {
		return Flux.defer(() -> news(stdout, stderr)).concatMapIterable((news) -> {
			CommandLook look = news.look();
			byte[] bytes = (look != null) ? output.apply(look) : new byte[0];
			return (bytes.length > 0) ? List.of((DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(bytes))
					: List.<DataBuffer>of();
		}, 1);
	}

	private Flux<CommandNews.News> news(long stdout, long stderr) {
		return new CommandNews(this.shell, this.id, stdout, stderr).news();
	}

	@Override
	public Mono<Void> write(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		byte[] copy = bytes.clone();
		return this.writes.then(Flux.range(0, (copy.length + PIECE - 1) / PIECE)
			.concatMap((piece) -> this.shell.write(this.id,
					Arrays.copyOfRange(copy, piece * PIECE, Math.min(copy.length, (piece + 1) * PIECE))), 1)
			.then());
	}

	@Override
	public Mono<Void> closeInput() {
		return this.writes.then(this.shell.closeInput(this.id));
	}

	@Override
	public Mono<Integer> awaitExit() {
		return Flux.defer(() -> news(NOTHING, NOTHING))
			.last()
			.map((news) -> Objects.requireNonNull(Objects.requireNonNull(news.look()).exitCode()));
	}

	@Override
	public Mono<Integer> awaitExit(Duration timeout) {
		Durations.requirePositive(timeout, "timeout");
		return awaitExit().timeout(timeout,
				Mono.error(() -> new StreamBrokenException(Reason.TIMEOUT,
						"The command %s did not end within %s".formatted(this.id, Durations.text(timeout)),
						new CallDetails("shell", null, null), null)));
	}

	@Override
	public Mono<Void> signal(String signal) {
		Assert.notNull(signal, "'signal' must not be null");
		String name = signal.startsWith("SIG") ? signal.substring(3) : signal;
		Assert.isTrue(SIGNALS.contains(name), () -> "'signal' must be the name of a signal, such as INT: " + signal);
		return this.shell.signal(this.id, name);
	}

	@Override
	public Mono<Void> remove() {
		return this.shell.remove(this.id);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DefaultReactiveCommandHandle that && this.shell == that.shell
				&& this.id.equals(that.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	@Override
	public String toString() {
		return "CommandHandle[" + this.id + "]";
	}

}
