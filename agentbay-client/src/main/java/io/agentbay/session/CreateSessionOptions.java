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

package io.agentbay.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextMountByName;
import io.agentbay.context.ContextSync;
import io.agentbay.context.browser.BrowserContext;
import io.agentbay.internal.session.Labels;
import io.agentbay.internal.text.MountPaths;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.MobileSimulateConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What kind of session to create.
 *
 * @since 0.1.0
 */
public final class CreateSessionOptions {

	private final @Nullable String imageId;

	private final Map<String, String> labels;

	private final @Nullable Duration idleReleaseTimeout;

	private final @Nullable LifecyclePolicy lifecyclePolicy;

	private final List<ContextSync> contextSyncs;

	private final List<ContextByName> contextsByName;

	private final List<ContextMount> contextMounts;

	private final List<ContextMountByName> contextMountsByName;

	private final @Nullable String policyId;

	private final @Nullable String networkId;

	private final @Nullable Boolean enableBrowserReplay;

	private final boolean loadSkills;

	private final List<String> skillNames;

	private final String framework;

	private final @Nullable BrowserContext browserContext;

	private final @Nullable MobileExtraConfig mobileConfig;

	private final @Nullable MobileSimulateConfig mobileSimulate;

	private final ContextFailure contextFailure;

	private CreateSessionOptions(Builder builder) {
		requireNotBlank(builder.imageId, "imageId");
		requireNotBlank(builder.policyId, "policyId");
		requireNotBlank(builder.networkId, "networkId");
		Labels.check(builder.labels);
		Assert.isTrue(builder.idleReleaseTimeout == null || builder.idleReleaseTimeout.toSeconds() > 0,
				"'idleReleaseTimeout' must be at least one second");
		Assert.isTrue(builder.idleReleaseTimeout == null || builder.lifecyclePolicy == null,
				"'idleReleaseTimeout' and 'lifecyclePolicy' exclude each other; put the time into the policy");
		for (String skillName : builder.skillNames) {
			Assert.hasText(skillName, "'skillNames' must not hold empty names");
		}
		Assert.notNull(builder.framework, "'framework' must not be null");
		Assert.notNull(builder.contextFailure, "'contextFailure' must not be null");
		this.imageId = builder.imageId;
		this.labels = Map.copyOf(builder.labels);
		this.idleReleaseTimeout = builder.idleReleaseTimeout;
		this.lifecyclePolicy = builder.lifecyclePolicy;
		this.contextSyncs = List.copyOf(builder.contextSyncs);
		this.contextsByName = List.copyOf(builder.contextsByName);
		this.contextMounts = List.copyOf(builder.contextMounts);
		this.contextMountsByName = List.copyOf(builder.contextMountsByName);
		this.policyId = builder.policyId;
		this.networkId = builder.networkId;
		this.enableBrowserReplay = builder.enableBrowserReplay;
		this.loadSkills = builder.loadSkills;
		this.skillNames = List.copyOf(builder.skillNames);
		this.framework = builder.framework;
		this.browserContext = builder.browserContext;
		this.mobileConfig = builder.mobileConfig;
		this.mobileSimulate = builder.mobileSimulate;
		this.contextFailure = builder.contextFailure;
		MountPaths.requireApart("contextMounts", mountPaths(), copyPaths());
	}

	private List<String> mountPaths() {
		return Stream
			.concat(this.contextMounts.stream().map(ContextMount::path),
					this.contextMountsByName.stream().map(ContextMountByName::path))
			.toList();
	}

	private List<String> copyPaths() {
		return Stream
			.concat(allContextSyncs().stream().map(ContextSync::path),
					this.contextsByName.stream().map(ContextByName::path))
			.toList();
	}

	/**
	 * Return the image.
	 * @return the image, such as {@code linux_latest}, {@code code_latest},
	 * {@code browser_latest}, {@code windows_latest}, {@code mobile_latest}; {@code null}
	 * for the service's default, {@code linux_latest}
	 */
	public @Nullable String imageId() {
		return this.imageId;
	}

	/**
	 * Return names and values to find the session by.
	 * @return names and values to find the session by; neither may be blank, and names
	 * that begin with {@code agentbay-} are reserved
	 */
	public Map<String, String> labels() {
		return this.labels;
	}

