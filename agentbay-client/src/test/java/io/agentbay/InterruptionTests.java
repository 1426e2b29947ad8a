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

package io.agentbay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.command.CommandHandle;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallFailedException;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.event.EventSubscription;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Whoever shuts an executor down interrupts the threads that hold sessions: they give
 * them up all the same, and keep their flag.
 */
@Tag("failure")
class InterruptionTests {

	private static final int ROUNDS = Integer.getInteger("agentbay.test.interruptions", 200);

	private static final int THREADS = 4;

	@Test
	void anInterruptedThreadEndsItsSession() throws InterruptedException {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session()).answers(400, Replies.gone());
				AgentBay agentBay = server.client().build()) {
			Session session = agentBay.create();
			Interrupted interrupted = Interrupted.doing(session::close);
			assertThat(interrupted.thrown()).isNull();
			assertThat(interrupted.flag()).isTrue();
			assertThat(server.actions()).containsExactly("CreateMcpSession", "DeleteSessionAsync");
			assertThat(agentBay.cachedSessions()).isEmpty();
		}
	}

	@Test
	void aSessionThatAnInterruptedThreadCannotEndIsAFailureAsForAnyOther() throws InterruptedException {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = server.client().build()) {
			Session session = agentBay.create();
			Interrupted interrupted = Interrupted.doing(session::close);
			assertThat(interrupted.thrown()).isInstanceOf(AgentBayException.class)
				.isNotInstanceOf(CallInterruptedException.class);
			assertThat(interrupted.flag()).isTrue();
		}
	}

	@Test
	void anInterruptedThreadClosesTheClientWithAllItsThreads() throws InterruptedException {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session())) {
			Set<Thread> others = Thread.getAllStackTraces().keySet();
			AgentBay agentBay = server.client().build();
			agentBay.get(Replies.SESSION);
			List<Thread> loops = Thread.getAllStackTraces()
				.keySet()
				.stream()
				.filter((thread) -> !others.contains(thread) && thread.getName().startsWith("agentbay-http"))
				.toList();
			Interrupted interrupted = Interrupted.doing(agentBay::close);
			assertThat(interrupted.thrown()).isNull();
			assertThat(interrupted.flag()).isTrue();
			agentBay.close();
			assertThat(loops).isNotEmpty();
			Awaitility.await().until(() -> loops.stream().noneMatch(Thread::isAlive));
		}
	}

	@Test
	void anInterruptWhilePagesAreReadIsToldAsElsewhere() throws InterruptedException {
		try (ScriptedServer server = new ScriptedServer().keepsSilent(); AgentBay agentBay = server.client().build()) {
			Interrupted interrupted = Interrupted.doing(() -> agentBay.list(SessionQuery.all()).forEach((session) -> {
			}));
			assertThat(interrupted.thrown()).isInstanceOf(CallInterruptedException.class);
			assertThat(interrupted.flag()).isTrue();
		}
	}

	@Test
	void anInterruptEndsTheWaitForBytesAndLosesNone() throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime).build();
				Session session = agentBay.create()) {
			CommandHandle command = session.command().start("read line; echo $line", (start) -> start.withOpenInput());
			InputStream output = command.stdout(0);
			Interrupted interrupted = Interrupted.doing(() -> read(output));
			assertThat(interrupted.thrown()).isInstanceOf(CallInterruptedException.class);
			assertThat(interrupted.flag()).isTrue();
			command.write("here\n");
			assertThat(output.readAllBytes()).asString().isEqualTo("here\n");
		}
	}

	@Test
	void whoeverOnlyLooksHasNothingToFearFromAnInterrupt() throws InterruptedException {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session()).keepsSilent();
				AgentBay agentBay = server.client().build()) {
			Session session = agentBay.create();
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			Thread thread = new Thread(() -> thrown.set(catchThrowable(() -> session.fileSystem().read("/f"))));
			thread.start();
			Awaitility.await().until(() -> server.actions().contains("CallMcpTool"));
			thread.interrupt();
			thread.join();
			assertThat(thrown.get()).isInstanceOf(CallInterruptedException.class);
		}
	}

	@Test
	void shuttingAnExecutorDownLeavesNoSession() throws InterruptedException {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime).maxConnections(2 * THREADS).build()) {
			for (int round = 0; round < ROUNDS / THREADS; round++) {
				shutDownInTheMiddle(agentBay, round);
			}
			// Those whose creation was given up are ended in the background.
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> runtime.liveSessionIds().isEmpty());
			assertThat(agentBay.cachedSessions()).isEmpty();
		}
	}

	private static void read(InputStream stream) {
		try {
			stream.read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void shutDownInTheMiddle(AgentBay agentBay, int round) throws InterruptedException {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		CountDownLatch begun = new CountDownLatch(round % THREADS);
		for (int thread = 0; thread < THREADS; thread++) {
			executor.execute(() -> {
				try (Session session = agentBay.create()) {
					begun.countDown();
					session.fetchLabels();
				}
				catch (CallFailedException ex) {
					// as it shall be: this thread was interrupted
				}
			});
		}
		begun.await();
		executor.shutdownNow();
		assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
	}

	@Test
	void aWatchIsClosedByAnInterruptedThread() throws InterruptedException {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime).build();
				Session session = agentBay.create()) {
			session.fileSystem().createDirectory("watched");
			EventSubscription watch = session.fileSystem().watch("watched", (event) -> {
			});
			Interrupted interrupted = Interrupted.doing(watch::close);
			assertThat(interrupted.thrown()).isNull();
			assertThat(interrupted.flag()).isTrue();
			assertThat(watch.isActive()).isFalse();
		}
	}

	/** What became of something that an interrupted thread did. */
	private record Interrupted(Throwable thrown, boolean flag) {

		static Interrupted doing(Runnable work) throws InterruptedException {
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			AtomicBoolean flag = new AtomicBoolean();
			Thread thread = new Thread(() -> {
				Thread.currentThread().interrupt();
				thrown.set(catchThrowable(work::run));
				flag.set(Thread.currentThread().isInterrupted());
			});
			thread.start();
			thread.join();
			return new Interrupted(thrown.get(), flag.get());
		}

	}

}
