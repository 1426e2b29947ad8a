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

package io.agentbay.boot.health;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.ServiceException;
import io.agentbay.error.ThrottledException;
import io.agentbay.session.SessionQuery;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.util.Assert;

/**
 * {@link ReactiveHealthIndicator} for AgentBay. It asks the service for one session,
 * which costs nothing and changes nothing.
 *
 * <p>
 * The outcome is kept for a while, so that frequent questions do not become frequent
 * calls. A service that answers slowly is {@code UP} with the reason {@code slow}.
 *
 * <p>
 * The detail {@code reason} tells what is wrong: {@code unauthorized} (the key is not
 * accepted), {@code unreachable}, {@code timeout}, {@code throttled}, {@code quota},
 * {@code invalid-reply} or {@code refused}. All are {@code DOWN} except
 * {@code throttled}: a service that asks for patience is there, but did not say how it
 * is, so that is {@code UNKNOWN}. So is a client that nobody has used yet
 * ({@code unused}): the check does not make one.
 *
 * @since 0.1.0
 */
public class AgentBayHealthIndicator extends AbstractReactiveHealthIndicator {

	private static final SessionQuery ONE_SESSION = SessionQuery.all().withPageSize(1);

	private final Supplier<@Nullable ReactiveAgentBay> client;

	private final Duration timeout;

	private final Duration slowAfter;

	private final Mono<Health> check;

	/**
	 * Create an indicator.
	 * @param agentBay the client
	 * @param timeout the longest time for the check
	 * @param slowAfter after which time an answer counts as slow
	 * @param cacheFor for how long the outcome of a check is valid; zero to check always
	 */
	public AgentBayHealthIndicator(ReactiveAgentBay agentBay, Duration timeout, Duration slowAfter, Duration cacheFor) {
		this(() -> agentBay, timeout, slowAfter, cacheFor);
		Assert.notNull(agentBay, "'agentBay' must not be null");
	}

	/**
	 * Create an indicator of a client that may not have been made yet.
	 * @param client tells the client, {@code null} as long as there is none
	 * @param timeout the longest time for the check
	 * @param slowAfter after which time an answer counts as slow
	 * @param cacheFor for how long the outcome of a check is valid; zero to check always
	 */
	public AgentBayHealthIndicator(Supplier<@Nullable ReactiveAgentBay> client, Duration timeout, Duration slowAfter,
			Duration cacheFor) {
		super("AgentBay health check failed");
		Assert.notNull(client, "'client' must not be null");
		Assert.isTrue(!timeout.isNegative() && !timeout.isZero(), "'timeout' must be longer than zero");
		this.client = client;
		Assert.isTrue(!slowAfter.isNegative(), "'slowAfter' must not be negative");
		Assert.isTrue(!cacheFor.isNegative(), "'cacheFor' must not be negative");
		this.timeout = timeout;
		this.slowAfter = slowAfter;
		Mono<Health> fresh = Mono.defer(() -> check(new Health.Builder()));
		this.check = cacheFor.isZero() ? fresh
				: fresh.cache((health) -> cacheFor, (ex) -> Duration.ZERO, () -> Duration.ZERO);
	}

	@Override
	protected Mono<Health> doHealthCheck(Health.Builder builder) {
		return (this.client.get() != null) ? this.check
				: Mono.just(builder.unknown().withDetail("reason", "unused").build());
	}

	private Mono<Health> check(Health.Builder builder) {
		ReactiveAgentBay agentBay = Objects.requireNonNull(this.client.get(), "no client");
		long begin = System.nanoTime();
		return agentBay.listPage(ONE_SESSION)
			.timeout(this.timeout, Mono.error(this::notInTime))
			.map((page) -> up(agentBay, builder, Duration.ofNanos(System.nanoTime() - begin)))
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(notUp(builder, ex)));
	}

	private CallTimeoutException notInTime() {
		return new CallTimeoutException("The check was not answered within " + this.timeout, CallDetails.none(), null);
	}

	private Health up(ReactiveAgentBay agentBay, Health.Builder builder, Duration time) {
		builder.up()
			.withDetail("cachedSessions", agentBay.cachedSessions().size())
			.withDetail("responseMillis", time.toMillis());
		if (time.compareTo(this.slowAfter) > 0) {
			builder.withDetail("reason", "slow");
		}
		return builder.build();
	}

	private static Health notUp(Health.Builder builder, AgentBayException ex) {
		boolean throttled = ex instanceof ThrottledException;
		return describe(throttled ? builder.unknown() : builder.down(), reason(ex), ex.getMessage(), ex.requestId());
	}

	private static String reason(AgentBayException ex) {
		if (ex instanceof ServiceException refusal) {
			return switch (refusal.failureKind()) {
				case AUTHENTICATION -> "unauthorized";
				case THROTTLED -> "throttled";
				case QUOTA -> "quota";
				case TIMEOUT -> "timeout";
				default -> "refused";
			};
		}
		if (ex instanceof CallTimeoutException) {
			return "timeout";
		}
		if (ex instanceof ConnectionFailedException) {
			return "unreachable";
		}
		return (ex instanceof InvalidReplyException) ? "invalid-reply" : "error";
	}

	private static Health describe(Health.Builder builder, String reason, @Nullable String error,
			@Nullable String requestId) {
		builder.withDetail("reason", reason).withDetail("error", String.valueOf(error));
		if (requestId != null) {
			builder.withDetail("requestId", requestId);
		}
		return builder.build();
	}

}
