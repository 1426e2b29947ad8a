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

package io.agentbay.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.agentbay.AgentBay;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandHandle;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.FaultProxy;
import io.agentbay.testing.FaultProxy.Direction;
import io.agentbay.testing.FaultProxy.Kind;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection is cut again and again while a command is watched. With
 * {@code -Dagentbay.test.cut-bytes=1073741824 -Dagentbay.test.cuts=100} it takes as long
 * as that sounds.
 */
class CutStreamTests {

	private static final long BYTES = Long.getLong("agentbay.test.cut-bytes", 12_000_000);

	private static final int CUTS = Integer.getInteger("agentbay.test.cuts", 10);

	private static final Duration LIMIT = Duration.ofMinutes(30);

	private final Random random = new Random(FaultyRuntime.SEED);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final FaultProxy proxy = new FaultProxy(this.runtime.endpoint());

	private final AgentBay undisturbed = LocalClient.of(this.runtime).build();

	private final AgentBay disturbed = LocalClient.of(this.runtime)
		.endpoint(this.proxy.endpoint())
		.responseTimeout(Duration.ofSeconds(30))
		.build();

	private final Session session = this.disturbed.get(this.undisturbed.create().id());

	@AfterEach
	void stop() {
		this.disturbed.close();
		this.undisturbed.close();
		this.proxy.close();
		this.runtime.close();
	}

	@Test
	void everyByteArrivesOnceHoweverOftenTheConnectionIsCut() throws Exception {
		CommandHandle command = this.session.command()
			.start("seq 1 999999999 | head -c %1$d | tee whole; sha256sum <whole >sum".formatted(BYTES));
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		AtomicInteger cuts = new AtomicInteger();
		AtomicLong next = new AtomicLong();
		long read;
		try (OutputStream sum = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
			read = command.reactive().stdout(0).map((buffer) -> {
				byte[] bytes = new byte[buffer.readableByteCount()];
				buffer.read(bytes);
				write(sum, bytes);
				return (long) bytes.length;
			}).scan(0L, Long::sum).doOnNext((sofar) -> {
				if (sofar >= next.get() && cuts.get() < CUTS && this.proxy.disarm()) {
					cuts.incrementAndGet();
					next.set(sofar + BYTES / (CUTS + 1));
					this.proxy.strike(Kind.CUT, Direction.RESPONSE, this.random.nextInt(50_000), Duration.ZERO);
				}
			}).blockLast(LIMIT);
		}
		assertThat(read).as("seed %d", FaultyRuntime.SEED).isEqualTo(BYTES);
		assertThat(command.awaitExit(LIMIT)).isZero();
		assertThat(this.undisturbed.get(this.session.id()).fileSystem().read("sum"))
			.startsWith(HexFormat.of().formatHex(digest.digest()));
		assertThat(cuts.get()).isGreaterThan(1);
	}

	private static void write(OutputStream out, byte[] bytes) {
		try {
			out.write(bytes);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aCutIsToldAndTheEventsGoOn() {
		StringBuilder printed = new StringBuilder();
		AtomicInteger interruptions = new AtomicInteger();
		this.session.command().stream("for i in 1 2 3 4 5 6; do echo $i; sleep 0.4; done", (event) -> {
			if (event instanceof CommandEvent.Stdout out) {
				if (printed.isEmpty()) {
					this.proxy.strike(Kind.CUT, Direction.RESPONSE, 20, Duration.ZERO);
				}
				printed.append(out.chunk());
			}
			else if (event instanceof CommandEvent.Interrupted) {
				interruptions.incrementAndGet();
			}
		}).requireSuccess();
		assertThat(printed).hasToString("1\n2\n3\n4\n5\n6\n");
		assertThat(interruptions).hasValue(1);
	}

	@Test
	void whatIsStartedAndWrittenIsSoOnceHoweverOftenAnswersAreLost() {
		for (int round = 0; round < 8; round++) {
			Direction direction = (round % 2 == 0) ? Direction.REQUEST : Direction.RESPONSE;
			String log = "log" + round;
			this.proxy.strike(Kind.CUT, direction, this.random.nextInt(300), Duration.ZERO);
			CommandHandle command = this.session.command()
				.start("echo started >>%1$s; cat >>%1$s".formatted(log), (options) -> options.withOpenInput());
			this.proxy.disarm();
			this.proxy.strike(Kind.CUT, direction, this.random.nextInt(300), Duration.ZERO);
			command.write("one\n");
			this.proxy.disarm();
			command.write("two\n");
			command.closeInput();
			assertThat(command.awaitExit(LIMIT)).isZero();
			assertThat(this.session.fileSystem().read(log)).as("seed %d", FaultyRuntime.SEED)
				.isEqualTo("started\none\ntwo\n");
		}
	}

}