	/**
	 * Return after which time without use the service releases the session.
	 * @return after which time without use the service releases the session, in whole
	 * seconds; {@code null} for the service's default of 5 minutes
	 */
	public @Nullable Duration idleReleaseTimeout() {
		return this.idleReleaseTimeout;
	}

	/**
	 * Return when the service releases the session by itself.
	 * @return the policy; {@code null} for what the account's console says
	 */
	public @Nullable LifecyclePolicy lifecyclePolicy() {
		return this.lifecyclePolicy;
	}

	/**
	 * Return the contexts to mount.
	 * @return the contexts to mount
	 */
	public List<ContextSync> contextSyncs() {
		return this.contextSyncs;
	}

	/**
	 * Return further contexts to mount.
	 * @return further contexts to mount, which are looked up by their names, and created
	 * if they are missing, each time a session is created
	 */
	public List<ContextByName> contextsByName() {
		return this.contextsByName;
	}

	/**
	 * Return the contexts that the session has live.
	 * @return the contexts to mount without copying; the service allows three
	 */
	public List<ContextMount> contextMounts() {
		return this.contextMounts;
	}

	/**
	 * Return further contexts that the session has live.
	 * @return further contexts to mount without copying, which are looked up by their
	 * names, and created if they are missing, each time a session is created
	 */
	public List<ContextMountByName> contextMountsByName() {
		return this.contextMountsByName;
	}

	/**
	 * Return the policy for the session.
	 * @return the policy for the session; {@code null} for none
	 */
	public @Nullable String policyId() {
		return this.policyId;
	}

	/**
	 * Return the network that the session joins.
	 * @return the network that the session joins; {@code null} for none
	 */
	public @Nullable String networkId() {
		return this.networkId;
	}

	/**
	 * Return whether to record the browser.
	 * @return whether to record the browser; {@code null} for the service's default
	 */
	public @Nullable Boolean enableBrowserReplay() {
		return this.enableBrowserReplay;
	}

	/**
	 * Return whether to load skills into the session.
	 * @return whether to load skills into the session
	 */
	public boolean loadSkills() {
		return this.loadSkills;
	}

	/**
	 * Return the skills to load.
	 * @return the skills to load; empty for all of them
	 */
	public List<String> skillNames() {
		return this.skillNames;
	}

	/**
	 * Return the framework on whose behalf the session is created.
	 * @return the framework on whose behalf the session is created, for the service's
	 * statistics; empty for none
	 */
	public String framework() {
		return this.framework;
	}

	/**
	 * Return what the browser of the session keeps beyond it.
	 * @return what the browser of the session keeps beyond it; {@code null} for nothing
	 */
	public @Nullable BrowserContext browserContext() {
		return this.browserContext;
	}

	/**
	 * Return how the phone of the session is configured when it is there.
	 * @return how the phone of the session is configured when it is there; {@code null}
	 * to leave it
	 */
	public @Nullable MobileExtraConfig mobileConfig() {
		return this.mobileConfig;
	}

	/**
	 * Return which other phone it takes over.
	 * @return which other phone it takes over; {@code null} for none
	 */
	public @Nullable MobileSimulateConfig mobileSimulate() {
		return this.mobileSimulate;
	}

	/**
	 * Return what becomes of the session when a context cannot be loaded.
	 * @return what becomes of the session when a context cannot be loaded; default
	 * {@link ContextFailure#KEEP_SESSION}
	 */
	public ContextFailure contextFailure() {
		return this.contextFailure;
	}

	/**
	 * Return all contexts to mount, those for the browser and the phone included.
	 * @return the contexts
	 */
	public List<ContextSync> allContextSyncs() {
		List<ContextSync> all = new ArrayList<>(this.contextSyncs);
		if (this.browserContext != null) {
			all.addAll(this.browserContext.toContextSyncs());
		}
		if (this.mobileSimulate != null) {
			ContextSync info = this.mobileSimulate.contextSync();
			all.removeIf((other) -> other.contextId().equals(info.contextId()) && other.path().equals(info.path()));
			all.add(info);
		}
		return all;
	}

