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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agentbay.context.MountAccess;
import io.agentbay.context.MountStrategy;
import io.agentbay.context.policy.Lifecycle;
import io.agentbay.context.policy.UploadMode;
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
 * @param regionId Region for new sessions, whose endpoint is used where none is set. The
 * service chooses when it is not set.
 * @param directLink Whether tools are called over the direct link of a session that has
 * one. Switch it off where only the service's own address can be reached.
 * @param connection Connection to the service.
 * @param retry Repetition of calls that may be repeated.
 * @param session What sessions are like when their creation does not say.
 * @param clients Further clients by name, for further accounts. Each becomes a bean that
 * is qualified by its name, and takes nothing over from the others.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay")
public record AgentBayProperties(@Nullable String apiKey, @Nullable String endpoint, @Nullable String regionId,
		@DefaultValue("true") boolean directLink, @DefaultValue Connection connection, @DefaultValue Retry retry,
		@DefaultValue Session session, @DefaultValue Map<String, Client> clients) {

	/** Without the key. */
	@Override
	public String toString() {
		return "AgentBayProperties[apiKey=" + PropertyChecks.masked(this.apiKey) + ", endpoint=" + this.endpoint
				+ ", regionId=" + this.regionId + ", directLink=" + this.directLink + ", connection=" + this.connection
				+ ", retry=" + this.retry + ", session=" + this.session + ", clients=" + this.clients + "]";
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
			return "Client[apiKey=" + PropertyChecks.masked(this.apiKey) + ", endpoint=" + this.endpoint + ", regionId="
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
			PropertyChecks.requirePositive(connectTimeout, "connect-timeout");
			PropertyChecks.requirePositive(responseTimeout, "response-timeout");
			PropertyChecks.requirePositive(operationTimeout, "operation-timeout");
			PropertyChecks.requirePositive(idleTimeout, "idle-timeout");
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
						+ PropertyChecks.masked(this.password) + ", directHosts=" + this.directHosts + "]";
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
	 * session, in whole seconds. The service decides when it is not set. Instead of
	 * "lifecycle".
	 * @param lifecycle When the service releases a session by itself. What the account's
	 * console says counts when nothing of it is set.
	 * @param contexts List of the contexts to mount. Each has an "id", or a "name" by
	 * which it is found or created, and a "path", and optionally "auto-upload" (true),
	 * "upload-mode" (file or archive), "auto-download" (true), "lifecycle" (forever) and
	 * "wait-for-completion" (true).
	 * @param mounts List of the contexts to mount live, without copying. Each has an
	 * "id", or a "name" by which it is found or created, and a "path", and optionally
	 * "access" (read-write or read-only), "strategy" (standard or performance),
	 * "source-path" (the whole context) and "wait-for-completion" (true).
	 */
	public record Session(@Nullable String imageId, @DefaultValue Map<String, String> labels, @Nullable String policyId,
			@Nullable String networkId, @Nullable Duration idleReleaseTimeout, @DefaultValue Release lifecycle,
			@DefaultValue List<Context> contexts, @DefaultValue List<Mount> mounts) {

		/**
		 * When the service releases a session by itself.
		 *
		 * @param idleReleaseTimeout Time without use after which a session is released,
		 * in whole minutes. 5 minutes when only the other one is set. Without effect
		 * unless it is shorter than "max-runtime".
		 * @param maxRuntime Time after which a session is released in any case, counted
		 * from its creation, in whole minutes. 30 minutes when only the other one is set.
		 * @param manualRelease Whether sessions end only when they are deleted. Excludes
		 * both times.
		 */
		public record Release(@Nullable Duration idleReleaseTimeout, @Nullable Duration maxRuntime,
				@DefaultValue("false") boolean manualRelease) {

			boolean isSet() {
				return this.manualRelease || this.idleReleaseTimeout != null || this.maxRuntime != null;
			}

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

		}

		/**
		 * A context that each session has live.
		 *
		 * @param id Id of the context.
		 * @param name Name of the context, by which it is found, or created if it is
		 * missing, each time a session is created. Instead of the id.
		 * @param path Absolute path to mount the context at.
		 * @param access What a session may do with it.
		 * @param strategy By which file system a session has it.
		 * @param sourcePath Folder of the context whose content is mounted. The whole
		 * context when it is empty.
		 * @param waitForCompletion Whether creating a session waits until the context is
		 * mounted.
		 */
		public record Mount(@Nullable String id, @Nullable String name, @Nullable String path,
				@DefaultValue("read-write") MountAccess access, @DefaultValue("standard") MountStrategy strategy,
				@DefaultValue("") String sourcePath, @DefaultValue("true") boolean waitForCompletion) {

			public Mount {
				Assert.isTrue(StringUtils.hasText(id) != StringUtils.hasText(name),
						"'id' or 'name' of a mount must be set, and only one of them");
				Assert.isTrue(path != null && path.startsWith("/"), "'path' of a mount must be an absolute path");
			}

		}

	}

}
