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

package io.agentbay.browser;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The proxy that a browser uses.
 *
 * @since 0.1.0
 */
public sealed interface BrowserProxy {

	/**
	 * Return a proxy of your own that asks for no name.
	 * @param server its address, such as {@code http://proxy.example.com:3128}
	 * @return the proxy
	 */
	static Custom custom(String server) {
		return new Custom(server, null, null);
	}

	/**
	 * Return a proxy of your own.
	 * @param server its address, such as {@code http://proxy.example.com:3128}
	 * @param username the name that it asks for
	 * @param password the password
	 * @return the proxy
	 */
	static Custom custom(String server, String username, String password) {
		return new Custom(server, username, password);
	}

	/**
	 * Return the service's own proxy that changes the address within a pool of 10.
	 * @return the proxy
	 */
	static Wuying polling() {
		return new Wuying(Wuying.Strategy.POLLING, Wuying.DEFAULT_POOL_SIZE);
	}

	/**
	 * Return the service's own proxy that keeps its address.
	 * @return the proxy
	 */
	static Wuying restricted() {
		return new Wuying(Wuying.Strategy.RESTRICTED, Wuying.DEFAULT_POOL_SIZE);
	}

	/**
	 * Return a proxy that the service manages for a user.
	 * @param strategy how addresses are given out; for {@link Managed.Strategy#MATCHED},
	 * begin with another, say which address, and then {@linkplain Managed#withStrategy
	 * change it}
	 * @param userId the user
	 * @return the proxy
	 */
	static Managed managed(Managed.Strategy strategy, String userId) {
		return new Managed(strategy, userId, null, null, null, null);
	}

	/**
	 * A proxy of your own. Its text form shows neither name nor password.
	 *
	 * @param server its address
	 * @param username the name that it asks for, {@code null} for none
	 * @param password the password, {@code null} for none
	 */
	record Custom(String server, @Nullable String username, @Nullable String password) implements BrowserProxy {

		public Custom {
			Assert.hasText(server, "'server' must not be empty");
			Assert.isTrue(username == null || !username.isBlank(), "'username' must not be blank; pass null for none");
			Assert.isTrue(password == null || username != null, "'password' needs a 'username'");
		}

		@Override
		public String toString() {
			return "Custom[]";
		}

	}

	/**
	 * The service's own proxy.
	 *
	 * @param strategy how addresses are given out
	 * @param poolSize among how many addresses it changes, at least 1; meant for
	 * {@link Strategy#POLLING} only
	 */
	record Wuying(Strategy strategy, int poolSize) implements BrowserProxy {

		private static final int DEFAULT_POOL_SIZE = 10;

		public Wuying {
			Assert.notNull(strategy, "'strategy' must not be null");
			Assert.isTrue(poolSize > 0, "'poolSize' must be at least 1");
		}

		/**
		 * Return this proxy with another size of its pool.
		 * @param poolSize the number of addresses
		 * @return a changed copy
		 */
		public Wuying withPoolSize(int poolSize) {
			return new Wuying(this.strategy, poolSize);
		}

		/**
		 * How addresses are given out.
		 */
		public enum Strategy {

			/** One address stays. */
			RESTRICTED,

			/** The address changes within a pool. */
			POLLING

		}

	}

	/**
	 * A proxy that the service manages for a user.
	 *
	 * @param strategy how addresses are given out
	 * @param userId the user
	 * @param isp the provider that the address should belong to, {@code null} for any
	 * @param country its country, {@code null} for any
	 * @param province its province, {@code null} for any
	 * @param city its city, {@code null} for any
	 */
	record Managed(Strategy strategy, String userId, @Nullable String isp, @Nullable String country,
			@Nullable String province, @Nullable String city) implements BrowserProxy {

		public Managed {
			Assert.notNull(strategy, "'strategy' must not be null");
			Assert.hasText(userId, "'userId' must not be empty");
			requireNotBlank(isp, "isp");
			requireNotBlank(country, "country");
			requireNotBlank(province, "province");
			requireNotBlank(city, "city");
			Assert.isTrue(
					strategy != Strategy.MATCHED || isp != null || country != null || province != null || city != null,
					"'strategy' matched needs at least one of isp, country, province and city");
		}

		/**
		 * Return this proxy with addresses that are given out in another way.
		 * @param strategy how addresses are given out
		 * @return a changed copy
		 */
		public Managed withStrategy(Strategy strategy) {
			return new Managed(strategy, this.userId, this.isp, this.country, this.province, this.city);
		}

		/**
		 * Return this proxy with an address of a provider.
		 * @param isp the provider
		 * @return a changed copy
		 */
		public Managed withIsp(String isp) {
			return new Managed(this.strategy, this.userId, isp, this.country, this.province, this.city);
		}

		/**
		 * Return this proxy with an address in a country.
		 * @param country the country
		 * @return a changed copy
		 */
		public Managed withCountry(String country) {
			return new Managed(this.strategy, this.userId, this.isp, country, this.province, this.city);
		}

		/**
		 * Return this proxy with an address in a province.
		 * @param province the province
		 * @return a changed copy
		 */
		public Managed withProvince(String province) {
			return new Managed(this.strategy, this.userId, this.isp, this.country, province, this.city);
		}

		/**
		 * Return this proxy with an address in a city.
		 * @param city the city
		 * @return a changed copy
		 */
		public Managed withCity(String city) {
			return new Managed(this.strategy, this.userId, this.isp, this.country, this.province, city);
		}

		private static void requireNotBlank(@Nullable String value, String name) {
			Assert.isTrue(value == null || !value.isBlank(),
					() -> "'" + name + "' must not be blank; pass null for any");
		}

		/**
		 * How addresses are given out.
		 */
		public enum Strategy {

			/** From a pool, one after the other. */
			POLLING,

			/** The same again as long as possible. */
			STICKY,

			/** A new one for each connection. */
			ROTATING,

			/** One with the given provider or place. */
			MATCHED

		}

	}

}
