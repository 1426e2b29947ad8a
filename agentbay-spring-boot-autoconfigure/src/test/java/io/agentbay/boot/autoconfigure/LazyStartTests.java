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

package io.agentbay.boot.autoconfigure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.AgentBay;
import io.agentbay.boot.client.KnownClients;
import io.agentbay.connection.ConnectionFigures;
import io.agentbay.error.AgentBayException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application that is only started opens no connection.
 */
class LazyStartTests {

	@Test
	void noConnectionIsOpenedBeforeTheFirstUse(@TempDir Path directory) throws Exception {
		AtomicInteger connections = new AtomicInteger();
		try (ServerSocket peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread acceptor = new Thread(() -> {
				while (!peer.isClosed()) {
					try {
						peer.accept().close();
						connections.incrementAndGet();
					}
					catch (Exception ex) {
						// The test has ended.
					}
				}
			});
			acceptor.setDaemon(true);
			acceptor.start();
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(StarterConfigurations.all()))
				.withPropertyValues("spring.application.name=shop", "agentbay.api-key=akm-1",
						"agentbay.endpoint=http://localhost:" + peer.getLocalPort(),
						"agentbay.ownership.lock-directory=" + directory, "agentbay.retry.max-attempts=1")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(context.getBean(KnownClients.class).get()).isEmpty();
					assertThat(context.getBean(AgentBay.class).connections())
						.isEqualTo(new ConnectionFigures(0, 0, 0, 0, 0, 0));
					assertThat(connections).hasValue(0);
					assertThatExceptionOfType(AgentBayException.class)
						.isThrownBy(() -> context.getBean(AgentBay.class).list().toList());
					Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> connections.get() > 0);
				});
		}
	}

}
