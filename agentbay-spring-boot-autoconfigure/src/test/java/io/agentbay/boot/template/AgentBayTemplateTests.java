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

package io.agentbay.boot.template;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.pool.ReactiveSessionSource;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.error.ServiceException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link AgentBayTemplate} and {@link ReactiveAgentBayTemplate}.
 */
class AgentBayTemplateTests {

	private static final String REFUSAL = "{\"Code\":\"InternalError\",\"Message\":\"not today\",\"RequestId\":\"R-1\"}";

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final ReactiveAgentBay client = ReactiveAgentBay.builder()
		.apiKey(this.service.apiKey())
		.endpoint(this.service.endpoint().toString())
		.buildReactive();

	private final ReactiveAgentBayTemplate reactive = new ReactiveAgentBayTemplate(this.client);

	private final AgentBayTemplate template = new AgentBayTemplate(this.client.blocking());

	@AfterEach
	void stop() {
		this.client.close();
		this.service.close();
	}

	@Test
	void workIsDoneInASessionThatIsGoneAfterwards() {
		String output = this.template
			.execute((session) -> session.command().run("echo done").requireSuccess().stdout());
		assertThat(output).isEqualTo("done\n");
		assertNoSessionIsLeft(1);
	}

	@Test
	void kindOfTheSessionCanBeChosen() {
		String image = this.template.execute(CreateSessionOptions.ofImage("code_latest"),
				(session) -> session.imageId());
		assertThat(image).isEqualTo("code_latest");
	}

	@Test
	void exceptionOfTheWorkIsThrownAfterTheSessionIsGone() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.template.execute((session) -> {
			throw new IOException("disk full");
		})).withMessage("disk full");
		assertNoSessionIsLeft(1);
	}

	@Test
	void sessionOfAnInterruptedThreadIsReleased() throws InterruptedException {
		AtomicReference<Boolean> interrupted = new AtomicReference<>();
		Thread worker = new Thread(() -> {
			this.template.execute((session) -> {
				Thread.currentThread().interrupt();
				return null;
			});
			interrupted.set(Thread.currentThread().isInterrupted());
		});
		worker.start();
		worker.join();
		assertThat(interrupted).hasValue(true);
		assertNoSessionIsLeft(1);
	}

	@Test
	void refusedCreationIsThrown() {
		this.service.faults().onNext("CreateMcpSession", Fault.answer(400, REFUSAL));
		assertThatExceptionOfType(ServiceException.class)
			.isThrownBy(() -> this.template.execute((session) -> session.id()))
			.withMessageContaining("not today");
		assertNoSessionIsLeft(1);
	}

	@Test
	void failedReleaseKeepsTheResult() {
		this.service.faults().onNext("DeleteSessionAsync", Fault.answer(400, REFUSAL));
		assertThat(this.template.<String, RuntimeException>execute((session) -> "done")).isEqualTo("done");
		assertThat(this.client.cachedSessions()).hasSize(1);
	}

	@Test
	void interruptedWaitForASessionLosesNone() throws InterruptedException {
		this.service.faults().onNext("CreateMcpSession", Fault.delay(Duration.ofMillis(500)));
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		AgentBayTemplate template = new AgentBayTemplate(ReactiveSessionSource.newSessions(this.client).blocking());
		Thread worker = new Thread(() -> thrown
			.set(catchThrowable(() -> template.<String, RuntimeException>execute((session) -> session.id()))));
		worker.start();
		Awaitility.await().until(() -> !this.service.journal().calls("CreateMcpSession").isEmpty());
		worker.interrupt();
		worker.join();
		assertThat(thrown.get()).isInstanceOf(CallInterruptedException.class);
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.service.journal().calls("DeleteSessionAsync")).hasSize(1));
		Awaitility.await().untilAsserted(() -> assertNoSessionIsLeft(1));
	}

	@Test
	void fakesAreEnoughToTestWithATemplate() {
		AgentBay fake = mock();
		Session session = mock();
		given(session.id()).willReturn("s-1");
		given(fake.create()).willReturn(session);
		assertThat(new AgentBayTemplate(fake).<String, RuntimeException>execute(Session::id)).isEqualTo("s-1");
		then(session).should().close();
	}

	@Test
	void reactiveResultComesAfterTheSessionIsGone() {
		String id = this.reactive.execute((session) -> Mono.just(session.id())).block();
		assertThat(id).isNotNull();
		assertNoSessionIsLeft(1);
	}

	@Test
	void reactiveErrorComesAfterTheSessionIsGone() {
		assertThatIllegalStateException().isThrownBy(
				() -> this.reactive.execute((session) -> Mono.error(new IllegalStateException("failed"))).block());
		assertNoSessionIsLeft(1);
	}

	@Test
	void workThatCannotEvenBeginReleasesTheSession() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.reactive.execute((session) -> session.command().run("")).block());
		assertNoSessionIsLeft(1);
	}

	@Test
	void severalValuesComeFromOneSession() {
		assertThat(this.reactive.executeMany(CreateSessionOptions.defaults(), (session) -> Flux.range(1, 3))
			.collectList()
			.block()).containsExactly(1, 2, 3);
		assertThat(this.reactive.executeMany((session) -> Flux.just(session.id())).collectList().block()).hasSize(1);
		assertNoSessionIsLeft(2);
	}

	@Test
	void cancelledWorkReleasesTheSession() throws InterruptedException {
		CountDownLatch working = new CountDownLatch(1);
		Disposable run = this.reactive.execute((session) -> Mono.never().doOnSubscribe((s) -> working.countDown()))
			.subscribe();
		working.await();
		run.dispose();
		Awaitility.await().untilAsserted(() -> assertNoSessionIsLeft(1));
	}

	@Test
	void cancellingWhileTheSessionIsCreatedLosesNoSession() {
		this.service.faults().onNext("CreateMcpSession", Fault.delay(Duration.ofMillis(200)));
		Disposable run = this.reactive.execute((session) -> Mono.just(session.id())).subscribe();
		Awaitility.await().until(() -> !this.service.journal().calls("CreateMcpSession").isEmpty());
		run.dispose();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.service.journal().calls("DeleteSessionAsync")).hasSize(1));
		Awaitility.await().untilAsserted(() -> assertNoSessionIsLeft(1));
	}

	private void assertNoSessionIsLeft(int asked) {
		assertThat(this.service.journal().calls("CreateMcpSession")).hasSize(asked);
		assertThat(this.service.liveSessionIds()).isEmpty();
		assertThat(this.client.cachedSessions()).isEmpty();
	}

}
