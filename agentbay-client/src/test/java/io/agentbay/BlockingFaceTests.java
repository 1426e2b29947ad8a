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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.command.Command;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.command.CommandStatus;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.command.ReactiveCommandHandle;
import io.agentbay.command.StartOptions;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.ServiceException;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The blocking face waits for the reactive one, and is nothing but that.
 */
class BlockingFaceTests {

	@Test
	void waitingOnAnEventLoopIsRefusedWithAHint() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			Mono<Object> onEventLoop = Mono.<Object>fromCallable(() -> agentBay.get(Replies.SESSION))
				.subscribeOn(Schedulers.parallel());
			assertThatIllegalStateException().isThrownBy(onEventLoop::block)
				.withMessageContaining("ReactiveAgentBay")
				.withMessageContaining("parallel-");
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with Java 21")
	void waitingOnAVirtualThreadWorks() throws Exception {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = server.client().build()) {
			boolean[] found = new boolean[1];
			Thread thread = (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class)
				.invoke(null, (Runnable) () -> found[0] = agentBay.find(Replies.SESSION).isPresent());
			thread.join();
			assertThat(found[0]).isTrue();
		}
	}

	@Test
	void aFakeOfTheReactiveFaceGivesTheBlockingOne() {
		ReactiveCommand fake = new ReactiveCommand() {

			@Override
			public Mono<CommandResult> run(String command, CommandOptions options) {
				return Mono.just(CommandResult.builder(command).stdout("faked: " + command).build());
			}

			@Override
			public Flux<CommandEvent> stream(String command, StartOptions options) {
				return run(command).map(CommandEvent.Finished::new).cast(CommandEvent.class).flux();
			}

			@Override
			public Mono<ReactiveCommandHandle> start(String command, StartOptions options) {
				return Mono.error(new UnsupportedOperationException());
			}

			@Override
			public Mono<ReactiveCommandHandle> find(String id) {
				return Mono.empty();
			}

			@Override
			public Flux<CommandStatus> list() {
				return Flux.empty();
			}

		};
		Command blocking = fake.blocking();
		assertThat(blocking.run("uname").requireSuccess().stdout()).isEqualTo("faked: uname");
		List<CommandEvent> events = new ArrayList<>();
		assertThat(blocking.stream("id", events::add).stdout()).isEqualTo("faked: id");
		assertThat(events).hasSize(1);
		assertThat(blocking.find("none")).isEmpty();
		assertThat(blocking.list()).isEmpty();
		assertThat(blocking.reactive()).isSameAs(fake);
		assertThat(blocking).isEqualTo(fake.blocking()).hasSameHashCodeAs(fake.blocking());
	}

	@Test
	void bothFacesAreTheSameThing() {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = server.client().build()) {
			Session session = agentBay.get(Replies.SESSION);
			ReactiveSession reactive = session.reactive();
			assertThat(session.fileSystem()).isSameAs(session.fileSystem());
			assertThat(session.fileSystem().reactive()).isSameAs(reactive.fileSystem());
			assertThat(reactive.blocking()).isEqualTo(session);
			assertThat(agentBay.reactive().blocking()).isEqualTo(agentBay);
		}
	}

	@Test
	void anInterruptedWaitForAnEffectHasAnUnknownOutcomeAndKeepsTheFlag() throws InterruptedException {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session()).keepsSilent();
				AgentBay agentBay = server.client().build()) {
			Session session = agentBay.get(Replies.SESSION);
			Interrupted waiter = Interrupted.waitingFor(server, 2, () -> session.command().run("touch x"));
			assertThat(waiter.thrown()).isInstanceOf(OutcomeUnknownException.class)
				.hasMessageContaining("interrupted")
				.hasCauseInstanceOf(InterruptedException.class);
			assertThat(((OutcomeUnknownException) waiter.thrown()).mayHaveTakenEffect()).isTrue();
			assertThat(waiter.flag()).isTrue();
		}
	}

	@Test
	void anInterruptedWaitForAnAnswerIsHarmlessAndKeepsTheFlag() throws InterruptedException {
		try (ScriptedServer server = new ScriptedServer().keepsSilent(); AgentBay agentBay = server.client().build()) {
			Interrupted waiter = Interrupted.waitingFor(server, 1, () -> agentBay.get(Replies.SESSION));
			assertThat(waiter.thrown()).isInstanceOf(CallInterruptedException.class);
			assertThat(((CallInterruptedException) waiter.thrown()).mayHaveTakenEffect()).isFalse();
			assertThat(waiter.flag()).isTrue();
		}
	}

	@Test
	void eachSubscriberGetsAnExceptionOfItsOwn() {
		try (ScriptedServer server = new ScriptedServer().answers(400, Replies.gone()).answers(400, Replies.gone());
				ReactiveAgentBay agentBay = server.client().buildReactive()) {
			Mono<ReactiveSession> gone = agentBay.get(Replies.SESSION);
			List<Throwable> thrown = List.of(catchThrowable(gone::block), catchThrowable(gone::block));
			assertThat(thrown).allSatisfy((one) -> assertThat(one).isInstanceOf(ServiceException.class));
			assertThat(thrown.get(0)).isNotSameAs(thrown.get(1));
		}
	}

	/** What a thread met that was interrupted while it waited. */
	private record Interrupted(Throwable thrown, boolean flag) {

		static Interrupted waitingFor(ScriptedServer server, int requests, ThrowingCallable call)
				throws InterruptedException {
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			AtomicBoolean flag = new AtomicBoolean();
			Thread thread = new Thread(() -> {
				thrown.set(catchThrowable(call));
				flag.set(Thread.currentThread().isInterrupted());
			});
			thread.start();
			Awaitility.await().until(() -> server.requests().size() == requests);
			thread.interrupt();
			thread.join();
			return new Interrupted(thrown.get(), flag.get());
		}

	}

}
