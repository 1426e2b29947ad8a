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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsProperties.Jdbc;
import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsProperties.Store;
import io.agentbay.boot.autoconfigure.AgentBayLocalProperties.Isolation;
import io.agentbay.boot.autoconfigure.AgentBayPoolProperties.Reuse;
import io.agentbay.boot.jdbc.InitializeSchema;
import io.agentbay.boot.keyed.KeyedSessionSettings;
import io.agentbay.boot.pool.PoolSettings;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextMountByName;
import io.agentbay.context.ContextSync;
import io.agentbay.context.MountAccess;
import io.agentbay.context.MountStrategy;
import io.agentbay.context.policy.Lifecycle;
import io.agentbay.context.policy.UploadMode;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AgentBayProperties}.
 */
class AgentBayPropertiesTests {

	@Test
	void withoutAnyPropertyTheDefaultsOfTheClientHold() {
		AgentBayProperties properties = bind(Map.of());
		assertThat(properties.apiKey()).isNull();
		assertThat(properties.endpoint()).isNull();
		assertThat(properties.regionId()).isNull();
		assertThat(properties.connection().connectTimeout()).isNull();
		assertThat(properties.connection().responseTimeout()).isNull();
		assertThat(properties.connection().operationTimeout()).isNull();
		assertThat(properties.connection().maxConnections()).isEqualTo(100);
		assertThat(properties.connection().idleTimeout()).isEqualTo(Duration.ofSeconds(30));
		assertThat(properties.connection().userAgentSuffix()).isNull();
		assertThat(properties.connection().ssl().bundle()).isNull();
		assertThat(properties.connection().proxy())
			.isEqualTo(new AgentBayProperties.Connection.Proxy(null, 8080, null, null, List.of()));
		assertThat(properties.directLink()).isTrue();
		assertThat(properties.clients()).isEmpty();
		assertThat(properties.connection().maxReplySize()).isEqualTo(DataSize.ofMegabytes(64));
		assertThat(properties.connection().allowPlainHttp()).isFalse();
		RetryPolicy retry = RetryPolicy.defaults();
		assertThat(properties.retry()).isEqualTo(new AgentBayProperties.Retry(retry.maxAttempts(), retry.firstBackoff(),
				retry.maxBackoff(), retry.maxRatio(), retry.reserve()));
		assertThat(bind(AgentBayCleanupProperties.class, Map.of()))
			.isEqualTo(new AgentBayCleanupProperties(true, Duration.ofSeconds(20), 16, false));
		assertThat(properties.session()).isEqualTo(new AgentBayProperties.Session(null, Map.of(), null, null, null,
				new AgentBayProperties.Session.Release(null, null, false), List.of(), List.of()));
		assertThat(SessionOptionsMapper.options(properties.session())).isEqualTo(CreateSessionOptions.defaults());
		PoolSettings pool = PoolSettings.defaults();
		assertThat(bind(AgentBayPoolProperties.class, Map.of())).isEqualTo(new AgentBayPoolProperties(false, List.of(),
				pool.minIdle(), pool.maxSize(), pool.refillBatch(), pool.acquireTimeout(), pool.maxAge(),
				pool.minRemainingLife(), pool.checkAfter(), Reuse.SINGLE_USE));
		assertThat(bind(AgentBayOwnershipProperties.class, Map.of()))
			.isEqualTo(new AgentBayOwnershipProperties(null, null, null, null, Duration.ofMinutes(1),
					new AgentBayOwnershipProperties.Reaper(true, Duration.ofMinutes(5))));
		KeyedSessionSettings keyed = KeyedSessionSettings.defaults();
		assertThat(bind(AgentBayKeyedSessionsProperties.class, Map.of()))
			.isEqualTo(new AgentBayKeyedSessionsProperties(Store.MEMORY, null, keyed.maxIdle(), keyed.maxAge(),
					keyed.checkAfter(), keyed.keepAlive(), new Jdbc(InitializeSchema.EMBEDDED)));
		assertThat(bind(AgentBayHealthProperties.class, Map.of())).isEqualTo(
				new AgentBayHealthProperties(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(10)));
		assertThat(bind(AgentBayLocalProperties.class, Map.of()))
			.isEqualTo(new AgentBayLocalProperties(null, false, 0, null, null, Isolation.AUTO, true, List.of()));
	}

