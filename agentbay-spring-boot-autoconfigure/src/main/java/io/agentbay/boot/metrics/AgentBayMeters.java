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

package io.agentbay.boot.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.pool.PoolFigures;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.session.CreateSessionOptions;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * Measures sessions, pools and connections. {@link AgentBayMeter} tells what there is.
 *
 * @since 0.1.0
 */
public class AgentBayMeters implements MeterBinder {

	private static final PoolFigures NONE = new PoolFigures(0, 0, 0, 0, 0, 0);

	private final Collection<String> accounts;

	private final Function<String, @Nullable ReactiveAgentBay> clients;

	private final @Nullable SessionPools pools;

	/**
	 * Create the meters.
	 * @param accounts the names of the accounts
	 * @param clients tells the client of an account, {@code null} if it has not been made
	 * yet
	 * @param pools the pools, {@code null} if there are none
	 */
	public AgentBayMeters(Collection<String> accounts, Function<String, @Nullable ReactiveAgentBay> clients,
			@Nullable SessionPools pools) {
		this.accounts = List.copyOf(accounts);
		this.clients = clients;
		this.pools = pools;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.accounts.forEach((account) -> bindAccount(account, registry));
		if (this.pools != null) {
			this.pools.kinds().forEach((kind) -> bindPool(this.pools, kind, registry));
		}
	}

	private void bindAccount(String name, MeterRegistry registry) {
		Account account = new Account(this, name, registry);
		account.gauge(AgentBayMeter.SESSIONS, (client) -> client.cachedSessions().size());
		account.gauge(AgentBayMeter.CONNECTIONS_ACTIVE, (client) -> client.connections().active());
		account.gauge(AgentBayMeter.CONNECTIONS_IDLE, (client) -> client.connections().idle());
		account.gauge(AgentBayMeter.CONNECTIONS_PENDING, (client) -> client.connections().pending());
		account.gauge(AgentBayMeter.WEB_SOCKETS, (client) -> client.connections().webSockets());
		account.counter(AgentBayMeter.DATA_SENT, (client) -> client.connections().bytesSent());
		account.counter(AgentBayMeter.DATA_RECEIVED, (client) -> client.connections().bytesReceived());
	}

	private double figure(String account, ToDoubleFunction<ReactiveAgentBay> figure) {
		ReactiveAgentBay client = this.clients.apply(account);
		return (client != null) ? figure.applyAsDouble(client) : 0;
	}

	private static void bindPool(SessionPools pools, CreateSessionOptions kind, MeterRegistry registry) {
		Pool pool = new Pool(pools, kind, registry);
		pool.gauge(AgentBayMeter.POOL_IDLE, PoolFigures::idle);
		pool.gauge(AgentBayMeter.POOL_LENT, PoolFigures::lent);
		pool.gauge(AgentBayMeter.POOL_PENDING, PoolFigures::pending);
		pool.gauge(AgentBayMeter.POOL_MAX, PoolFigures::max);
		pool.counter(AgentBayMeter.POOL_CREATED, PoolFigures::created);
		pool.counter(AgentBayMeter.POOL_DISCARDED, PoolFigures::discarded);
	}

	/** The meters of one account. */
	private record Account(AgentBayMeters meters, String name, MeterRegistry registry) {

		void gauge(AgentBayMeter meter, ToDoubleFunction<ReactiveAgentBay> figure) {
			Gauge.builder(meter.getName(), this.meters, (all) -> all.figure(this.name, figure))
				.tags(AgentBayMeter.Key.ACCOUNT.asString(), this.name)
				.description(meter.getDescription())
				.baseUnit(meter.getBaseUnit())
				.register(this.registry);
		}

		void counter(AgentBayMeter meter, ToDoubleFunction<ReactiveAgentBay> figure) {
			FunctionCounter.builder(meter.getName(), this.meters, (all) -> all.figure(this.name, figure))
				.tags(AgentBayMeter.Key.ACCOUNT.asString(), this.name)
				.description(meter.getDescription())
				.baseUnit(meter.getBaseUnit())
				.register(this.registry);
		}

	}

	/** The meters of one pool. */
	private record Pool(SessionPools pools, CreateSessionOptions kind, MeterRegistry registry) {

		void gauge(AgentBayMeter meter, ToDoubleFunction<PoolFigures> figure) {
			Gauge.builder(meter.getName(), this.pools, (all) -> figure.applyAsDouble(figures(all)))
				.tags(tags())
				.description(meter.getDescription())
				.baseUnit(meter.getBaseUnit())
				.register(this.registry);
		}

		void counter(AgentBayMeter meter, ToDoubleFunction<PoolFigures> figure) {
			FunctionCounter.builder(meter.getName(), this.pools, (all) -> figure.applyAsDouble(figures(all)))
				.tags(tags())
				.description(meter.getDescription())
				.baseUnit(meter.getBaseUnit())
				.register(this.registry);
		}

		private Tags tags() {
			return Tags.of(AgentBayMeter.Key.IMAGE.asString(),
					Objects.requireNonNullElse(this.kind.imageId(), "default"));
		}

		private PoolFigures figures(SessionPools all) {
			return all.figures().getOrDefault(this.kind, NONE);
		}

	}

}
