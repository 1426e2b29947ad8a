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

import java.time.Duration;

import io.agentbay.connection.Proxy;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.connection.Tls;
import io.agentbay.internal.text.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How requests travel.
 *
 * @param timeouts the time limits
 * @param retry when to repeat a call
 * @param maxConnections the most connections open at once; default 100. Further calls
 * wait for one
 * @param idleTimeout after which time without use a connection is closed; default 30
 * seconds
 * @param maxReplySize the largest reply that is accepted; default 64 MB. A larger one is
 * refused while it arrives, so that it cannot exhaust the memory
 * @param allowPlainHttp whether unencrypted traffic may leave this machine; default
 * false. To loopback addresses it always may
 * @param userAgent the value of the {@code User-Agent} header
 * @param proxy the proxy that requests go through, {@code null} for none
 * @param tls how encrypted connections are made, {@code null} for the default of the JVM
 */
public record TransportSettings(Timeouts timeouts, RetryPolicy retry, int maxConnections, Duration idleTimeout,
		DataSize maxReplySize, boolean allowPlainHttp, String userAgent, @Nullable Proxy proxy, @Nullable Tls tls) {

	public TransportSettings {
		Assert.isTrue(maxConnections >= 1, "'maxConnections' must be at least 1");
		Durations.requirePositive(idleTimeout, "idleTimeout");
		Assert.isTrue(maxReplySize.toBytes() >= 1024 && maxReplySize.toBytes() <= Integer.MAX_VALUE,
				"'maxReplySize' must be between 1 KB and 2 GB");
	}

}