	@Test
	void contextsAreMountedIntoEachSession() {
		AgentBayProperties properties = bind(Map.of("agentbay.session.contexts[0].id", "SdkCtx-1",
				"agentbay.session.contexts[0].path", "/data", "agentbay.session.contexts[1].id", "SdkCtx-2",
				"agentbay.session.contexts[1].path", "/logs", "agentbay.session.contexts[1].auto-upload", "false",
				"agentbay.session.contexts[1].lifecycle", "thirty-days", "agentbay.session.contexts[2].name", "notes",
				"agentbay.session.contexts[2].path", "/notes"));
		CreateSessionOptions params = SessionOptionsMapper.options(properties.session());
		assertThat(params.contextsByName()).containsExactly(ContextByName.of("notes", "/notes"));
		assertThat(params.contextSyncs()).hasSize(2).first().isEqualTo(ContextSync.of("SdkCtx-1", "/data"));
		assertThat(params.contextSyncs().get(1).policy()).satisfies((policy) -> {
			assertThat(policy.uploadPolicy().autoUpload()).isFalse();
			assertThat(policy.recyclePolicy().lifecycle()).isEqualTo(Lifecycle.THIRTY_DAYS);
		});
	}

	@Test
	void contextsThatAreLiveAreMountedIntoEachSession() {
		AgentBayProperties properties = bind(Map.of("agentbay.session.mounts[0].id", "SdkCtx-1",
				"agentbay.session.mounts[0].path", "/mnt/data", "agentbay.session.mounts[0].access", "read-only",
				"agentbay.session.mounts[0].source-path", "/train", "agentbay.session.mounts[1].name", "notes",
				"agentbay.session.mounts[1].path", "/mnt/notes", "agentbay.session.mounts[1].strategy", "performance"));
		CreateSessionOptions options = SessionOptionsMapper.options(properties.session());
		assertThat(options.contextMounts())
			.containsExactly(ContextMount.of("SdkCtx-1", "/mnt/data").asReadOnly().withSourcePath("/train"));
		assertThat(options.contextMountsByName())
			.containsExactly(ContextMountByName.of("notes", "/mnt/notes").withStrategy(MountStrategy.PERFORMANCE));
	}

