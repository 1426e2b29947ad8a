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
import java.util.function.Consumer;

import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextSync;
import io.agentbay.context.browser.BrowserContext;
import io.agentbay.internal.session.Labels;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.MobileSimulateConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What kind of session to create.
 *
 * @param imageId the image, such as {@code linux_latest}, {@code code_latest},
 * {@code browser_latest}, {@code windows_latest}, {@code mobile_latest}; {@code null} for
 * the service's default, {@code linux_latest}
 * @param labels names and values to find the session by; neither may be blank, and names
 * that begin with {@code agentbay-} are reserved
 * @param idleReleaseTimeout after which time without use the service releases the
 * session, in whole seconds; {@code null} for the service's default of 5 minutes
 * @param contextSyncs the contexts to mount
 * @param contextsByName further contexts to mount, which are looked up by their names,
 * and created if they are missing, each time a session is created
 * @param policyId the policy for the session; {@code null} for none
 * @param networkId the network that the session joins; {@code null} for none
 * @param enableBrowserReplay whether to record the browser; {@code null} for the
 * service's default
 * @param loadSkills whether to load skills into the session
 * @param skillNames the skills to load; empty for all of them
 * @param framework the framework on whose behalf the session is created, for the
 * service's statistics; empty for none
 * @param browserContext what the browser of the session keeps beyond it; {@code null} for
 * nothing
 * @param mobileConfig how the phone of the session is configured when it is there;
 * {@code null} to leave it
 * @param mobileSimulate which other phone it takes over; {@code null} for none
 * @param contextFailure what becomes of the session when a context cannot be loaded;
 * default {@link ContextFailure#KEEP_SESSION}
 * @since 0.1.0
 */
public record CreateSessionOptions(@Nullable String imageId, Map<String, String> labels,
		@Nullable Duration idleReleaseTimeout, List<ContextSync> contextSyncs, List<ContextByName> contextsByName,
		@Nullable String policyId, @Nullable String networkId, @Nullable Boolean enableBrowserReplay,
		boolean loadSkills, List<String> skillNames, String framework, @Nullable BrowserContext browserContext,
		@Nullable MobileExtraConfig mobileConfig, @Nullable MobileSimulateConfig mobileSimulate,
		ContextFailure contextFailure) {

	public CreateSessionOptions {
		requireNotBlank(imageId, "imageId");
		requireNotBlank(policyId, "policyId");
		requireNotBlank(networkId, "networkId");
		Labels.check(labels);
		Assert.isTrue(idleReleaseTimeout == null || idleReleaseTimeout.toSeconds() > 0,
				"'idleReleaseTimeout' must be at least one second");
		Assert.notNull(contextSyncs, "'contextSyncs' must not be null");
		Assert.notNull(contextsByName, "'contextsByName' must not be null");
		Assert.notNull(skillNames, "'skillNames' must not be null");
		Assert.isTrue(loadSkills || skillNames.isEmpty(), "'skillNames' are only loaded when 'loadSkills' is set");
		for (String skillName : skillNames) {
			Assert.hasText(skillName, "'skillNames' must not hold empty names");
		}
		Assert.notNull(framework, "'framework' must not be null");
		Assert.notNull(contextFailure, "'contextFailure' must not be null");
		labels = Map.copyOf(labels);
		contextSyncs = List.copyOf(contextSyncs);
		contextsByName = List.copyOf(contextsByName);
		skillNames = List.copyOf(skillNames);
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
	 * Return these parameters with these contexts to mount and no others.
	 * @param contextSyncs the contexts
	 * @return a changed copy
	 */
	public CreateSessionOptions withContextSyncs(List<ContextSync> contextSyncs) {
		return new CreateSessionOptions(this.imageId, this.labels, this.idleReleaseTimeout, contextSyncs, List.of(),
				this.policyId, this.networkId, this.enableBrowserReplay, this.loadSkills, this.skillNames,
				this.framework, this.browserContext, this.mobileConfig, this.mobileSimulate, this.contextFailure);
	}

	/**
	 * Return the parameters of a default session.
	 * @return the parameters
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
	 * Builds {@link CreateSessionOptions}. The record's component of the same name tells
	 * what each setting means.
	 */
	public static final class Builder {

		private @Nullable String imageId;

		private final Map<String, String> labels = new LinkedHashMap<>();

		private @Nullable Duration idleReleaseTimeout;

		private final List<ContextSync> contextSyncs = new ArrayList<>();

		private final List<ContextByName> contextsByName = new ArrayList<>();

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
		 * Set after which time without use the session is released.
		 * @param idleReleaseTimeout the time, in whole seconds
		 * @return this builder
		 */
		public Builder idleReleaseTimeout(@Nullable Duration idleReleaseTimeout) {
			this.idleReleaseTimeout = idleReleaseTimeout;
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
		public Builder enableBrowserReplay(@Nullable Boolean enableBrowserReplay) {
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
			return new CreateSessionOptions(this.imageId, this.labels, this.idleReleaseTimeout, this.contextSyncs,
					this.contextsByName, this.policyId, this.networkId, this.enableBrowserReplay, this.loadSkills,
					this.skillNames, this.framework, this.browserContext, this.mobileConfig, this.mobileSimulate,
					this.contextFailure);
		}

	}

}