	/**
	 * Return options that differ from these.
	 * @param changes changes them, on a builder with what these have
	 * @return changed options
	 * @throws IllegalArgumentException if an option is not usable
	 */
	public CreateSessionOptions with(Consumer<Builder> changes) {
		Assert.notNull(changes, "'options' must not be null");
		Builder builder = mutate();
		changes.accept(builder);
		return builder.build();
	}

	/**
	 * Start building options that differ from these.
	 * @return a builder with what these have
	 */
	public Builder mutate() {
		return new Builder(this);
	}

	/**
	 * Return options that leave everything to the service. What {@code AgentBay.create()}
	 * creates may be another kind: see {@code AgentBay.defaultOptions()}.
	 * @return the options
	 */
	public static CreateSessionOptions defaults() {
		return builder().build();
	}

	/**
	 * Return the parameters of a session of an image.
	 * @param imageId the image
	 * @return the parameters
	 */
	public static CreateSessionOptions ofImage(String imageId) {
		return builder().imageId(imageId).build();
	}

	/**
	 * Create options.
	 * @param options sets them on a builder with the defaults
	 * @return the options
	 * @throws IllegalArgumentException if an option is not usable
	 */
	public static CreateSessionOptions of(Consumer<Builder> options) {
		Assert.notNull(options, "'options' must not be null");
		Builder builder = builder();
		options.accept(builder);
		return builder.build();
	}

	/**
	 * Start building parameters.
	 * @return a builder with the defaults
	 */
	public static Builder builder() {
		return new Builder();
	}

	private static void requireNotBlank(@Nullable String value, String name) {
		Assert.isTrue(value == null || !value.isBlank(),
				() -> "'" + name + "' must not be blank; leave it out for the default");
	}

	/**
	 * Builds {@link CreateSessionOptions}. The accessor of the same name tells what each
	 * setting means.
	 */
	public static final class Builder {

		private @Nullable String imageId;

		private final Map<String, String> labels = new LinkedHashMap<>();

		private @Nullable Duration idleReleaseTimeout;

		private @Nullable LifecyclePolicy lifecyclePolicy;

		private final List<ContextSync> contextSyncs = new ArrayList<>();

		private final List<ContextByName> contextsByName = new ArrayList<>();

		private final List<ContextMount> contextMounts = new ArrayList<>();

		private final List<ContextMountByName> contextMountsByName = new ArrayList<>();

		private @Nullable String policyId;

		private @Nullable String networkId;

		private @Nullable Boolean enableBrowserReplay;

		private boolean loadSkills;

		private final List<String> skillNames = new ArrayList<>();

		private String framework = "";

		private @Nullable BrowserContext browserContext;

		private @Nullable MobileExtraConfig mobileConfig;

		private @Nullable MobileSimulateConfig mobileSimulate;

		private ContextFailure contextFailure = ContextFailure.KEEP_SESSION;

		private Builder() {
		}

		private Builder(CreateSessionOptions options) {
			this.imageId = options.imageId;
			this.labels.putAll(options.labels);
			this.idleReleaseTimeout = options.idleReleaseTimeout;
			this.lifecyclePolicy = options.lifecyclePolicy;
			this.contextSyncs.addAll(options.contextSyncs);
			this.contextsByName.addAll(options.contextsByName);
			this.contextMounts.addAll(options.contextMounts);
			this.contextMountsByName.addAll(options.contextMountsByName);
			this.policyId = options.policyId;
			this.networkId = options.networkId;
			this.enableBrowserReplay = options.enableBrowserReplay;
			this.loadSkills = options.loadSkills;
			this.skillNames.addAll(options.skillNames);
			this.framework = options.framework;
			this.browserContext = options.browserContext;
			this.mobileConfig = options.mobileConfig;
			this.mobileSimulate = options.mobileSimulate;
			this.contextFailure = options.contextFailure;
		}

		/**
		 * Set the image.
		 * @param imageId the image
		 * @return this builder
		 */
		public Builder imageId(@Nullable String imageId) {
			this.imageId = imageId;
			return this;
		}

		/**
		 * Add a label.
		 * @param name its name
		 * @param value its value
		 * @return this builder
		 */
		public Builder label(String name, String value) {
			this.labels.put(name, value);
			return this;
		}

