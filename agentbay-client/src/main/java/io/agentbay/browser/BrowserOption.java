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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the browser of a session is to be like. The text form shows no proxy and no
 * fingerprint.
 *
 * @since 0.1.0
 */
public final class BrowserOption {

	private static final String EXTENSIONS = "/tmp/extensions/";

	private final boolean useStealth;

	private final @Nullable String userAgent;

	private final @Nullable BrowserSize viewport;

	private final @Nullable BrowserSize screen;

	private final @Nullable BrowserFingerprint fingerprint;

	private final @Nullable String fingerprintData;

	private final boolean fingerprintPersistent;

	private final boolean solveCaptchas;

	private final boolean autoLogin;

	private final boolean callForUser;

	private final @Nullable BrowserProxy proxy;

	private final String extensionPath;

	private final List<String> arguments;

	private final @Nullable String startUrl;

	private final @Nullable BrowserType type;

	private final @Nullable Boolean behaviorSimulate;

	private BrowserOption(Builder builder) {
		requireNotBlank(builder.userAgent, "userAgent");
		requireNotBlank(builder.fingerprintData, "fingerprintData");
		requireNotBlank(builder.startUrl, "startUrl");
		Assert.hasText(builder.extensionPath, "'extensionPath' must not be empty");
		for (String argument : builder.arguments) {
			Assert.isTrue(argument != null && argument.startsWith("--"),
					() -> "'arguments' must hold switches that begin with --, not " + argument);
		}
		this.useStealth = builder.useStealth;
		this.userAgent = builder.userAgent;
		this.viewport = builder.viewport;
		this.screen = builder.screen;
		this.fingerprint = builder.fingerprint;
		this.fingerprintData = builder.fingerprintData;
		this.fingerprintPersistent = builder.fingerprintPersistent;
		this.solveCaptchas = builder.solveCaptchas;
		this.autoLogin = builder.autoLogin;
		this.callForUser = builder.callForUser;
		this.proxy = builder.proxy;
		this.extensionPath = builder.extensionPath;
		this.arguments = List.copyOf(builder.arguments);
		this.startUrl = builder.startUrl;
		this.type = builder.type;
		this.behaviorSimulate = builder.behaviorSimulate;
	}

