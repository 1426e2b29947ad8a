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

package io.agentbay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.agentbay.connection.Proxy;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.connection.Tls;
import io.agentbay.error.MissingApiKeyException;
import io.agentbay.internal.http.Endpoint;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.Timeouts;
import io.agentbay.internal.http.TransportSettings;
import io.agentbay.internal.observe.Observability;
import io.agentbay.internal.session.DefaultReactiveAgentBay;
import io.agentbay.internal.settings.ClientSettings;
import io.agentbay.internal.settings.ClientVersion;
import io.agentbay.internal.settings.Environment;
import io.agentbay.observation.CallListener;
import io.agentbay.observation.CallObservationConvention;
import io.agentbay.observation.SessionObservationConvention;
import io.agentbay.ownership.SessionOwner;
import io.agentbay.session.CreateSessionOptions;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Builds a client without Spring Boot. What is not set here is looked up in the
 * environment variables {@code AGENTBAY_API_KEY}, {@code AGENTBAY_ENDPOINT},
 * {@code AGENTBAY_REGION_ID} and {@code AGENTBAY_TIMEOUT_MS}, then under the same names
 * in the nearest {@code .env} file from the working directory upwards, and has a default
 * in the end, except for the key.
 *
 * @since 0.1.0
 */
public final class AgentBayBuilder {

	/** The endpoint that is used when none is set or found. */
	public static final String DEFAULT_ENDPOINT = ClientSettings.DEFAULT_ENDPOINT;

	/** The longest time for opening a connection, unless it is set. */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Timeouts.defaults().connect();

	/** The longest time to wait for an answer, unless it is set or found. */
	public static final Duration DEFAULT_RESPONSE_TIMEOUT = Timeouts.defaults().response();

	/** The longest time for a whole operation, unless it is set. */
	public static final Duration DEFAULT_OPERATION_TIMEOUT = Timeouts.defaults().operation();

	private @Nullable String apiKey;

	private @Nullable String endpoint;

	private @Nullable String regionId;

	private Supplier<? extends @Nullable SessionOwner> owner = () -> null;

	private @Nullable Duration connectTimeout;

	private @Nullable Duration responseTimeout;

	private @Nullable Duration operationTimeout;

	private @Nullable Path envFile;

	private @Nullable Map<String, String> variables;

	private RetryPolicy retryPolicy = RetryPolicy.defaults();

	private int maxConnections = 100;

	private DataSize maxReplySize = DataSize.ofMegabytes(64);

	private boolean allowPlainHttp;

	private boolean directLink = true;

	private Duration idleTimeout = Duration.ofSeconds(30);

	private @Nullable String userAgentSuffix;

	private @Nullable Proxy proxy;

	private @Nullable Tls tls;

	private CreateSessionOptions defaultSession = CreateSessionOptions.defaults();

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable CallObservationConvention callObservationConvention;

	private @Nullable SessionObservationConvention sessionObservationConvention;

	private final List<CallListener> callListeners = new ArrayList<>();

	AgentBayBuilder() {
	}