		/**
		 * Add labels.
		 * @param labels the labels
		 * @return this builder
		 */
		public Builder labels(Map<String, String> labels) {
			this.labels.putAll(labels);
			return this;
		}

		/**
		 * Set after which time without use the session is released. The service prefers a
		 * {@link #lifecyclePolicy(LifecyclePolicy) policy}, with which this cannot be
		 * combined.
		 * @param idleReleaseTimeout the time, in whole seconds
		 * @return this builder
		 */
		public Builder idleReleaseTimeout(@Nullable Duration idleReleaseTimeout) {
			this.idleReleaseTimeout = idleReleaseTimeout;
			return this;
		}

		/**
		 * Set when the service releases the session by itself.
		 * @param lifecyclePolicy the policy, {@code null} for what the account's console
		 * says
		 * @return this builder
		 */
		public Builder lifecyclePolicy(@Nullable LifecyclePolicy lifecyclePolicy) {
			this.lifecyclePolicy = lifecyclePolicy;
			return this;
		}

		/**
		 * Add a context to mount.
		 * @param contextSync the context, where and how
		 * @return this builder
		 */
		public Builder contextSync(ContextSync contextSync) {
			this.contextSyncs.add(contextSync);
			return this;
		}

		/**
		 * Add a context to mount that is looked up by its name, and created if it is
		 * missing.
		 * @param contextByName the context, where and how
		 * @return this builder
		 */
		public Builder contextByName(ContextByName contextByName) {
			this.contextsByName.add(contextByName);
			return this;
		}

		/**
		 * Change the contexts to mount that were added so far.
		 * @param contextSyncs changes the list
		 * @return this builder
		 */
		public Builder contextSyncs(Consumer<List<ContextSync>> contextSyncs) {
			contextSyncs.accept(this.contextSyncs);
			return this;
		}

		/**
		 * Change the contexts to mount by their names that were added so far.
		 * @param contextsByName changes the list
		 * @return this builder
		 */
		public Builder contextsByName(Consumer<List<ContextByName>> contextsByName) {
			contextsByName.accept(this.contextsByName);
			return this;
		}

		/**
		 * Add a context that the session has live.
		 * @param contextMount the context, where and how
		 * @return this builder
		 */
		public Builder contextMount(ContextMount contextMount) {
			this.contextMounts.add(contextMount);
			return this;
		}

		/**
		 * Add a context that the session has live and that is looked up by its name, and
		 * created if it is missing.
		 * @param contextMountByName the context, where and how
		 * @return this builder
		 */
		public Builder contextMountByName(ContextMountByName contextMountByName) {
			this.contextMountsByName.add(contextMountByName);
			return this;
		}

		/**
		 * Change the contexts that the session has live and that were added so far.
		 * @param contextMounts changes the list
		 * @return this builder
		 */
		public Builder contextMounts(Consumer<List<ContextMount>> contextMounts) {
			contextMounts.accept(this.contextMounts);
			return this;
		}

		/**
		 * Change the contexts that the session has live by their names and that were
		 * added so far.
		 * @param contextMountsByName changes the list
		 * @return this builder
		 */
		public Builder contextMountsByName(Consumer<List<ContextMountByName>> contextMountsByName) {
			contextMountsByName.accept(this.contextMountsByName);
			return this;
		}

		/**
		 * Set the policy.
		 * @param policyId the policy
		 * @return this builder
		 */
		public Builder policyId(@Nullable String policyId) {
			this.policyId = policyId;
			return this;
		}

		/**
		 * Set the network.
		 * @param networkId the network
		 * @return this builder
		 */
		public Builder networkId(@Nullable String networkId) {
			this.networkId = networkId;
			return this;
		}

		/**
		 * Set whether to record the browser.
		 * @param enableBrowserReplay whether to
		 * @return this builder
		 */
		public Builder enableBrowserReplay(boolean enableBrowserReplay) {
			this.enableBrowserReplay = enableBrowserReplay;
			return this;
		}

		/**
		 * Load skills into the session.
		 * @param skillNames the skills, none for all of them
		 * @return this builder
		 */
		public Builder loadSkills(String... skillNames) {
			this.loadSkills = true;
			this.skillNames.addAll(List.of(skillNames));
			return this;
		}

