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

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration;
import io.agentbay.boot.ownership.LeaseTable;
import io.agentbay.boot.ownership.LockRegistryInstanceLocks;
import io.agentbay.boot.ownership.Ownership;
import io.agentbay.boot.ownership.PeriodicReaper;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.ownership.FileInstanceLocks;
import io.agentbay.ownership.InstanceLocks;
import io.agentbay.ownership.LiveInstance;
import io.agentbay.ownership.ReapResult;
import io.agentbay.ownership.SessionOwner;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayOwnershipAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AgentBayOwnershipAutoConfigurationTests {

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	@TempDir
	private Path directory;

	@AfterEach
	void stopService() {
		this.service.close();
	}

	private ApplicationContextRunner contextRunner() {
		return new ApplicationContextRunner().withUserConfiguration(User.class)
			.withConfiguration(
					AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class,
							AgentBayPoolAutoConfiguration.class, AgentBayOwnershipAutoConfiguration.class))
			.withPropertyValues("agentbay.api-key=" + this.service.apiKey(),
					"agentbay.endpoint=" + this.service.endpoint(), "spring.application.name=Order Service",
					"agentbay.ownership.lock-directory=" + this.directory);
	}

	@Test
	void sessionsAreLabelledWithTheApplicationAndItsInstance() {
		contextRunner().run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			String id = agentBay.create().id();
			SessionOwner owner = instance(context).owner();
			assertThat(owner.name()).isEqualTo("Order-Service");
			assertThat(agentBay.reactive().listOwned("Order-Service").collectList().block()).singleElement()
				.satisfies((session) -> {
					assertThat(session.sessionId()).isEqualTo(id);
					assertThat(session.instance()).isEqualTo(owner.instance());
				});
		});
	}

	@Test
	void theNextStartEndsTheSessionsOfAnInstanceThatWasKilledAndNobodyElses() throws Exception {
		Process other = startOther();
		try (AgentBay nobodys = client(null); AgentBay invoices = client(new SessionOwner("invoices", "x.1"))) {
			List<String> theirs = readSessions(other);
			assertThat(theirs).hasSize(2);
			String unowned = nobodys.create().id();
			String ofInvoices = invoices.create().id();
			contextRunner().withPropertyValues("agentbay.ownership.reaper.period=100ms").run((context) -> {
				String mine = context.getBean(AgentBay.class).create().id();
				PeriodicReaper reaper = context.getBean(PeriodicReaper.class);
				Awaitility.await().until(() -> reaper.state().alive() == 3);
				assertThat(this.service.liveSessionIds()).containsAll(theirs);
				other.destroyForcibly().waitFor();
				Awaitility.await().until(() -> reaper.state().deleted() == 2);
				assertThat(this.service.liveSessionIds()).containsExactlyInAnyOrder(mine, unowned, ofInvoices);
			});
			assertThat(this.service.liveSessionIds()).containsExactlyInAnyOrder(unowned, ofInvoices);
		}
		finally {
			other.destroyForcibly();
		}
	}

	@Test
	void theReaperBeginsWhenTheApplicationHasItsFirstSession() throws IOException {
		try (LiveInstance dead = LiveInstance.begin("Order-Service", new FileInstanceLocks(this.directory));
				AgentBay theirs = client(dead.owner())) {
			theirs.create();
		}
		contextRunner().run((context) -> {
			String mine = context.getBean(AgentBay.class).create().id();
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(this.service.liveSessionIds()).containsExactly(mine));
		});
	}

	@Test
	void instancesWithOneLockRegistryEndTheSessionsOfEachOther() throws Exception {
		LeaseTable table = new LeaseTable();
		LockRegistryInstanceLocks locks = new LockRegistryInstanceLocks(table.newProcess(), "shop",
				Duration.ofMinutes(1));
		LiveInstance abandoned = LiveInstance.begin("Order-Service", locks);
		try (locks; AgentBay theirs = client(abandoned.owner())) {
			String id = theirs.create().id();
			contextRunner().withBean(LockRegistry.class, table::newProcess)
				.withPropertyValues("agentbay.ownership.lock-domain=shop", "agentbay.ownership.lock-timeout=60s",
						"agentbay.ownership.reaper.period=100ms")
				.run((context) -> {
					assertThat(context).hasSingleBean(LockRegistryInstanceLocks.class)
						.doesNotHaveBean(FileInstanceLocks.class);
					PeriodicReaper reaper = context.getBean(PeriodicReaper.class);
					Awaitility.await().until(() -> reaper.state().alive() == 1);
					assertThat(this.service.liveSessionIds()).containsExactly(id);
					table.pass(Duration.ofSeconds(61));
					Awaitility.await().until(() -> this.service.liveSessionIds().isEmpty());
				});
			assertThat(table.size()).as("locks that were not given back").isZero();
		}
	}

	@Test
	void aLockRegistryWithoutADomainIsLeftAlone() {
		contextRunner().withBean(LockRegistry.class, DefaultLockRegistry::new)
			.run((context) -> assertThat(context).hasSingleBean(FileInstanceLocks.class));
	}

	@Test
	void aDomainNeedsALockRegistry() {
		contextRunner().withPropertyValues("agentbay.ownership.lock-domain=shop")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("agentbay.ownership.lock-domain"));
	}

	@Test
	void worksWithoutSpringIntegration() {
		contextRunner().withClassLoader(new FilteredClassLoader("org.springframework.integration"))
			.run((context) -> assertThat(context).hasSingleBean(FileInstanceLocks.class)
				.hasSingleBean(Ownership.class));
	}

	@Test
	void theLockIsGivenBackAfterPoolAndCleanerHaveDeletedTheSessions() {
		AtomicInteger left = new AtomicInteger(-1);
		contextRunner().withBean(InstanceLocks.class, () -> new InstanceLocks() {

			@Override
			public String domain() {
				return "test";
			}

			@Override
			public InstanceLock tryLock(String instance) {
				return lock(
						() -> left.set(AgentBayOwnershipAutoConfigurationTests.this.service.liveSessionIds().size()));
			}
		}).withPropertyValues("agentbay.pool.enabled=true", "agentbay.pool.min-idle=2").run((context) -> {
			context.getBean(AgentBay.class).create();
			Awaitility.await().until(() -> this.service.liveSessionIds().size() == 3);
			this.service.faults().onNext("DeleteSessionAsync", 3, Fault.delay(Duration.ofMillis(200)));
		});
		assertThat(left).hasValue(0);
	}

	@Test
	void aLockThatWasLostIsTakenAgain(CapturedOutput output) {
		LeaseTable table = new LeaseTable();
		contextRunner().withBean(LockRegistry.class, table::newProcess)
			.withPropertyValues("agentbay.ownership.lock-domain=shop", "agentbay.ownership.lock-timeout=150ms")
			.run((context) -> {
				SessionOwner owner = instance(context).owner();
				table.clear();
				Awaitility.await().until(() -> output.toString().contains("was lost, and taken again"));
				assertThat(table.size()).isOne();
				assertThat(instance(context).owner()).isEqualTo(owner);
				assertThat(context.getBean(Ownership.class).isLockHeld()).isTrue();
			});
	}

	@Test
	void anInstanceWhoseLockAnotherOneTookCreatesUnderANewName() throws IOException {
		LeaseTable table = new LeaseTable();
		try (LockRegistryInstanceLocks theirs = new LockRegistryInstanceLocks(table.newProcess(), "shop",
				Duration.ofMinutes(1))) {
			contextRunner().withBean(LockRegistry.class, table::newProcess)
				.withPropertyValues("agentbay.ownership.lock-domain=shop", "agentbay.ownership.lock-timeout=60s")
				.run((context) -> {
					LiveInstance instance = instance(context);
					SessionOwner before = instance.owner();
					table.pass(Duration.ofSeconds(61));
					assertThat(theirs.tryLock(before.instance())).isNotNull();
					assertThat(instance.renew()).isFalse();
					AgentBay agentBay = context.getBean(AgentBay.class);
					agentBay.create();
					assertThat(agentBay.listOwned("Order-Service")).singleElement()
						.satisfies((session) -> assertThat(session.instance()).isEqualTo(instance.owner().instance())
							.isNotEqualTo(before.instance()));
				});
		}
	}

	@Test
	void anApplicationThatCannotTakeItsLockWorksWithoutAnOwner(CapturedOutput output) throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		contextRunner().withPropertyValues("agentbay.ownership.lock-directory=" + file).run((context) -> {
			assertThat(context).hasNotFailed();
			AgentBay agentBay = context.getBean(AgentBay.class);
			agentBay.create();
			assertThat(agentBay.reactive().listOwned("Order-Service").collectList().block()).isEmpty();
		});
		assertThat(output).contains("Sessions are not labelled with their owner");
	}

	@Test
	void namedClientsHaveTheSameOwner() {
		contextRunner()
			.withPropertyValues("agentbay.clients.second.api-key=" + this.service.apiKey(),
					"agentbay.clients.second.endpoint=" + this.service.endpoint())
			.run((context) -> {
				context.getBean("second", AgentBay.class).create();
				ReactiveAgentBay unnamed = context.getBean("reactiveAgentBay", ReactiveAgentBay.class);
				assertThat(unnamed.listOwned("Order-Service").collectList().block()).hasSize(1);
			});
	}

	@Test
	void theReaperCanBeLeftToOthers() {
		contextRunner().withPropertyValues("agentbay.ownership.reaper.enabled=false").run((context) -> {
			assertThat(context).hasSingleBean(Ownership.class).doesNotHaveBean(PeriodicReaper.class);
			assertThat(this.service.journal().calls("ListSession")).isEmpty();
			ReapResult found = context.getBean(Ownership.class).reap(context.getBean(ReactiveAgentBay.class)).block();
			assertThat(found).isNotNull().returns(0, ReapResult::alive);
		});
	}

	@Test
	void ownershipIsOffWhereNothingIsToBeEnded() {
		contextRunner().withPropertyValues("spring.application.name=")
			.run((context) -> assertThat(context).doesNotHaveBean(Ownership.class));
		contextRunner().withPropertyValues("agentbay.ownership.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Ownership.class));
		contextRunner().withPropertyValues("agentbay.cleanup.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Ownership.class));
		contextRunner().withConfiguration(AutoConfigurations.of(AgentBayLocalAutoConfiguration.class))
			.withPropertyValues("agentbay.local.enabled=true", "agentbay.local.isolation=host")
			.run((context) -> assertThat(context).hasSingleBean(AgentBay.class).doesNotHaveBean(Ownership.class));
	}

	@Test
	void ownershipThatIsAskedForNeedsAName() {
		contextRunner().withPropertyValues("spring.application.name=", "agentbay.ownership.enabled=true")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("agentbay.ownership.owner"));
	}

	@Test
	void noLockIsTakenBeforeThereIsAClient() {
		contextRunner()
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				Ownership ownership = context.getBean(Ownership.class);
				assertThat(ownership.instance()).isNull();
				assertThat(ownership.isLockHeld()).isFalse();
				assertThat(this.directory).isEmptyDirectory();
				context.getBean(AgentBay.class);
				assertThat(ownership.instance()).isNotNull();
				assertThat(this.directory).isNotEmptyDirectory();
			});
	}

	private static LiveInstance instance(ApplicationContext context) {
		LiveInstance instance = context.getBean(Ownership.class).instance();
		assertThat(instance).isNotNull();
		return instance;
	}

	private AgentBay client(@Nullable SessionOwner owner) {
		return AgentBay.builder()
			.apiKey(this.service.apiKey())
			.endpoint(this.service.endpoint().toString())
			.owner(owner)
			.build();
	}

	private static InstanceLocks.InstanceLock lock(Runnable onClose) {
		return new InstanceLocks.InstanceLock() {

			@Override
			public boolean renew() {
				return true;
			}

			@Override
			public void close() {
				onClose.run();
			}
		};
	}

	private Process startOther() throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
					.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
				Other.class.getName(), "--agentbay.api-key=" + this.service.apiKey(),
				"--agentbay.endpoint=" + this.service.endpoint(), "--spring.application.name=Order Service",
				"--spring.docker.compose.enabled=false", "--agentbay.ownership.lock-directory=" + this.directory)
			.redirectErrorStream(true)
			.start();
	}

	private static List<String> readSessions(Process other) throws IOException {
		BufferedReader lines = new BufferedReader(
				new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
		StringBuilder output = new StringBuilder();
		String line = lines.readLine();
		while (line != null && !line.startsWith("sessions ")) {
			output.append(line).append('\n');
			line = lines.readLine();
		}
		assertThat(line).as("the other instance printed%n%s", output).isNotNull();
		return List.of(line.substring("sessions ".length()).split(" "));
	}

	/** An application that is going to be killed. */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class,
			AgentBayOwnershipAutoConfiguration.class })
	static class Other {

		public static void main(String[] arguments) throws InterruptedException {
			SpringApplication application = new SpringApplication(Other.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			AgentBay agentBay = application.run(arguments).getBean(AgentBay.class);
			System.out.println("sessions " + agentBay.create().id() + " " + agentBay.create().id());
			Thread.currentThread().join();
		}

		@Bean
		AgentBayClientCustomizer emptyEnvironment() {
			return (builder) -> builder.environment(Map.of());
		}

	}

	/** Without one, nothing is owned. */
	static class User {

		User(ObjectProvider<AgentBay> agentBay) {
			agentBay.ifUnique(AgentBay::cachedSessions);
		}

	}

}
