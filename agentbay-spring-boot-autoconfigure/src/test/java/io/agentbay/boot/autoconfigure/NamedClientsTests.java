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

import java.util.List;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.health.AgentBayHealthContributorAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.LocalAgentBayConnectionDetails;
import io.agentbay.boot.client.KnownClients;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.error.MissingApiKeyException;
import io.agentbay.local.LocalAgentBay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for several accounts in one application.
 */
class NamedClientsTests {

	private final LocalAgentBay main = LocalAgentBay.builder().start();

	private final LocalAgentBay billing = LocalAgentBay.builder().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
				AgentBayCleanupAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=" + this.main.apiKey(), "agentbay.endpoint=" + this.main.endpoint(),
				"agentbay.clients.billing.api-key=" + this.billing.apiKey(),
				"agentbay.clients.billing.endpoint=" + this.billing.endpoint(),
				"agentbay.clients.billing.session.image-id=code_latest");

	private final ApplicationContextRunner onlyNamed = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
				AgentBayCleanupAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class,
				AgentBayKeyedSessionsAutoConfiguration.class, AgentBayHealthContributorAutoConfiguration.class))
		.withPropertyValues("agentbay.clients.billing.api-key=" + this.billing.apiKey(),
				"agentbay.clients.billing.endpoint=" + this.billing.endpoint());

	@AfterEach
	void stop() {
		this.main.close();
		this.billing.close();
	}

	@Test
	void eachClientWorksInItsAccountWithItsSettings() {
		this.contextRunner.withUserConfiguration(Accounts.class).run((context) -> {
			Accounts accounts = context.getBean(Accounts.class);
			assertThat(accounts.unqualified).isSameAs(context.getBean("agentBay"));
			assertThat(accounts.billing.create().imageId()).isEqualTo("code_latest");
			assertThat(this.billing.liveSessionIds()).hasSize(1);
			assertThat(this.main.liveSessionIds()).isEmpty();
			assertThat(accounts.billing.reactive()).isSameAs(accounts.billingReactive);
			accounts.unqualified.create();
			assertThat(this.main.liveSessionIds()).hasSize(1);
		});
		assertThat(this.main.liveSessionIds()).isEmpty();
		assertThat(this.billing.liveSessionIds()).isEmpty();
	}

	@Test
	void clientWithoutANameIsAsItWouldBeAlone() {
		this.contextRunner.run((context) -> assertThat(context).hasBean("agentBay")
			.hasBean("reactiveAgentBay")
			.hasBean("agentBayTemplate"));
	}

	@Test
	void aNamedClientIsFoundByItsNameOnly() {
		this.contextRunner.withUserConfiguration(Accounts.class).run((context) -> {
			assertThat(context.getBean(AgentBay.class)).isSameAs(context.getBean("agentBay"));
			assertThat(context.getBean(Accounts.class).all)
				.containsExactly(context.getBean("reactiveAgentBay", ReactiveAgentBay.class));
			assertThat(context.getBean("billing", AgentBay.class).reactive())
				.isSameAs(context.getBean("billingReactive"));
		});
	}

	@Test
	void whereOnlyAccountsWithANameAreConfiguredThereIsNoOtherClient() {
		this.onlyNamed.run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean("agentBay")
				.doesNotHaveBean("reactiveAgentBay")
				.doesNotHaveBean(AgentBayTemplate.class)
				.hasBean("agentbayHealthContributor");
			context.getBean("billing", AgentBay.class).create();
			assertThat(this.billing.liveSessionIds()).hasSize(1);
		});
		assertThat(this.billing.liveSessionIds()).isEmpty();
	}

	@Test
	void aDefaultAccountWithoutAKeyIsAMistakeWhereItIsTheOnlyOne() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class))
			.withUserConfiguration(DefaultUser.class)
			.withBean(AgentBayClientCustomizer.class, () -> (builder) -> builder.environment(Map.of()))
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasRootCauseInstanceOf(MissingApiKeyException.class));
	}

	@Test
	void aNamedAccountTakesNobodyElsesKey() {
		this.contextRunner.withUserConfiguration(ShippingUser.class)
			.withPropertyValues("agentbay.clients.shipping.endpoint=" + this.main.endpoint(),
					"agentbay.clients.shipping.api-key= ")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(MissingApiKeyException.class)
				.hasMessageContaining("'agentbay.clients.shipping.api-key'"));
	}

	@Test
	void detailsOfTheDefaultAccountAreNotThoseOfTheNamedOnes() {
		this.onlyNamed.withBean(AgentBayConnectionDetails.class, () -> new VaultDetails(this.main)).run((context) -> {
			context.getBean("agentBay", AgentBay.class).create();
			context.getBean("billing", AgentBay.class).create();
			assertThat(this.main.liveSessionIds()).hasSize(1);
			assertThat(this.billing.liveSessionIds()).hasSize(1);
		});
	}

	@Test
	void anAccountThatIsNotUsedNeedsNoKey() {
		this.contextRunner.withPropertyValues("agentbay.clients.shipping.endpoint=" + this.main.endpoint())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void clientsAreKnownByTheNamesOfTheirAccounts() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(AgentBayHealthContributorAutoConfiguration.class))
			.run((context) -> {
				KnownClients clients = context.getBean(KnownClients.class);
				assertThat(clients.names()).containsExactlyInAnyOrder("default", "billing");
				assertThat(clients.get()).isEmpty();
				context.getBean("billing", AgentBay.class);
				assertThat(clients.get()).containsOnlyKeys("billing");
				context.getBean(AgentBay.class);
				assertThat(clients.get()).containsOnlyKeys("default", "billing");
				assertThat(
						context.getBean("agentbayHealthContributor", CompositeReactiveHealthContributor.class).stream())
					.extracting(ReactiveHealthContributors.Entry::name)
					.containsExactlyInAnyOrder("default", "billing");
			});
	}

	@Test
	void anOwnClientIsThatOfTheDefaultAccount() {
		this.onlyNamed
			.withBean("own", AgentBay.class,
					() -> AgentBay.builder().apiKey("akm-1").endpoint(this.main.endpoint().toString()).build())
			.run((context) -> {
				KnownClients clients = context.getBean(KnownClients.class);
				assertThat(clients.names()).containsExactlyInAnyOrder("default", "billing");
				assertThat(clients.get()).containsOnlyKeys("default");
			});
	}

	@Test
	void aFurtherClientOfTheApplicationGoesByTheNameOfItsBean() {
		this.contextRunner.withUserConfiguration(FurtherClient.class).run((context) -> {
			KnownClients clients = context.getBean(KnownClients.class);
			assertThat(clients.names()).containsExactlyInAnyOrder("default", "billing", "further");
			assertThat(context.getBean(AgentBay.class)).isSameAs(context.getBean("agentBay"));
			assertThat(context.getBean("further", AgentBay.class).create().id()).isNotBlank();
			assertThat(clients.get()).containsOnlyKeys("default", "further");
		});
		assertThat(this.main.liveSessionIds()).isEmpty();
	}

	@Test
	void whatStandsInForTheServiceDoesSoForAllAccounts() {
		this.contextRunner
			.withBean(AgentBayConnectionDetails.class, () -> new LocalAgentBayConnectionDetails(this.main))
			.run((context) -> {
				context.getBean("billing", AgentBay.class).create();
				assertThat(this.main.liveSessionIds()).hasSize(1);
				assertThat(this.billing.journal().calls()).isEmpty();
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class FurtherClient {

		@Bean(defaultCandidate = false)
		AgentBay further(AgentBayBuilder builder) {
			return builder.build();
		}

	}

	static class DefaultUser {

		DefaultUser(AgentBay agentBay) {
		}

	}

	static class ShippingUser {

		ShippingUser(@Qualifier("shipping") AgentBay agentBay) {
		}

	}

	/** Only for the account that has no name. */
	private record VaultDetails(LocalAgentBay service) implements AgentBayConnectionDetails {

		@Override
		public String getApiKey() {
			return this.service.apiKey();
		}

		@Override
		public String getEndpoint() {
			return this.service.endpoint().toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Accounts {

		@Autowired
		private AgentBay unqualified;

		@Autowired
		private List<ReactiveAgentBay> all;

		@Autowired
		@Qualifier("billing")
		private AgentBay billing;

		@Autowired
		@Qualifier("billingReactive")
		private ReactiveAgentBay billingReactive;

	}

}