	@Test
	void allPropertiesAreBound() {
		Map<String, String> all = Map.ofEntries(Map.entry("agentbay.api-key", "akm-1"),
				Map.entry("agentbay.endpoint", "localhost:1"), Map.entry("agentbay.region-id", "cn-hangzhou"),
				Map.entry("agentbay.connection.connect-timeout", "1s"),
				Map.entry("agentbay.connection.response-timeout", "2s"),
				Map.entry("agentbay.connection.operation-timeout", "3m"),
				Map.entry("agentbay.connection.max-connections", "4"),
				Map.entry("agentbay.connection.max-reply-size", "5MB"),
				Map.entry("agentbay.connection.allow-plain-http", "true"), Map.entry("agentbay.direct-link", "false"),
				Map.entry("agentbay.connection.idle-timeout", "23s"),
				Map.entry("agentbay.connection.user-agent-suffix", "shop/1"),
				Map.entry("agentbay.connection.ssl.bundle", "corporate"),
				Map.entry("agentbay.connection.proxy.host", "proxy"), Map.entry("agentbay.connection.proxy.port", "24"),
				Map.entry("agentbay.connection.proxy.username", "user"),
				Map.entry("agentbay.connection.proxy.password", "word"),
				Map.entry("agentbay.connection.proxy.direct-hosts", "a.test,*.b.test"),
				Map.entry("agentbay.clients.other.api-key", "akm-25"),
				Map.entry("agentbay.cleanup.sync-contexts", "true"), Map.entry("agentbay.retry.max-attempts", "6"),
				Map.entry("agentbay.retry.first-backoff", "7ms"), Map.entry("agentbay.retry.max-backoff", "8s"),
				Map.entry("agentbay.retry.max-ratio", "0.5"), Map.entry("agentbay.retry.reserve", "9"),
				Map.entry("agentbay.ownership.enabled", "true"), Map.entry("agentbay.ownership.owner", "shop"),
				Map.entry("agentbay.ownership.lock-directory", "locks"),
				Map.entry("agentbay.ownership.lock-domain", "prod"),
				Map.entry("agentbay.ownership.lock-timeout", "28s"),
				Map.entry("agentbay.ownership.reaper.enabled", "false"),
				Map.entry("agentbay.ownership.reaper.period", "29m"), Map.entry("agentbay.cleanup.enabled", "false"),
				Map.entry("agentbay.cleanup.timeout", "9s"), Map.entry("agentbay.cleanup.parallelism", "10"),
				Map.entry("agentbay.session.image-id", "code_latest"), Map.entry("agentbay.session.labels.a", "b"),
				Map.entry("agentbay.session.policy-id", "p-1"), Map.entry("agentbay.session.network-id", "n-1"),
				Map.entry("agentbay.session.idle-release-timeout", "15m"),
				Map.entry("agentbay.session.lifecycle.idle-release-timeout", "33m"),
				Map.entry("agentbay.session.lifecycle.max-runtime", "34m"),
				Map.entry("agentbay.session.lifecycle.manual-release", "true"),
				Map.entry("agentbay.pool.enabled", "true"),
				Map.entry("agentbay.pool.images", "code_latest,linux_latest"),
				Map.entry("agentbay.pool.min-idle", "16"), Map.entry("agentbay.pool.max-size", "17"),
				Map.entry("agentbay.pool.refill-batch", "18"), Map.entry("agentbay.pool.acquire-timeout", "19s"),
				Map.entry("agentbay.pool.max-age", "20m"), Map.entry("agentbay.pool.min-remaining-life", "21s"),
				Map.entry("agentbay.pool.check-after", "22s"), Map.entry("agentbay.pool.reuse", "reset"),
				Map.entry("agentbay.session.contexts[0].id", "SdkCtx-1"),
				Map.entry("agentbay.session.contexts[0].path", "/data"),
				Map.entry("agentbay.session.contexts[0].auto-upload", "false"),
				Map.entry("agentbay.session.contexts[0].upload-mode", "archive"),
				Map.entry("agentbay.session.contexts[0].auto-download", "false"),
				Map.entry("agentbay.session.contexts[0].lifecycle", "one-day"),
				Map.entry("agentbay.session.contexts[0].wait-for-completion", "false"),
				Map.entry("agentbay.session.mounts[0].name", "live"),
				Map.entry("agentbay.session.mounts[0].path", "/live"),
				Map.entry("agentbay.session.mounts[0].access", "read-only"),
				Map.entry("agentbay.session.mounts[0].strategy", "performance"),
				Map.entry("agentbay.session.mounts[0].source-path", "/part"),
				Map.entry("agentbay.session.mounts[0].wait-for-completion", "false"),
				Map.entry("agentbay.keyed-sessions.store", "redis"),
				Map.entry("agentbay.keyed-sessions.namespace", "shop"),
				Map.entry("agentbay.keyed-sessions.max-idle", "30h"),
				Map.entry("agentbay.keyed-sessions.max-age", "31h"),
				Map.entry("agentbay.keyed-sessions.check-after", "32s"),
				Map.entry("agentbay.keyed-sessions.keep-alive", "true"),
				Map.entry("agentbay.keyed-sessions.jdbc.initialize-schema", "never"),
				Map.entry("agentbay.health.timeout", "11s"), Map.entry("agentbay.health.slow-after", "26s"),
				Map.entry("agentbay.health.cache-for", "27s"), Map.entry("agentbay.local.enabled", "true"),
				Map.entry("agentbay.local.fallback", "true"), Map.entry("agentbay.local.port", "12"),
				Map.entry("agentbay.local.api-key", "akm-13"), Map.entry("agentbay.local.data-directory", "fourteen"),
				Map.entry("agentbay.local.isolation", "host"), Map.entry("agentbay.local.direct-link", "false"),
				Map.entry("agentbay.local.images", "*_latest"),
				Map.entry("agentbay.web.problem-details.enabled", "true"),
				Map.entry("agentbay.web.problem-details.include-message", "true"),
				Map.entry("agentbay.recent-errors.include-message", "true"));
		assertThat(bind(all)).isEqualTo(new AgentBayProperties("akm-1", "localhost:1", "cn-hangzhou", false,
				new AgentBayProperties.Connection(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(3),
						4, Duration.ofSeconds(23), DataSize.ofMegabytes(5), true, "shop/1",
						new AgentBayProperties.Connection.Ssl("corporate"),
						new AgentBayProperties.Connection.Proxy("proxy", 24, "user", "word",
								List.of("a.test", "*.b.test"))),
				new AgentBayProperties.Retry(6, Duration.ofMillis(7), Duration.ofSeconds(8), 0.5, 9),
				new AgentBayProperties.Session("code_latest", Map.of("a", "b"), "p-1", "n-1", Duration.ofMinutes(15),
						new AgentBayProperties.Session.Release(Duration.ofMinutes(33), Duration.ofMinutes(34), true),
						List.of(new AgentBayProperties.Session.Context("SdkCtx-1", null, "/data", false,
								UploadMode.ARCHIVE, false, Lifecycle.ONE_DAY, false)),
						List.of(new AgentBayProperties.Session.Mount(null, "live", "/live", MountAccess.READ_ONLY,
								MountStrategy.PERFORMANCE, "/part", false))),
				Map.of("other", DefaultAccount.of(bind(Map.of("agentbay.api-key", "akm-25"))))));
		assertThat(bind(AgentBayRecentErrorsProperties.class, all)).isEqualTo(new AgentBayRecentErrorsProperties(true));
		assertThat(bind(AgentBayCleanupProperties.class, all))
			.isEqualTo(new AgentBayCleanupProperties(false, Duration.ofSeconds(9), 10, true));
		assertThat(bind(AgentBayOwnershipProperties.class, all))
			.isEqualTo(new AgentBayOwnershipProperties(true, "shop", Path.of("locks"), "prod", Duration.ofSeconds(28),
					new AgentBayOwnershipProperties.Reaper(false, Duration.ofMinutes(29))));
		assertThat(bind(AgentBayPoolProperties.class, all)).isEqualTo(new AgentBayPoolProperties(true,
				List.of("code_latest", "linux_latest"), 16, 17, 18, Duration.ofSeconds(19), Duration.ofMinutes(20),
				Duration.ofSeconds(21), Duration.ofSeconds(22), Reuse.RESET));
		assertThat(bind(AgentBayKeyedSessionsProperties.class, all))
			.isEqualTo(new AgentBayKeyedSessionsProperties(Store.REDIS, "shop", Duration.ofHours(30),
					Duration.ofHours(31), Duration.ofSeconds(32), true, new Jdbc(InitializeSchema.NEVER)));
		assertThat(bind(AgentBayHealthProperties.class, all)).isEqualTo(
				new AgentBayHealthProperties(Duration.ofSeconds(11), Duration.ofSeconds(26), Duration.ofSeconds(27)));
		assertThat(bind(AgentBayLocalProperties.class, all)).isEqualTo(new AgentBayLocalProperties(true, true, 12,
				"akm-13", Path.of("fourteen"), Isolation.HOST, false, List.of("*_latest")));
		assertThat(bind(AgentBayWebProperties.class, all))
			.isEqualTo(new AgentBayWebProperties(new AgentBayWebProperties.ProblemDetails(true, true)));
	}

