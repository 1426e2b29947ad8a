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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.error.AuthenticationException;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.InvalidEndpointException;
import io.agentbay.error.MissingApiKeyException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link AgentBayAutoConfiguration}.
 */
class AgentBayAutoConfigurationTests {

	private static final String KEY = "akm-configured";

	private static final LocalAgentBay service = LocalAgentBay.builder().apiKey(KEY).start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=" + KEY, "agentbay.endpoint=" + service.endpoint());

	@AfterAll
	static void stopService() {
		service.close();
	}

	@AfterEach
	void forgetFaultsAndCalls() {
		service.faults().clear();
		service.journal().clear();
	}

	@Test
	void bothDoorsLeadToOneClientThatReachesTheConfiguredService() {
		this.contextRunner.run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			assertThat(agentBay.reactive()).isSameAs(context.getBean(ReactiveAgentBay.class));
			assertThat(agentBay.list()).isEmpty();
			assertThat(service.journal().calls("ListSession")).hasSize(1);
		});
	}

	@Test
	void startingSendsNothing() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(AgentBay.class);
			assertThat(service.journal().calls()).isEmpty();
		});
	}

	@Test
	void closingTheContextClosesTheClient() {
		AgentBay[] agentBay = new AgentBay[1];
		this.contextRunner.run((context) -> agentBay[0] = context.getBean(AgentBay.class));
		assertThatIllegalStateException().isThrownBy(() -> agentBay[0].list().toList()).withMessageContaining("closed");
	}

	@Test
	void backsOffWithoutTheClientOnTheClassPath() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(AgentBay.class))
			.run((context) -> assertThat(context).doesNotHaveBean("agentBay")
				.doesNotHaveBean("reactiveAgentBay")
				.doesNotHaveBean(AgentBayConnectionDetails.class));
	}

	@Test
	void reactiveClientOfTheApplicationFeedsTheBlockingOne() {
		this.contextRunner.withUserConfiguration(OwnReactiveClient.class).run((context) -> {
			assertThat(context).hasSingleBean(ReactiveAgentBay.class).hasBean("ownReactiveClient");
			assertThat(context.getBean(AgentBay.class).reactive()).isSameAs(context.getBean("ownReactiveClient"));
		});
	}

	@Test
	void blockingClientOfTheApplicationFeedsTheReactiveOne() {
		this.contextRunner.withUserConfiguration(OwnBlockingClient.class).run((context) -> {
			AgentBay own = context.getBean("ownBlockingClient", AgentBay.class);
			assertThat(context).hasSingleBean(AgentBay.class);
			assertThat(context.getBean(ReactiveAgentBay.class)).isSameAs(own.reactive());
		});
	}

	@Test
	void severalClientsOfTheApplicationAreLeftAlone() {
		this.contextRunner.withUserConfiguration(OwnReactiveClient.class, AnotherReactiveClient.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AgentBay.class));
	}

	@Test
	void connectionDetailsOfTheApplicationReplaceTheProperties() {
		this.contextRunner.withPropertyValues("agentbay.api-key=akm-wrong", "agentbay.endpoint=unreachable.invalid")
			.withBean(AgentBayConnectionDetails.class, OwnConnectionDetails::new)
			.run((context) -> {
				assertThat(context).hasSingleBean(AgentBayConnectionDetails.class)
					.doesNotHaveBean(PropertiesAgentBayConnectionDetails.class);
				assertThat(context.getBean(AgentBay.class).list()).isEmpty();
			});
	}

	@Test
	void customizersAreCalledInOrderAfterTheProperties() {
		this.contextRunner.withUserConfiguration(OrderedCustomizers.class)
			.withPropertyValues("agentbay.api-key=akm-wrong")
			.run((context) -> {
				assertThat(context.getBean(AgentBay.class).list()).isEmpty();
				assertThat(context.getBean(OrderedCustomizers.class).calls).containsExactly("first", "second");
			});
	}

	@Test
	void callsAreReportedToTheObservationRegistryOfTheApplication() {
		this.contextRunner.withBean(ObservationRegistry.class, TestObservationRegistry::create).run((context) -> {
			assertThat(context.getBean(AgentBay.class).list()).isEmpty();
			TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
				.hasObservationWithNameEqualTo("agentbay.api.call")
				.that()
				.hasLowCardinalityKeyValue("agentbay.action", "ListSession")
				.hasLowCardinalityKeyValue("outcome", "SUCCESS");
		});
	}

	@Test
	void timeOutsAreApplied() {
		service.faults().onNext("ListSession", Fault.delay(Duration.ofSeconds(20)));
		this.contextRunner
			.withPropertyValues("agentbay.connection.response-timeout=150ms", "agentbay.retry.max-attempts=1")
			.run((context) -> assertThatExceptionOfType(CallTimeoutException.class)
				.isThrownBy(() -> context.getBean(AgentBay.class).list().toList()));
	}

	@Test
	void retriesAreApplied() {
		service.faults().onNext("ListSession", 3, Fault.dropBeforeHandling());
		this.contextRunner
			.withPropertyValues("agentbay.retry.max-attempts=4", "agentbay.retry.first-backoff=1ms",
					"agentbay.retry.max-backoff=2ms")
			.run((context) -> {
				assertThat(context.getBean(AgentBay.class).list()).isEmpty();
				assertThat(service.journal().calls("ListSession")).hasSize(4);
			});
	}

	@Test
	void wrongKeyDoesNotStopTheApplicationFromStarting() {
		this.contextRunner.withPropertyValues("agentbay.api-key=akm-wrong").run((context) -> {
			assertThat(context).hasNotFailed();
			AgentBay agentBay = context.getBean(AgentBay.class);
			assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> agentBay.list().toList())
				.withMessageNotContaining("akm-wrong");
		});
	}

	@Test
	void missingKeyStopsTheApplicationThatUsesTheClient() {
		this.contextRunner.withUserConfiguration(EmptyEnvironment.class, User.class)
			.withPropertyValues("agentbay.api-key=")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasRootCauseInstanceOf(MissingApiKeyException.class));
	}

	@Test
	void anApplicationThatDoesNotUseTheClientNeedsNoKey() {
		this.contextRunner.withUserConfiguration(EmptyEnvironment.class)
			.withConfiguration(AutoConfigurations.of(StarterConfigurations.all()))
			.withPropertyValues("agentbay.api-key=", "spring.application.name=shop")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getSourceApplicationContext().getBeanFactory().getSingletonNames())
					.doesNotContain("reactiveAgentBay", "agentBay");
			});
	}

	@Test
	void everythingCanBeSwitchedOff() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(StarterConfigurations.all()))
			.withPropertyValues("agentbay.enabled=false", "agentbay.local.enabled=true", "agentbay.pool.enabled=true",
					"agentbay.clients.second.api-key=akm-2")
			.run((context) -> assertThat(context.getBeanDefinitionNames())
				.noneMatch((name) -> name.toLowerCase(Locale.ROOT).contains("agentbay"))
				.doesNotContain("second"));
	}

	@Test
	void malformedEndpointStopsTheApplication() {
		this.contextRunner.withUserConfiguration(User.class)
			.withPropertyValues("agentbay.endpoint=ftp://somewhere")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasRootCauseInstanceOf(InvalidEndpointException.class));
	}

	@Test
	void plainHttpToAnotherMachineNeedsLeave() {
		ApplicationContextRunner elsewhere = this.contextRunner.withUserConfiguration(User.class)
			.withPropertyValues("agentbay.endpoint=http://agentbay.example.com");
		elsewhere.run((context) -> assertThat(context).hasFailed()
			.getFailure()
			.hasRootCauseInstanceOf(InvalidEndpointException.class));
		elsewhere.withPropertyValues("agentbay.connection.allow-plain-http=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void keyIsFoundInTheEnvFileWhenNoPropertyGivesOne(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve(".env"), "AGENTBAY_API_KEY=" + KEY);
		this.contextRunner.withPropertyValues("agentbay.api-key= ")
			.withBean(AgentBayClientCustomizer.class, () -> (builder) -> builder.environment(Map.of()).envFile(file))
			.run((context) -> assertThat(context.getBean(AgentBay.class).list()).isEmpty());
	}

	@Test
	void propertyWinsOverTheEnvironment() {
		this.contextRunner
			.withBean(AgentBayClientCustomizer.class,
					() -> (builder) -> builder.environment(
							Map.of("AGENTBAY_API_KEY", "akm-other", "AGENTBAY_ENDPOINT", "unreachable.invalid")))
			.run((context) -> assertThat(context.getBean(AgentBay.class).list()).isEmpty());
	}

	static class User {

		User(AgentBay agentBay) {
		}

	}

	static class OwnConnectionDetails implements AgentBayConnectionDetails {

		@Override
		public String getApiKey() {
			return KEY;
		}

		@Override
		public String getEndpoint() {
			return service.endpoint().toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EmptyEnvironment {

		@Bean
		AgentBayClientCustomizer emptyEnvironment() {
			return (builder) -> builder.environment(Map.of());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedCustomizers {

		final List<String> calls = new ArrayList<>();

		@Bean
		@Order(2)
		AgentBayClientCustomizer second() {
			return (builder) -> {
				this.calls.add("second");
				builder.apiKey(KEY);
			};
		}

		@Bean
		@Order(1)
		AgentBayClientCustomizer first() {
			return (builder) -> {
				this.calls.add("first");
				builder.apiKey("akm-overridden-by-the-second");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnReactiveClient {

		@Bean
		ReactiveAgentBay ownReactiveClient() {
			return ReactiveAgentBay.builder().apiKey(KEY).endpoint(service.endpoint().toString()).buildReactive();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnotherReactiveClient {

		@Bean
		ReactiveAgentBay anotherReactiveClient() {
			return ReactiveAgentBay.builder().apiKey(KEY).endpoint(service.endpoint().toString()).buildReactive();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBlockingClient {

		@Bean
		AgentBay ownBlockingClient() {
			return AgentBay.builder().apiKey(KEY).endpoint(service.endpoint().toString()).build();
		}

	}

}
