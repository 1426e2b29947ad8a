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

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.client.ClientFaces;
import io.agentbay.boot.client.KnownClients;
import io.agentbay.boot.ownership.Ownership;
import io.agentbay.observation.CallListener;
import io.agentbay.observation.CallObservationConvention;
import io.agentbay.observation.SessionObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} for the AgentBay client. Its blocking and
 * its reactive door lead to one client: whichever of the two an application defines
 * itself, the other one is derived from it. It is made when it is first injected or asked
 * for, so an application that does not use it needs no key. The builder is there for
 * clients that an application makes itself, and is a new one each time.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@Import(NamedClientsRegistrar.class)
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass(AgentBay.class)
@EnableConfigurationProperties(AgentBayProperties.class)
public final class AgentBayAutoConfiguration {

	/**
	 * What to call at the end of a bean that another one owns: the empty name, which
	 * means that, is lost in ahead-of-time processing, and the bean would be closed.
	 */
	static final String NOTHING = "hashCode";

	private static final String BLOCKING = "agentBay";

	@Bean
	@ConditionalOnMissingBean(AgentBayConnectionDetails.class)
	PropertiesAgentBayConnectionDetails agentBayConnectionDetails(AgentBayProperties properties) {
		return new PropertiesAgentBayConnectionDetails(DefaultAccount.of(properties));
	}

	/** Clients depend on the ownership through it, so that its lock outlives them. */
	@Bean
	ClientSetup agentBayClientSetup(ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<CallObservationConvention> callConvention,
			ObjectProvider<SessionObservationConvention> sessionConvention, ObjectProvider<CallListener> listeners,
			ObjectProvider<AgentBayClientCustomizer> customizers, @Nullable Ownership ownership) {
		return new ClientSetup(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP),
				callConvention.getIfUnique(), sessionConvention.getIfUnique(), listeners.orderedStream().toList(),
				customizers.orderedStream().toList(), ownership);
	}

	@Bean
	AgentBayClientFactory agentBayClientFactory(AgentBayConnectionDetails details, AgentBayProperties properties,
			ClientSetup setup, ObjectProvider<SslBundles> sslBundles) {
		AgentBayClientFactory factory = new AgentBayClientFactory(details, properties, setup,
				sslBundles.getIfAvailable());
		factory.check();
		return factory;
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	AgentBayBuilder agentBayBuilder(AgentBayClientFactory factory) {
		return factory.builder();
	}

	/** Known by the names of their accounts. */
	@Bean
	@ConditionalOnMissingBean
	KnownClients agentBayClients(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return new KnownClients(beanFactory, NamedClientsRegistrar.names(environment));
	}

	/** Clients that an application defines itself can be advised as those here. */
	@Bean
	static ClientProxying agentBayClientProxying() {
		return new ClientProxying();
	}

	// Where tests have replaced the blocking face, there is no client behind it.
	@Bean
	@Lazy
	@Proxyable(ProxyType.INTERFACES)
	@Conditional(OnDefaultAccountCondition.class)
	@ConditionalOnMissingBean({ ReactiveAgentBay.class, AgentBay.class })
	ReactiveAgentBay reactiveAgentBay(ObjectProvider<AgentBayBuilder> builder, ConfigurableBeanFactory beanFactory) {
		return (beanFactory.getSingleton(BLOCKING) instanceof AgentBay replacement) ? ClientFaces.reactive(replacement)
				: builder.getObject().buildReactive();
	}

	// The bean that it is derived from owns the connections and closes them.
	@Bean(name = BLOCKING, destroyMethod = NOTHING)
	@Lazy
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ReactiveAgentBay.class)
	AgentBay agentBay(ReactiveAgentBay reactiveAgentBay) {
		return ClientFaces.blocking(reactiveAgentBay);
	}

	@Bean(name = "reactiveAgentBay", destroyMethod = NOTHING)
	@Lazy
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(AgentBay.class)
	ReactiveAgentBay derivedReactiveAgentBay(AgentBay agentBay) {
		return ClientFaces.reactive(agentBay);
	}

}
