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

package io.agentbay.local.internal.http;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.agentbay.local.internal.context.ContextRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBufferLimitException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WorkerCalls}.
 */
class WorkerCallsTests {

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

	@BeforeEach
	void listen() {
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void stopListening() {
		this.root.detachAppender(this.log);
	}

	@Test
	void aFailureIsToldAsItIs() {
		StepVerifier.create(WorkerCalls.on(Runnable::run, () -> {
			throw new IOException("broken");
		})).verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IOException.class).hasMessage("broken"));
		assertThat(this.log.list).isEmpty();
	}

	@Test
	void aRefusalThatNobodyWaitsForIsQuiet() {
		failUnheard(() -> {
			throw new ContextRefusedException("AccessDenied", "Too late");
		});
		failUnheard(() -> {
			throw new DataBufferLimitException("Too large");
		});
		assertThat(this.log.list).extracting(ILoggingEvent::getLevel)
			.allMatch((level) -> !level.isGreaterOrEqual(Level.INFO));
	}

	@Test
	void aDiskThatFailsIsToldThoughNobodyWaits() {
		failUnheard(() -> {
			throw new IOException("No space left on device");
		});
		assertThat(this.log.list).singleElement().satisfies((event) -> {
			assertThat(event.getLevel()).isEqualTo(Level.WARN);
			assertThat(event.getThrowableProxy().getMessage()).isEqualTo("No space left on device");
		});
	}

	private void failUnheard(Callable<Object> work) {
		WorkerCalls.on(this.waiting::add, work).subscribe().dispose();
		this.waiting.remove().run();
	}

}