	@Test
	void textFormHoldsNoKey() {
		AgentBayProperties properties = bind(Map.of("agentbay.api-key", "akm-secret", "agentbay.clients.a.api-key",
				"akm-other", "agentbay.connection.proxy.username", "user", "agentbay.connection.proxy.password",
				"akm-proxy"));
		assertThat(properties.toString()).contains("apiKey=****").doesNotContain("akm-");
		assertThat(bind(AgentBayLocalProperties.class, Map.of("agentbay.local.api-key", "akm-local")).toString())
			.contains("apiKey=****")
			.doesNotContain("akm-");
	}

	@ParameterizedTest
	@CsvSource({ "agentbay.connection.connect-timeout, 0s, 'connect-timeout'",
			"agentbay.connection.response-timeout, -1s, 'response-timeout'",
			"agentbay.connection.operation-timeout, 0s, 'operation-timeout'",
			"agentbay.connection.max-connections, 0, 'max-connections'",
			"agentbay.connection.idle-timeout, 0s, 'idle-timeout'", "agentbay.connection.proxy.port, 0, 'port'",
			"agentbay.connection.proxy.password, word, 'username'",
			"agentbay.connection.max-reply-size, 1023B, 'max-reply-size'",
			"agentbay.connection.max-reply-size, 2GB, 'max-reply-size'",
			"agentbay.retry.max-attempts, 0, 'max-attempts'", "agentbay.retry.first-backoff, -1ms, 'first-backoff'",
			"agentbay.retry.max-backoff, 100ms, 'max-backoff'", "agentbay.cleanup.timeout, 0s, 'timeout'",
			"agentbay.cleanup.parallelism, 0, 'parallelism'", "agentbay.health.timeout, 0s, 'timeout'",
			"agentbay.health.slow-after, 0s, 'slow-after'", "agentbay.health.cache-for, -1s, 'cache-for'",
			"agentbay.pool.min-idle, -1, 'min-idle'", "agentbay.pool.min-idle, 11, 'max-size'",
			"agentbay.pool.max-size, 0, 'max-size'", "agentbay.pool.refill-batch, 0, 'refill-batch'",
			"agentbay.pool.acquire-timeout, 0s, 'acquire-timeout'", "agentbay.pool.max-age, 0s, 'max-age'",
			"agentbay.pool.min-remaining-life, -1s, 'min-remaining-life'",
			"agentbay.keyed-sessions.max-idle, 30s, 'max-idle'", "agentbay.keyed-sessions.max-age, 0s, 'max-age'",
			"agentbay.keyed-sessions.check-after, -1s, 'check-after'", "agentbay.session.contexts[0].path, /data, 'id'",
			"agentbay.session.contexts[0].id, c, 'path'", "agentbay.session.mounts[0].path, /data, 'id'",
			"agentbay.session.mounts[0].id, c, 'path'", "agentbay.pool.check-after, -1s, 'check-after'",
			"agentbay.local.port, 65536, 'port'", "agentbay.local.port, -1, 'port'" })
	void unusableValueIsRefusedByName(String property, String value, String named) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(typeOf(property), Map.of(property, value)))
			.havingRootCause()
			.isInstanceOf(IllegalArgumentException.class)
			.withMessageContaining(named);
	}

	private static Class<?> typeOf(String property) {
		return Stream
			.of(AgentBayCleanupProperties.class, AgentBayOwnershipProperties.class, AgentBayPoolProperties.class,
					AgentBayKeyedSessionsProperties.class, AgentBayHealthProperties.class,
					AgentBayLocalProperties.class)
			.filter((type) -> property.startsWith(prefix(type) + "."))
			.<Class<?>>map((type) -> type)
			.findFirst()
			.orElse(AgentBayProperties.class);
	}

	private static String prefix(Class<?> type) {
		return AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class).prefix();
	}

	private static AgentBayProperties bind(Map<String, String> properties) {
		return bind(AgentBayProperties.class, properties);
	}

	private static <T> T bind(Class<T> type, Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix(type), type);
	}

	@Test
	void aLifecycleIsTakenFromItsProperties() {
		assertThat(lifecycle(Map.of())).isNull();
		assertThat(lifecycle(Map.of("agentbay.session.lifecycle.idle-release-timeout", "10m")))
			.isEqualTo(LifecyclePolicy.defaults().withIdleReleaseTimeout(Duration.ofMinutes(10)));
		assertThat(lifecycle(Map.of("agentbay.session.lifecycle.max-runtime", "2h")))
			.isEqualTo(LifecyclePolicy.defaults().withMaxRuntime(Duration.ofHours(2)));
		assertThat(lifecycle(Map.of("agentbay.session.lifecycle.manual-release", "true")))
			.isEqualTo(LifecyclePolicy.manualRelease());
	}

	private static LifecyclePolicy lifecycle(Map<String, String> properties) {
		return SessionOptionsMapper.options(bind(properties).session()).lifecyclePolicy();
	}

}
