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

package io.agentbay.internal.http;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

import io.agentbay.connection.Proxy;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the names of hosts behind a proxy to the proxy: the machines that need one often
 * cannot resolve them.
 */
final class ProxiedNames extends AddressResolverGroup<InetSocketAddress> {

	private final @Nullable Pattern directHosts;

	ProxiedNames(Proxy proxy) {
		String pattern = proxy.directHostsPattern();
		this.directHosts = (pattern != null) ? Pattern.compile(pattern) : null;
	}

	private boolean isProxied(InetSocketAddress address) {
		return this.directHosts == null || !this.directHosts.matcher(address.getHostString()).matches();
	}

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new InetSocketAddressResolver(executor, new DefaultNameResolver(executor)) {

			@Override
			protected boolean doIsResolved(InetSocketAddress address) {
				return isProxied(address) || super.doIsResolved(address);
			}

		};
	}

}