	private static void requireNotBlank(@Nullable String value, String name) {
		Assert.isTrue(value == null || !value.isBlank(),
				() -> "'" + name + "' must not be blank; leave it out for the default");
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static BrowserOption defaults() {
		return builder().build();
	}

	/**
	 * Return options.
	 * @param option sets what is not the default
	 * @return the options
	 * @throws IllegalArgumentException if an option is not usable
	 */
	public static BrowserOption of(Consumer<Builder> option) {
		Assert.notNull(option, "'option' must not be null");
		Builder builder = builder();
		option.accept(builder);
		return builder.build();
	}

	/**
	 * Start building options.
	 * @return a builder with the defaults
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Start building options from these.
	 * @return a builder with these options
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Return whether the browser hides that a program drives it.
	 * @return whether it does, by default not
	 */
	public boolean useStealth() {
		return this.useStealth;
	}

	/**
	 * Return how the browser names itself to servers.
	 * @return the name, {@code null} for its own
	 */
	public @Nullable String userAgent() {
		return this.userAgent;
	}

	/**
	 * Return the size of its pages.
	 * @return the size, {@code null} for the service's choice
	 */
	public @Nullable BrowserSize viewport() {
		return this.viewport;
	}

	/**
	 * Return the size of its screen.
	 * @return the size, {@code null} for the service's choice
	 */
	public @Nullable BrowserSize screen() {
		return this.screen;
	}

	/**
	 * Return what the fingerprint that the service makes up is chosen from.
	 * @return the choice, {@code null} for no such fingerprint
	 */
	public @Nullable BrowserFingerprint fingerprint() {
		return this.fingerprint;
	}

	/**
	 * Return the fingerprint that is used instead of one that is made up.
	 * @return the fingerprint as JSON text, {@code null} for none
	 */
	public @Nullable String fingerprintData() {
		return this.fingerprintData;
	}

	/**
	 * Return whether the fingerprint is kept in the session's context for fingerprints.
	 * @return whether it is, by default not
	 */
	public boolean fingerprintPersistent() {
		return this.fingerprintPersistent;
	}

	/**
	 * Return whether the service solves captchas.
	 * @return whether it does, by default not
	 */
	public boolean solveCaptchas() {
		return this.solveCaptchas;
	}

	/**
	 * Return whether the service logs in by itself.
	 * @return whether it does, by default not
	 */
	public boolean autoLogin() {
		return this.autoLogin;
	}

	/**
	 * Return whether the service calls for the user when it cannot go on.
	 * @return whether it does, by default not
	 */
	public boolean callForUser() {
		return this.callForUser;
	}

	/**
	 * Return the proxy that the browser uses.
	 * @return the proxy, {@code null} for none
	 */
	public @Nullable BrowserProxy proxy() {
		return this.proxy;
	}

	/**
	 * Return where in the session its extensions are.
	 * @return a directory, by default {@code /tmp/extensions/}
	 */
	public String extensionPath() {
		return this.extensionPath;
	}

	/**
	 * Return further switches for its command line.
	 * @return the switches, such as {@code --mute-audio}
	 */
	public List<String> arguments() {
		return this.arguments;
	}

	/**
	 * Return the page that it opens at first.
	 * @return its address, {@code null} for an empty page
	 */
	public @Nullable String startUrl() {
		return this.startUrl;
	}

	/**
	 * Return which program it is.
	 * @return the program, {@code null} for the service's choice
	 */
	public @Nullable BrowserType type() {
		return this.type;
	}

	/**
	 * Return whether the service imitates human behaviour.
	 * @return whether it does, {@code null} for what the environment variable
	 * {@code AGENTBAY_BROWSER_BEHAVIOR_SIMULATE} says, and the service's choice if it
	 * says nothing
	 */
	public @Nullable Boolean behaviorSimulate() {
		return this.behaviorSimulate;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof BrowserOption that && this.useStealth == that.useStealth
				&& this.fingerprintPersistent == that.fingerprintPersistent && this.solveCaptchas == that.solveCaptchas
				&& this.autoLogin == that.autoLogin && this.callForUser == that.callForUser
				&& Objects.equals(this.userAgent, that.userAgent) && Objects.equals(this.viewport, that.viewport)
				&& Objects.equals(this.screen, that.screen) && Objects.equals(this.fingerprint, that.fingerprint)
				&& Objects.equals(this.fingerprintData, that.fingerprintData) && Objects.equals(this.proxy, that.proxy)
				&& this.extensionPath.equals(that.extensionPath) && this.arguments.equals(that.arguments)
				&& Objects.equals(this.startUrl, that.startUrl) && Objects.equals(this.type, that.type)
				&& Objects.equals(this.behaviorSimulate, that.behaviorSimulate));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.useStealth, this.userAgent, this.viewport, this.screen, this.fingerprint,
				this.fingerprintData, this.fingerprintPersistent, this.solveCaptchas, this.autoLogin, this.callForUser,
				this.proxy, this.extensionPath, this.arguments, this.startUrl, this.type, this.behaviorSimulate);
	}

	@Override
	public String toString() {
		return "BrowserOption[viewport=" + this.viewport + ", screen=" + this.screen + ", type=" + this.type + "]";
	}

	/**
	 * Builds options.
	 */
	public static final class Builder {

		private boolean useStealth;

		private @Nullable String userAgent;

		private @Nullable BrowserSize viewport;

		private @Nullable BrowserSize screen;

		private @Nullable BrowserFingerprint fingerprint;

		private @Nullable String fingerprintData;

		private boolean fingerprintPersistent;

		private boolean solveCaptchas;

		private boolean autoLogin;

		private boolean callForUser;

		private @Nullable BrowserProxy proxy;

		private String extensionPath = EXTENSIONS;

		private final List<String> arguments = new ArrayList<>();

		private @Nullable String startUrl;

		private @Nullable BrowserType type;

		private @Nullable Boolean behaviorSimulate;

		private Builder() {
		}

		private Builder(BrowserOption option) {
			this.useStealth = option.useStealth;
			this.userAgent = option.userAgent;
			this.viewport = option.viewport;
			this.screen = option.screen;
			this.fingerprint = option.fingerprint;
			this.fingerprintData = option.fingerprintData;
			this.fingerprintPersistent = option.fingerprintPersistent;
			this.solveCaptchas = option.solveCaptchas;
			this.autoLogin = option.autoLogin;
			this.callForUser = option.callForUser;
			this.proxy = option.proxy;
			this.extensionPath = option.extensionPath;
			this.arguments.addAll(option.arguments);
			this.startUrl = option.startUrl;
			this.type = option.type;
			this.behaviorSimulate = option.behaviorSimulate;
		}

		/**
		 * Set whether the browser hides that a program drives it.
		 * @param useStealth whether to
		 * @return this builder
		 */
		public Builder useStealth(boolean useStealth) {
			this.useStealth = useStealth;
			return this;
		}

		/**
		 * Set how the browser names itself to servers.
		 * @param userAgent the name
		 * @return this builder
		 */
		public Builder userAgent(String userAgent) {
			this.userAgent = userAgent;
			return this;
		}

		/**
		 * Set the size of the pages.
		 * @param viewport the size
		 * @return this builder
		 */
		public Builder viewport(BrowserSize viewport) {
			this.viewport = viewport;
			return this;
		}

		/**
		 * Set the size of the screen.
		 * @param screen the size
		 * @return this builder
		 */
		public Builder screen(BrowserSize screen) {
			this.screen = screen;
			return this;
		}

		/**
		 * Set what the fingerprint is chosen from.
		 * @param fingerprint the choice
		 * @return this builder
		 */
		public Builder fingerprint(BrowserFingerprint fingerprint) {
			this.fingerprint = fingerprint;
			return this;
		}

		/**
		 * Set the fingerprint itself.
		 * @param fingerprintData the fingerprint as JSON text
		 * @return this builder
		 */
		public Builder fingerprintData(String fingerprintData) {
			this.fingerprintData = fingerprintData;
			return this;
		}

		/**
		 * Set the fingerprint itself.
		 * @param fingerprint the fingerprint
		 * @return this builder
		 */
		public Builder fingerprintData(FingerprintFormat fingerprint) {
			return fingerprintData(fingerprint.toJson());
		}

		/**
		 * Set whether the fingerprint is kept in the session's context for fingerprints.
		 * @param fingerprintPersistent whether to keep it
		 * @return this builder
		 */
		public Builder fingerprintPersistent(boolean fingerprintPersistent) {
			this.fingerprintPersistent = fingerprintPersistent;
			return this;
		}

		/**
		 * Set whether the service solves captchas.
		 * @param solveCaptchas whether to
		 * @return this builder
		 */
		public Builder solveCaptchas(boolean solveCaptchas) {
			this.solveCaptchas = solveCaptchas;
			return this;
		}

		/**
		 * Set whether the service logs in by itself.
		 * @param autoLogin whether to
		 * @return this builder
		 */
		public Builder autoLogin(boolean autoLogin) {
			this.autoLogin = autoLogin;
			return this;
		}

		/**
		 * Set whether the service calls for the user when it cannot go on.
		 * @param callForUser whether to
		 * @return this builder
		 */
		public Builder callForUser(boolean callForUser) {
			this.callForUser = callForUser;
			return this;
		}

		/**
		 * Set the proxy.
		 * @param proxy the proxy
		 * @return this builder
		 */
		public Builder proxy(BrowserProxy proxy) {
			this.proxy = proxy;
			return this;
		}

		/**
		 * Set where in the session the extensions are.
		 * @param extensionPath a directory
		 * @return this builder
		 */
		public Builder extensionPath(String extensionPath) {
			this.extensionPath = extensionPath;
			return this;
		}

		/**
		 * Add switches for the command line.
		 * @param arguments the switches
		 * @return this builder
		 */
		public Builder arguments(String... arguments) {
			this.arguments.addAll(List.of(arguments));
			return this;
		}

		/**
		 * Set the page that is opened at first.
		 * @param startUrl its address
		 * @return this builder
		 */
		public Builder startUrl(String startUrl) {
			this.startUrl = startUrl;
			return this;
		}

		/**
		 * Set which program the browser is.
		 * @param type the program
		 * @return this builder
		 */
		public Builder type(BrowserType type) {
			this.type = type;
			return this;
		}

		/**
		 * Set whether the service imitates human behaviour.
		 * @param behaviorSimulate whether to
		 * @return this builder
		 */
		public Builder behaviorSimulate(boolean behaviorSimulate) {
			this.behaviorSimulate = behaviorSimulate;
			return this;
		}

		/**
		 * Build the options.
		 * @return the options
		 * @throws IllegalArgumentException if one of them is not usable
		 */
		public BrowserOption build() {
			return new BrowserOption(this);
		}

	}

}
