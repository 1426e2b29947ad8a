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

import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.connection.Proxy;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.connection.Tls;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Builds clients from connection details and properties.
 */
final class AgentBayClientFactory {

	private final AgentBayConnectionDetails details;

	private final AgentBayProperties properties;

	private final ClientSetup setup;

	private final @Nullable SslBundles sslBundles;

	AgentBayClientFactory(AgentBayConnectionDetails details, AgentBayProperties properties, ClientSetup setup,
			@Nullable SslBundles sslBundles) {
		this.details = details;
		this.properties = properties;
		this.setup = setup;
		this.sslBundles = sslBundles;
	}

	/** Refuse what no client could be made of, by the names of the properties. */
	void check() {
		SessionPropertiesCheck.check("agentbay.session", this.properties.session());
		this.properties.clients()
			.forEach((name, client) -> SessionPropertiesCheck.check("agentbay.clients." + name + ".session",
					client.session()));
	}

	/**
	 * A builder for clients of the account that has no name. Whoever gives the key also
	 * decides where it is sent: a .env file that happens to be found does not.
	 */
	AgentBayBuilder builder() {
		AgentBayBuilder builder = ReactiveAgentBay.builder();
		if (this.details.getApiKey() != null) {
			builder.environment(System.getenv());
		}
		configure(builder, this.details, DefaultAccount.of(this.properties), "agentbay");
		return builder;
	}

	/**
	 * Where a container or the local runtime stands in for the service, it does so for
	 * all accounts. Otherwise an account that has a name takes nothing from the
	 * environment, where the key of the default one may be.
	 */
	ReactiveAgentBay createNamed(String name) {
		AgentBayProperties.Client client = this.properties.clients().get(name);
		Assert.state(client != null, () -> "There are no properties 'agentbay.clients.%s'".formatted(name));
		AgentBayBuilder builder = ReactiveAgentBay.builder().environment(Map.of());
		AgentBayConnectionDetails details = this.details.isStandIn() ? this.details
				: new PropertiesAgentBayConnectionDetails(client);
		configure(builder, details, client, "agentbay.clients." + name);
		if (!builder.hasApiKey()) {
			throw new MissingNamedApiKeyException(name);
		}
		return builder.buildReactive();
	}

	private void configure(AgentBayBuilder builder, AgentBayConnectionDetails details,
			AgentBayProperties.Client properties, String prefix) {
		builder.apiKey(details.getApiKey())
			.endpoint(details.getEndpoint())
			.regionId(details.getRegionId())
			.directLink(properties.directLink())
			.defaultSession(SessionOptionsMapper.options(properties.session()));
		apply(properties.connection(), builder, prefix);
		AgentBayProperties.Retry retry = properties.retry();
		builder.retryPolicy(new RetryPolicy(retry.maxAttempts(), retry.firstBackoff(), retry.maxBackoff(),
				retry.maxRatio(), retry.reserve()));
		this.setup.apply(builder);
	}

	private void apply(AgentBayProperties.Connection connection, AgentBayBuilder builder, String prefix) {
		builder.connectTimeout(connection.connectTimeout())
			.responseTimeout(connection.responseTimeout())
			.operationTimeout(connection.operationTimeout())
			.maxConnections(connection.maxConnections())
			.idleTimeout(connection.idleTimeout())
			.maxReplySize(connection.maxReplySize())
			.allowPlainHttp(connection.allowPlainHttp())
			.userAgentSuffix(connection.userAgentSuffix())
			.proxy(proxy(connection.proxy()))
			.tls(tls(connection.ssl().bundle(), prefix));
	}

	private static @Nullable Proxy proxy(AgentBayProperties.Connection.Proxy proxy) {
		if (!StringUtils.hasText(proxy.host())) {
			return null;
		}
		return new Proxy(proxy.host(), proxy.port(), proxy.username(), proxy.password(), proxy.directHosts());
	}

	private @Nullable Tls tls(@Nullable String bundleName, String prefix) {
		if (!StringUtils.hasText(bundleName)) {
			return null;
		}
		List<String> known = (this.sslBundles != null) ? this.sslBundles.getBundleNames() : List.of();
		if (this.sslBundles == null || !known.contains(bundleName)) {
			throw new UnknownSslBundleException(prefix + ".connection.ssl.bundle", bundleName, known);
		}
		SslBundle bundle = this.sslBundles.getBundle(bundleName);
		return new Tls(bundle.createSslContext(), listOf(bundle.getOptions().getEnabledProtocols()),
				listOf(bundle.getOptions().getCiphers()));
	}

	private static List<String> listOf(String @Nullable [] values) {
		return (values != null) ? List.of(values) : List.of();
	}

}