		/**
		 * Set the framework on whose behalf the session is created.
		 * @param framework its name
		 * @return this builder
		 */
		public Builder framework(String framework) {
			this.framework = framework;
			return this;
		}

		/**
		 * Set what the browser of the session keeps beyond it.
		 * @param browserContext what it keeps
		 * @return this builder
		 */
		public Builder browserContext(@Nullable BrowserContext browserContext) {
			this.browserContext = browserContext;
			return this;
		}

		/**
		 * Set how the phone of the session is configured.
		 * @param mobileConfig the settings
		 * @return this builder
		 */
		public Builder mobileConfig(@Nullable MobileExtraConfig mobileConfig) {
			this.mobileConfig = mobileConfig;
			return this;
		}

		/**
		 * Set which other phone the phone of the session takes over.
		 * @param mobileSimulate where its description is, and what is taken over
		 * @return this builder
		 */
		public Builder mobileSimulate(@Nullable MobileSimulateConfig mobileSimulate) {
			this.mobileSimulate = mobileSimulate;
			return this;
		}

		/**
		 * Set what becomes of the session when a context cannot be loaded.
		 * @param contextFailure what becomes of it
		 * @return this builder
		 */
		public Builder contextFailure(ContextFailure contextFailure) {
			this.contextFailure = contextFailure;
			return this;
		}

		/**
		 * Build the parameters.
		 * @return the parameters
		 * @throws IllegalArgumentException if one of them is not usable
		 */
		public CreateSessionOptions build() {
			return new CreateSessionOptions(this);
		}

	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof CreateSessionOptions that
				&& Objects.equals(this.imageId, that.imageId) && Objects.equals(this.labels, that.labels)
				&& Objects.equals(this.idleReleaseTimeout, that.idleReleaseTimeout)
				&& Objects.equals(this.lifecyclePolicy, that.lifecyclePolicy)
				&& Objects.equals(this.contextSyncs, that.contextSyncs)
				&& Objects.equals(this.contextsByName, that.contextsByName)
				&& Objects.equals(this.contextMounts, that.contextMounts)
				&& Objects.equals(this.contextMountsByName, that.contextMountsByName)
				&& Objects.equals(this.policyId, that.policyId) && Objects.equals(this.networkId, that.networkId)
				&& Objects.equals(this.enableBrowserReplay, that.enableBrowserReplay)
				&& this.loadSkills == that.loadSkills && Objects.equals(this.skillNames, that.skillNames)
				&& Objects.equals(this.framework, that.framework)
				&& Objects.equals(this.browserContext, that.browserContext)
				&& Objects.equals(this.mobileConfig, that.mobileConfig)
				&& Objects.equals(this.mobileSimulate, that.mobileSimulate)
				&& Objects.equals(this.contextFailure, that.contextFailure));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.imageId, this.labels, this.idleReleaseTimeout, this.lifecyclePolicy, this.contextSyncs,
				this.contextsByName, this.contextMounts, this.contextMountsByName, this.policyId, this.networkId,
				this.enableBrowserReplay, this.loadSkills, this.skillNames, this.framework, this.browserContext,
				this.mobileConfig, this.mobileSimulate, this.contextFailure);
	}

	@Override
	public String toString() {
		return "CreateSessionOptions[imageId=%s, labels=%s, idleReleaseTimeout=%s, lifecyclePolicy=%s, contextSyncs=%s, contextsByName=%s, contextMounts=%s, contextMountsByName=%s, policyId=%s, networkId=%s, enableBrowserReplay=%s, loadSkills=%s, skillNames=%s, framework=%s, browserContext=%s, mobileConfig=%s, mobileSimulate=%s, contextFailure=%s]"
			.formatted(this.imageId, this.labels, this.idleReleaseTimeout, this.lifecyclePolicy, this.contextSyncs,
					this.contextsByName, this.contextMounts, this.contextMountsByName, this.policyId, this.networkId,
					this.enableBrowserReplay, this.loadSkills, this.skillNames, this.framework, this.browserContext,
					this.mobileConfig, this.mobileSimulate, this.contextFailure);
	}

}
