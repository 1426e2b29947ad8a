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

package io.agentbay.guide;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.AgentBay;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the page about commands says of interrupted threads.
 */
class InterruptGuideTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private final Session session = this.agentBay.create();

	private final AtomicReference<Throwable> thrown = new AtomicReference<>();

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	private void interrupt(Runnable work) throws InterruptedException {
		Thread worker = new Thread(() -> {
			try {
				work.run();
			}
			catch (RuntimeException ex) {
				this.thrown.set(ex);
			}
		});
		worker.start();
		await().atMost(PATIENCE).until(() -> exists("begun"));
		worker.interrupt();
		worker.join(PATIENCE.toMillis());
		assertThat(this.thrown.get()).isInstanceOf(OutcomeUnknownException.class);
	}

	private boolean exists(String file) {
		return this.session.command().run("test -s " + file).success();
	}

	private boolean runs() {
		return this.session.command().run("kill -0 $(cat begun)").success();
	}

	@Test
	void aCommandThatIsRunRunsOn() throws InterruptedException {
		String command = "echo $$ > begun; until [ -e go ]; do sleep 0.1; done; echo done > end";
		interrupt(() -> this.session.command().run(command));
		assertThat(exists("end")).isFalse();
		this.session.fileSystem().write("go", "on");
		await().atMost(PATIENCE).until(() -> exists("end"));
	}

	@Test
	void aCommandThatIsStreamedIsKilled() throws InterruptedException {
		interrupt(() -> this.session.command().stream("echo $$ > begun; while :; do sleep 0.1; done", (event) -> {
		}));
		await().atMost(PATIENCE).until(() -> !runs());
		assertThat(this.session.command().list()).isEmpty();
	}

}