	/**
	 * Set the API key.
	 * @param apiKey the key; {@code null} to look it up
	 * @return this builder
	 */
	public AgentBayBuilder apiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
		return this;
	}

	/**
	 * Set where the service is. Default: the gateway in Shanghai.
	 * @param endpoint a host, a {@code host:port} or an {@code http(s)} URL; {@code null}
	 * to look it up
	 * @return this builder
	 */
	public AgentBayBuilder endpoint(@Nullable String endpoint) {
		this.endpoint = endpoint;
		return this;
	}

	/**
	 * Set the region for new sessions. Default: the service's choice. Where no endpoint
	 * is set, neither here nor in the environment, the endpoint is that of the region:
	 * {@code agentbay.REGION.aliyuncs.com}. An endpoint that is set counts, whatever the
	 * region. API keys belong to a region.
	 * @param regionId the region; {@code null} to look it up
	 * @return this builder
	 */
	public AgentBayBuilder regionId(@Nullable String regionId) {
		this.regionId = regionId;
		return this;
	}

	/**
	 * Set whose sessions are created, so that a
	 * {@link io.agentbay.ownership.SessionReaper} can end those of an instance that died.
	 * Default: nobody's.
	 * @param owner the owner; {@code null} for nobody
	 * @return this builder
	 */
	public AgentBayBuilder owner(@Nullable SessionOwner owner) {
		this.owner = () -> owner;
		return this;
	}

	/**
	 * Set who tells, each time anew, whose session is created: an instance that loses its
	 * lock goes on under another name. See
	 * {@link io.agentbay.ownership.LiveInstance#owner}.
	 * @param owner tells the owner; must not block
	 * @return this builder
	 */
	public AgentBayBuilder owner(Supplier<SessionOwner> owner) {
		Assert.notNull(owner, "'owner' must not be null");
		this.owner = owner;
		return this;
	}

	/**
	 * Set the longest time for opening a connection. Default: 10 seconds, or the response
	 * time-out if that is shorter.
	 * @param connectTimeout the time; {@code null} for the default
	 * @return this builder
	 */
	public AgentBayBuilder connectTimeout(@Nullable Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
		return this;
	}

	/**
	 * Set the longest time to wait for an answer. Default: 60 seconds. Commands, code and
	 * other tools with a time of their own have that, and a little more.
	 * @param responseTimeout the time; {@code null} to look it up
	 * @return this builder
	 */
	public AgentBayBuilder responseTimeout(@Nullable Duration responseTimeout) {
		this.responseTimeout = responseTimeout;
		return this;
	}

	/**
	 * Set the longest time for a whole operation with all its requests, retries and
	 * polls. Default: 5 minutes. Commands, code and other tools with a longer time of
	 * their own have that, transfers of files an hour.
	 * @param operationTimeout the time; {@code null} for the default
	 * @return this builder
	 */
	public AgentBayBuilder operationTimeout(@Nullable Duration operationTimeout) {
		this.operationTimeout = operationTimeout;
		return this;
	}

	/**
	 * Name the file with environment variables. Default: the nearest {@code .env} from
	 * the working directory upwards.
	 * @param envFile the file; {@code null} for the default
	 * @return this builder
	 */
	public AgentBayBuilder envFile(@Nullable Path envFile) {
		this.envFile = envFile;
		return this;
	}

	/**
	 * Look settings up in these variables instead of those of the process, and in no
	 * {@code .env} file but one that is {@linkplain #envFile named}.
	 * @param variables the variables by name, such as {@code AGENTBAY_API_KEY}; none to
	 * look up nothing
	 * @return this builder
	 */
	public AgentBayBuilder environment(Map<String, String> variables) {
		Assert.notNull(variables, "'variables' must not be null");
		this.variables = Map.copyOf(variables);
		return this;
	}

	/**
	 * Set when calls that may be repeated are repeated.
	 * @param retryPolicy the policy
	 * @return this builder
	 */
	public AgentBayBuilder retryPolicy(RetryPolicy retryPolicy) {
		Assert.notNull(retryPolicy, "'retryPolicy' must not be null");
		this.retryPolicy = retryPolicy;
		return this;
	}

	/**
	 * Set the most connections open at once to an address for tools and files. Default:
	 * 100. Actions, such as those that create, find and end sessions, have as many of
	 * their own: they do not wait behind commands.
	 * @param maxConnections the number, at least 1
	 * @return this builder
	 */
	public AgentBayBuilder maxConnections(int maxConnections) {
		this.maxConnections = maxConnections;
		return this;
	}

	/**
	 * Set the largest reply that is accepted, and so the largest file that is read whole.
	 * Default: 64 MB.
	 * @param maxReplySize the size, from 1 KB to 2 GB
	 * @return this builder
	 */
	public AgentBayBuilder maxReplySize(DataSize maxReplySize) {
		Assert.notNull(maxReplySize, "'maxReplySize' must not be null");
		this.maxReplySize = maxReplySize;
		return this;
	}

	/**
	 * Allow unencrypted traffic, which carries the key, to leave this machine. Default:
	 * false; to loopback addresses it always may.
	 * @param allowPlainHttp whether to allow it
	 * @return this builder
	 */
	public AgentBayBuilder allowPlainHttp(boolean allowPlainHttp) {
		this.allowPlainHttp = allowPlainHttp;
		return this;
	}

	/**
	 * Set after which time without use a connection is closed. Default: 30 seconds.
	 * @param idleTimeout the time
	 * @return this builder
	 */
	public AgentBayBuilder idleTimeout(Duration idleTimeout) {
		Assert.notNull(idleTimeout, "'idleTimeout' must not be null");
		this.idleTimeout = idleTimeout;
		return this;
	}

	/**
	 * Set what is added to the name and version of this client in the {@code User-Agent}
	 * header. Default: nothing.
	 * @param userAgentSuffix the text, such as {@code my-application/1.2}; {@code null}
	 * for nothing
	 * @return this builder
	 */
	public AgentBayBuilder userAgentSuffix(@Nullable String userAgentSuffix) {
		Assert.isTrue(userAgentSuffix == null || userAgentSuffix.chars().allMatch((c) -> c >= ' ' && c < 127),
				"'userAgentSuffix' must only hold printable ASCII characters");
		this.userAgentSuffix = userAgentSuffix;
		return this;
	}

	/**
	 * Set the proxy that requests go through. Default: none.
	 * @param proxy the proxy; {@code null} for none
	 * @return this builder
	 */
	public AgentBayBuilder proxy(@Nullable Proxy proxy) {
		this.proxy = proxy;
		return this;
	}

	/**
	 * Set how encrypted connections are made. Default: as the JVM does.
	 * @param tls what is trusted, and the like; {@code null} for the default
	 * @return this builder
	 */
	public AgentBayBuilder tls(@Nullable Tls tls) {
		this.tls = tls;
		return this;
	}

	/**
	 * Set whether tools are called over the direct link of a session that has one. Switch
	 * it off where only the service's own address can be reached. Default: true.
	 * @param directLink false to call all tools by action {@code CallMcpTool}
	 * @return this builder
	 */
	public AgentBayBuilder directLink(boolean directLink) {
		this.directLink = directLink;
		return this;
	}

	/**
	 * Set what kind of session is created where none is asked for. Default: the service's
	 * choice.
	 * @param defaultSession the kind
	 * @return this builder
	 */
	public AgentBayBuilder defaultSession(CreateSessionOptions defaultSession) {
		Assert.notNull(defaultSession, "'defaultSession' must not be null");
		this.defaultSession = defaultSession;
		return this;
	}

	/**
	 * Set where calls are observed. Default: nowhere.
	 * @param observationRegistry the registry
	 * @return this builder
	 */
	public AgentBayBuilder observationRegistry(ObservationRegistry observationRegistry) {
		Assert.notNull(observationRegistry, "'observationRegistry' must not be null");
		this.observationRegistry = observationRegistry;
		return this;
	}

	/**
	 * Set how observed calls are named and tagged. Default: as the registry says, or else
	 * {@link io.agentbay.observation.DefaultCallObservationConvention}.
	 * @param convention the convention; {@code null} for the default
	 * @return this builder
	 */
	public AgentBayBuilder callObservationConvention(@Nullable CallObservationConvention convention) {
		this.callObservationConvention = convention;
		return this;
	}

	/**
	 * Set how observed sessions are named and tagged. Default: as the registry says, or
	 * else {@link io.agentbay.observation.DefaultSessionObservationConvention}.
	 * @param convention the convention; {@code null} for the default
	 * @return this builder
	 */
	public AgentBayBuilder sessionObservationConvention(@Nullable SessionObservationConvention convention) {
		this.sessionObservationConvention = convention;
		return this;
	}

	/**
	 * Add a listener that is told of every attempt to call the service. The logger
	 * {@code io.agentbay.calls} tells of them at DEBUG as well.
	 * @param listener the listener
	 * @return this builder
	 */
	public AgentBayBuilder callListener(CallListener listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.callListeners.add(listener);
		return this;
	}

	/**
	 * Build a blocking client. Opens no connection.
	 * @return the client, to be closed when it is no longer needed
	 * @throws MissingApiKeyException if no key was found
	 * @throws io.agentbay.error.InvalidEndpointException if the endpoint cannot be used
	 */
	public AgentBay build() {
		return buildReactive().blocking();
	}

	/**
	 * Build a reactive client. Opens no connection.
	 * @return the client, to be closed when it is no longer needed
	 * @throws MissingApiKeyException if no key was found
	 * @throws io.agentbay.error.InvalidEndpointException if the endpoint cannot be used
	 */
	public ReactiveAgentBay buildReactive() {
		Observability observability = new Observability(this.observationRegistry, this.callObservationConvention,
				this.sessionObservationConvention, this.callListeners);
		return new DefaultReactiveAgentBay(settings(lookup()), this.defaultSession, observability);
	}

	/**
	 * Return whether there is a key, set here or found where it is looked up.
	 * @return whether there is; if not, no client can be built
	 */
	public boolean hasApiKey() {
		return StringUtils.hasText(apiKey(lookup()));
	}

	private Environment lookup() {
		return (this.variables != null) ? Environment.of(this.variables, this.envFile)
				: Environment.of(System.getenv(), this.envFile, Path.of(""));
	}

	private @Nullable String apiKey(Environment lookup) {
		return (this.apiKey != null) ? this.apiKey : lookup.apiKey();
	}

	private ClientSettings settings(Environment lookup) {
		Endpoint resolved = Endpoint
			.parse(firstOf(this.endpoint, lookup.endpoint(this.apiKey != null), regionId(lookup)), this.allowPlainHttp);
		String key = apiKey(lookup);
		if (!StringUtils.hasText(key)) {
			throw new MissingApiKeyException("No AgentBay API key: set it on the builder, in the environment variable "
					+ "AGENTBAY_API_KEY, or in a .env file in the working directory or above it in the same project");
		}
		TransportSettings transport = new TransportSettings(timeouts(lookup), this.retryPolicy, this.maxConnections,
				this.idleTimeout, this.maxReplySize, this.allowPlainHttp, userAgent(), this.proxy, this.tls);
		return new ClientSettings(Secret.of(key), resolved, loginRegion(regionId(lookup)), this.owner, transport,
				lookup.behaviorSimulate(), this.directLink);
	}

	private @Nullable String regionId(Environment lookup) {
		String region = (this.regionId != null) ? this.regionId : lookup.regionId();
		return StringUtils.hasText(region) ? region.strip() : null;
	}

	/** The first letters of a region before its time are part of the address only. */
	private static @Nullable String loginRegion(@Nullable String region) {
		return (region != null && region.startsWith("pre-")) ? region.substring("pre-".length()) : region;
	}

	private String userAgent() {
		String own = ClientVersion.userAgent();
		return (this.userAgentSuffix != null && !this.userAgentSuffix.isBlank())
				? own + " " + this.userAgentSuffix.trim() : own;
	}

	private Timeouts timeouts(Environment lookup) {
		Timeouts defaults = Timeouts.defaults();
		Duration response = Objects.requireNonNullElse(
				(this.responseTimeout != null) ? this.responseTimeout : lookup.timeout(), defaults.response());
		Duration connect = (response.compareTo(defaults.connect()) < 0) ? response : defaults.connect();
		return new Timeouts(Objects.requireNonNullElse(this.connectTimeout, connect), response,
				Objects.requireNonNullElse(this.operationTimeout, defaults.operation()));
	}

	private static String firstOf(@Nullable String first, @Nullable String second, @Nullable String regionId) {
		return Objects.requireNonNullElseGet((first != null && !first.isBlank()) ? first : second,
				() -> ClientSettings.endpointOf(regionId));
	}

}
