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
import java.util.regex.Pattern;

import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.DownloadPolicy;
import io.agentbay.context.policy.Lifecycle;
import io.agentbay.context.policy.RecyclePolicy;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadMode;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.session.CreateSessionParams;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for AgentBay.
 *
 * @param apiKey API key of the account. When it is not set, it is taken from the
 * environment variable AGENTBAY_API_KEY or from a .env file.
 * @param endpoint Address of the service: a host, a host:port or an http(s) URL.
 * @param regionId Region for new sessions. Does not change the endpoint. The service
 * chooses when it is not set.
 * @param directLink Whether tools are called over the direct link of a session that has
 * one. Switch it off where only the service's own address can be reached.
 * @param connection Connection to the service.
 * @param retry Repetition of calls that may be repeated.
 * @param session What sessions are like when their creation does not say.
 * @param clients Further clients by name, for further accounts. Each becomes a bean that
 * is qualified by its name, and takes nothing over from the others.
 * @param cleanup Deletion of sessions when the application stops.
 * @param ownership Deletion of sessions that an application left behind when it died.
 * @param pool Pool of warm sessions.
 * @param keyedSessions Sessions that are found again by a key.
 * @param health Health check.
 * @param local Local runtime.
 */
@ConfigurationProperties("agentbay")
public record AgentBayProperties(@Nullable String apiKey, @Nullable String endpoint, @Nullable String regionId,
		@DefaultValue("true") boolean directLink, @DefaultValue Connection connection, @DefaultValue Retry retry,
		@DefaultValue Session session, @DefaultValue Map<String, Client> clients, @DefaultValue Cleanup cleanup,
		@DefaultValue Ownership ownership, @DefaultValue Pool pool, @DefaultValue KeyedSessions keyedSessions,
		@DefaultValue Health health, @DefaultValue Local local) {

	/** The client that has no name. */
	Client client() {
		return new Client(this.apiKey, this.endpoint, this.regionId, this.directLink, this.connection, this.retry,
				this.session);
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "AgentBayProperties[client=" + client() + ", clients=" + this.clients + ", cleanup=" + this.cleanup
				+ ", ownership=" + this.ownership + ", pool=" + this.pool + ", keyedSessions=" + this.keyedSessions
				+ ", health=" + this.health + ", local=" + this.local + "]";
	}

	private static String masked(@Nullable String secret) {
		return (secret != null) ? "****" : "null";
	}

	private static void requirePositive(@Nullable Duration value, String name) {
		Assert.isTrue(value == null || (!value.isNegative() && !value.isZero()),
				() -> "'" + name + "' must be longer than zero");
	}

	/**
	 * A client of its own.
	 *
	 * @param apiKey API key of the account.
	 * @param endpoint Address of the service: a host, a host:port or an http(s) URL.
	 * @param regionId Region for new sessions. The service chooses when it is not set.
	 * @param directLink Whether tools are called over the direct link of a session that
	 * has one.
	 * @param connection Connection to the service.
	 * @param retry Repetition of calls that may be repeated.
	 * @param session What sessions are like when their creation does not say.
	 */
	public record Client(@Nullable String apiKey, @Nullable String endpoint, @Nullable String regionId,
			@DefaultValue("true") boolean directLink, @DefaultValue Connection connection, @DefaultValue Retry retry,
			@DefaultValue Session session) {

		/** Without the key. */
		@Override
		public String toString() {
			return "Client[apiKey=" + masked(this.apiKey) + ", endpoint=" + this.endpoint + ", regionId="
					+ this.regionId + ", directLink=" + this.directLink + ", connection=" + this.connection + ", retry="
					+ this.retry + ", session=" + this.session + "]";
		}

	}

	/**
	 * How the service is reached.
	 *
	 * @param connectTimeout Longest time for opening a connection. Never longer than the
	 * response time-out unless it is set.
	 * @param responseTimeout Longest time to wait for an answer after a request was sent.
	 * @param operationTimeout Longest time for a whole operation, with all its requests,
	 * retries and polls.
	 * @param maxConnections Maximum number of connections that are open at once.
	 * @param idleTimeout Time without use after which a connection is closed.
	 * @param maxReplySize Largest reply that is accepted, and so the largest file that
	 * can be read whole.
	 * @param allowPlainHttp Whether unencrypted requests, which carry the key, may leave
	 * this machine. To loopback addresses they always may.
	 * @param userAgentSuffix Text that is added to the User-Agent header, such as
	 * "my-application/1.2".
	 * @param ssl Certificates.
	 * @param proxy HTTP proxy.
	 */
	public record Connection(@Nullable Duration connectTimeout, @Nullable Duration responseTimeout,
			@Nullable Duration operationTimeout, @DefaultValue("100") int maxConnections,
			@DefaultValue("30s") Duration idleTimeout, @DefaultValue("64MB") DataSize maxReplySize,
			@DefaultValue("false") boolean allowPlainHttp, @Nullable String userAgentSuffix, @DefaultValue Ssl ssl,
			@DefaultValue Proxy proxy) {

		private static final DataSize SMALLEST_REPLY_LIMIT = DataSize.ofKilobytes(1);

		public Connection {
			requirePositive(connectTimeout, "connect-timeout");
			requirePositive(responseTimeout, "response-timeout");
			requirePositive(operationTimeout, "operation-timeout");
			requirePositive(idleTimeout, "idle-timeout");
			Assert.isTrue(maxConnections >= 1, "'max-connections' must be at least 1");
			Assert.isTrue(
					maxReplySize.compareTo(SMALLEST_REPLY_LIMIT) >= 0 && maxReplySize.toBytes() <= Integer.MAX_VALUE,
					"'max-reply-size' must be at least 1 KB and less than 2 GB");
		}

		/**
		 * What is trusted.
		 *
		 * @param bundle Name of the SSL bundle. The JVM's certificates are used when it
		 * is not set.
		 */
		public record Ssl(@Nullable String bundle) {
		}

		/**
		 * The proxy on the way to the service.
		 *
		 * @param host Host of the proxy. None is used when it is not set.
		 * @param port Port of the proxy.
		 * @param username User to log in to the proxy.
		 * @param password Password of the user.
		 * @param directHosts Comma-separated list of hosts that are reached without the
		 * proxy. An asterisk stands for any text, as in "*.example.com".
		 */
		public record Proxy(@Nullable String host, @DefaultValue("8080") int port, @Nullable String username,
				@Nullable String password, @DefaultValue List<String> directHosts) {

			public Proxy {
				Assert.isTrue(port >= 1 && port <= 65535, "'port' must be between 1 and 65535");
				Assert.isTrue(password == null || username != null, "'password' needs a 'username'");
			}

			/** Without the password. */
			@Override
			public String toString() {
				return "Proxy[host=" + this.host + ", port=" + this.port + ", username=" + this.username + ", password="
						+ masked(this.password) + ", directHosts=" + this.directHosts + "]";
			}

		}

	}

	/**
	 * When calls that may be repeated are repeated.
	 *
	 * @param maxAttempts Maximum number of times that a call is tried in all. Use 1 to
	 * switch retries off.
	 * @param firstBackoff Pause before the second attempt. Later pauses grow.
	 * @param maxBackoff Longest pause between two attempts.
	 * @param maxRatio Number of repeats for each call, from 0 to 1, counted over all
	 * calls of the client. Repeating most calls would add to the load that makes them
	 * fail.
	 * @param reserve Number of repeats beyond the ratio that may be used up at once after
	 * a time without failures.
	 */
	public record Retry(@DefaultValue("3") int maxAttempts, @DefaultValue("200ms") Duration firstBackoff,
			@DefaultValue("5s") Duration maxBackoff, @DefaultValue("0.2") double maxRatio,
			@DefaultValue("20") int reserve) {

		public Retry {
			Assert.isTrue(maxAttempts >= 1, "'max-attempts' must be at least 1");
			Assert.isTrue(!firstBackoff.isNegative(), "'first-backoff' must not be negative");
			Assert.isTrue(maxBackoff.compareTo(firstBackoff) >= 0,
					"'max-backoff' must not be shorter than 'first-backoff'");
			Assert.isTrue(maxRatio >= 0 && maxRatio <= 1, "'max-ratio' must be between 0 and 1");
			Assert.isTrue(reserve >= 0, "'reserve' must not be negative");
		}

	}

	/**
	 * What a session is like when nothing else is asked for.
	 *
	 * @param imageId Image of the sessions. The service chooses when it is not set.
	 * @param labels Labels to find the sessions by. Names that begin with "agentbay-" are
	 * reserved.
	 * @param policyId Policy for the sessions.
	 * @param networkId Network that the sessions join.
	 * @param idleReleaseTimeout Time without use after which the service releases a
	 * session, in whole seconds. The service decides when it is not set. It knows no
	 * longest time of a session that is in use.
	 * @param contexts List of the contexts to mount. Each has an "id", or a "name" by
	 * which it is found or created, and a "path", and optionally "auto-upload" (true),
	 * "upload-mode" (file or archive), "auto-download" (true), "lifecycle" (forever) and
	 * "wait-for-completion" (true).
	 */
	public record Session(@Nullable String imageId, @DefaultValue Map<String, String> labels, @Nullable String policyId,
			@Nullable String networkId, @Nullable Duration idleReleaseTimeout, @DefaultValue List<Context> contexts) {

		public Session {
			Assert.isTrue(idleReleaseTimeout == null || idleReleaseTimeout.toSeconds() > 0,
					"'idle-release-timeout' must be at least one second");
		}

		CreateSessionParams toParams() {
			return toParams(this.imageId);
		}

		CreateSessionParams toParams(@Nullable String imageId) {
			CreateSessionParams.Builder params = CreateSessionParams.builder()
				.imageId(imageId)
				.labels(this.labels)
				.policyId(this.policyId)
				.networkId(this.networkId)
				.idleReleaseTimeout(this.idleReleaseTimeout);
			this.contexts.forEach((context) -> context.addTo(params));
			return params.build();
		}

		/**
		 * A context that is mounted into each session.
		 *
		 * @param id Id of the context.
		 * @param name Name of the context, by which it is found, or created if it is
		 * missing, each time a session is created. Instead of the id.
		 * @param path Absolute path to mount the context at.
		 * @param autoUpload Whether files are copied from the session to the storage
		 * before the session ends.
		 * @param uploadMode Form in which files are stored.
		 * @param autoDownload Whether files are copied from the storage into the session
		 * when it starts.
		 * @param lifecycle Time for which stored files are kept.
		 * @param waitForCompletion Whether creating a session waits until the context has
		 * been downloaded.
		 */
		public record Context(@Nullable String id, @Nullable String name, @Nullable String path,
				@DefaultValue("true") boolean autoUpload, @DefaultValue("file") UploadMode uploadMode,
				@DefaultValue("true") boolean autoDownload, @DefaultValue("forever") Lifecycle lifecycle,
				@DefaultValue("true") boolean waitForCompletion) {

			public Context {
				Assert.isTrue(StringUtils.hasText(id) != StringUtils.hasText(name),
						"'id' or 'name' of a context must be set, and only one of them");
				Assert.isTrue(path != null && path.startsWith("/"), "'path' of a context must be an absolute path");
			}

			void addTo(CreateSessionParams.Builder params) {
				String mount = String.valueOf(this.path);
				if (StringUtils.hasText(this.id)) {
					params.contextSync(new ContextSync(this.id, mount, policy(), this.waitForCompletion));
				}
				else {
					params.contextByName(
							new ContextByName(String.valueOf(this.name), mount, policy(), this.waitForCompletion));
				}
			}

			private SyncPolicy policy() {
				SyncPolicy defaults = SyncPolicy.defaults();
				return defaults
					.withUploadPolicy(new UploadPolicy(this.autoUpload, defaults.uploadPolicy().uploadStrategy(),
							this.uploadMode))
					.withDownloadPolicy(
							new DownloadPolicy(this.autoDownload, defaults.downloadPolicy().downloadStrategy()))
					.withRecyclePolicy(new RecyclePolicy(this.lifecycle, defaults.recyclePolicy().paths()));
			}

		}

	}

	/**
	 * What happens to sessions when the application stops.
	 *
	 * @param enabled Whether to delete the sessions that the application created and that
	 * are still alive when it stops.
	 * @param timeout Longest time for deleting sessions when the application stops.
	 * @param parallelism Maximum number of sessions that are deleted at once.
	 * @param syncContexts Whether to save the contexts of the sessions before they are
	 * deleted, within the same time-out.
	 */
	public record Cleanup(@DefaultValue("true") boolean enabled, @DefaultValue("20s") Duration timeout,
			@DefaultValue("16") int parallelism, @DefaultValue("false") boolean syncContexts) {

		public Cleanup {
			requirePositive(timeout, "timeout");
			Assert.isTrue(parallelism >= 1, "'parallelism' must be at least 1");
		}

	}

	/**
	 * Whose sessions these are, so that those of an instance that died can be told from
	 * all others.
	 *
	 * @param enabled Whether to label sessions with their owner and to hold a lock while
	 * the application runs. Enabled when there is an owner, unless
	 * "agentbay.cleanup.enabled" is false.
	 * @param owner Name of the application, the same for all of its instances. Taken from
	 * "spring.application.name" when it is not set.
	 * @param lockDirectory Directory for the locks of the instances on one machine, which
	 * should survive a restart. In the home directory when it is not set.
	 * @param lockDomain Name of the lock registry, for instances on several machines.
	 * When it is set, the application's LockRegistry is used instead of files. Instances
	 * that share a registry need the same name, and each other registry a name of its
	 * own.
	 * @param lockTimeout Time after which the lock of an instance that died ends by
	 * itself, in a lock registry that can renew locks. Renewed three times as often.
	 * @param reaper Deletion of the sessions of instances that died.
	 */
	public record Ownership(@Nullable Boolean enabled, @Nullable String owner, @Nullable Path lockDirectory,
			@Nullable String lockDomain, @DefaultValue("1m") Duration lockTimeout, @DefaultValue Reaper reaper) {

		static final int LONGEST_NAME = 64;

		private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]*");

		private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_-]{1,24}");

		public Ownership {
			Assert.isTrue(owner == null || (NAME.matcher(owner).matches() && owner.length() <= LONGEST_NAME),
					"'owner' must be at most 64 letters, digits, '.', '_' or '-'");
			Assert.isTrue(lockDomain == null || DOMAIN.matcher(lockDomain).matches(),
					"'lock-domain' must be 1 to 24 letters, digits, '_' or '-'");
			Assert.isTrue(lockTimeout.toMillis() >= 100, "'lock-timeout' must be at least 100 ms");
		}

		Duration renewPeriod() {
			return this.lockTimeout.dividedBy(3);
		}

		/**
		 * Deletes what others left behind.
		 *
		 * @param enabled Whether this instance deletes the sessions of instances that
		 * died.
		 * @param period Time between two looks for such sessions. The first is when the
		 * application has created its first session, or after this time.
		 */
		public record Reaper(@DefaultValue("true") boolean enabled, @DefaultValue("5m") Duration period) {

			public Reaper {
				requirePositive(period, "period");
			}

		}

	}

	/**
	 * Sessions that are ready before they are asked for. The templates take them.
	 *
	 * @param enabled Whether to keep sessions ready.
	 * @param images Comma-separated list of the images to keep sessions of, each in a
	 * pool of its own. Other than the image, they are as "agentbay.session" says. The
	 * default image when it is not set.
	 * @param minIdle Number of sessions that are kept ready.
	 * @param maxSize Maximum number of sessions at once, those in use included.
	 * @param refillBatch Maximum number of sessions that are created at once to make up
	 * for those that were taken.
	 * @param acquireTimeout Longest time to wait for a session.
	 * @param maxAge Age from which on a session is not handed out any more.
	 * @param minRemainingLife Time that a session must have left, when it is handed out,
	 * before the service would release it for lack of use.
	 * @param checkAfter Time without a check after which a session is checked before it
	 * is handed out. Use 0 to check always.
	 * @param reuse Whether a session serves once or several users.
	 */
	public record Pool(@DefaultValue("false") boolean enabled, @DefaultValue List<String> images,
			@DefaultValue("1") int minIdle, @DefaultValue("10") int maxSize, @DefaultValue("4") int refillBatch,
			@DefaultValue("30s") Duration acquireTimeout, @DefaultValue("30m") Duration maxAge,
			@DefaultValue("1m") Duration minRemainingLife, @DefaultValue("30s") Duration checkAfter,
			@DefaultValue("single-use") Reuse reuse) {

		public Pool {
			Assert.isTrue(minIdle >= 0, "'min-idle' must not be negative");
			Assert.isTrue(maxSize >= 1 && maxSize >= minIdle,
					"'max-size' must be at least 1 and not less than 'min-idle'");
			Assert.isTrue(refillBatch >= 1, "'refill-batch' must be at least 1");
			requirePositive(acquireTimeout, "acquire-timeout");
			requirePositive(maxAge, "max-age");
			Assert.isTrue(!minRemainingLife.isNegative(), "'min-remaining-life' must not be negative");
			Assert.isTrue(!checkAfter.isNegative(), "'check-after' must not be negative");
		}

		/**
		 * How often a session is used.
		 */
		public enum Reuse {

			/**
			 * Once: it is deleted after use.
			 */
			SINGLE_USE,

			/**
			 * Several times: a bean of type SessionReset makes it fit for use again.
			 */
			RESET

		}

	}

	/**
	 * Sessions that are found again by a key, such as the id of a conversation.
	 *
	 * @param store Where the session of a key is remembered. With "jdbc" and "redis", all
	 * instances of the application get the same session for a key, and it outlives them.
	 * @param namespace Name of the application in a store that is shared, the same for
	 * all of its instances. Taken from "spring.application.name" when it is not set.
	 * @param maxIdle Time after which a session that nobody asks for is deleted. Unless
	 * it is kept alive, the service may release it earlier.
	 * @param maxAge Age from which on a session is replaced when it is asked for.
	 * Unlimited when it is not set.
	 * @param checkAfter Time without a check after which a session is checked before it
	 * is handed out. Use 0 to check always.
	 * @param keepAlive Whether to keep sessions from being released by the service until
	 * "agentbay.keyed-sessions.max-idle" is over.
	 */
	public record KeyedSessions(@DefaultValue("memory") Store store, @Nullable String namespace,
			@DefaultValue("30m") Duration maxIdle, @Nullable Duration maxAge, @DefaultValue("30s") Duration checkAfter,
			@DefaultValue("false") boolean keepAlive) {

		public KeyedSessions {
			Assert.isTrue(namespace == null || namespace.length() <= 100,
					"'namespace' must have at most 100 characters");
			requirePositive(maxAge, "max-age");
			Assert.isTrue(!checkAfter.isNegative(), "'check-after' must not be negative");
			Assert.isTrue(maxIdle.compareTo(checkAfter) > 0, "'max-idle' must be longer than 'check-after'");
		}

		/**
		 * Where it is remembered which session belongs to which key.
		 */
		public enum Store {

			/**
			 * In this instance. Its sessions end with it.
			 */
			MEMORY,

			/**
			 * In the application's database. The script
			 * "io/agentbay/boot/keyed/schema.sql" creates the table.
			 */
			JDBC,

			/**
			 * In the application's Redis.
			 */
			REDIS

		}

	}

	/**
	 * How the health of AgentBay is checked.
	 *
	 * @param timeout Longest time for the call that checks the health.
	 * @param slowAfter Time after which an answer is reported as slow, which is no
	 * failure.
	 * @param cacheFor Time for which the outcome of a check is valid. Use 0 to check
	 * always.
	 */
	public record Health(@DefaultValue("3s") Duration timeout, @DefaultValue("1s") Duration slowAfter,
			@DefaultValue("10s") Duration cacheFor) {

		public Health {
			requirePositive(timeout, "timeout");
			requirePositive(slowAfter, "slow-after");
			Assert.isTrue(!cacheFor.isNegative(), "'cache-for' must not be negative");
		}

	}

	/**
	 * The local runtime: sessions on this machine, with neither key nor network.
	 *
	 * @param enabled Whether to use the local runtime instead of the service.
	 * @param fallback Whether to use the local runtime when no API key is found and
	 * "agentbay.local.enabled" is not set.
	 * @param port Port that the local runtime listens on. Use 0 for a free one.
	 * @param apiKey API key that the local runtime demands. Random when it is not set.
	 * @param dataDirectory Directory for the files of the sessions. Temporary when it is
	 * not set.
	 * @param isolation Isolation of the sessions from this machine.
	 * @param directLink Whether tools are called over a direct link to their session, as
	 * in the service, or through the gateway.
	 */
	public record Local(@Nullable Boolean enabled, @DefaultValue("false") boolean fallback, @DefaultValue("0") int port,
			@Nullable String apiKey, @Nullable Path dataDirectory, @DefaultValue("auto") Isolation isolation,
			@DefaultValue("true") boolean directLink) {

		public Local {
			Assert.isTrue(port >= 0 && port <= 65535, "'port' must be between 0 and 65535");
		}

		/** Without the key. */
		@Override
		public String toString() {
			return "Local[enabled=" + this.enabled + ", fallback=" + this.fallback + ", port=" + this.port + ", apiKey="
					+ masked(this.apiKey) + ", dataDirectory=" + this.dataDirectory + ", isolation=" + this.isolation
					+ ", directLink=" + this.directLink + "]";
		}

		/**
		 * How sessions are kept apart from this machine.
		 */
		public enum Isolation {

			/**
			 * By bubblewrap if it works here. If not, nothing is isolated, which a
			 * warning says.
			 */
			AUTO,

			/**
			 * By bubblewrap. The runtime does not start where that does not work.
			 */
			BUBBLEWRAP,

			/**
			 * Not at all: commands run as the user of the application.
			 */
			HOST

		}

	}

}
