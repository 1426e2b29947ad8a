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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the browser of a session is to be like. Its text form shows no proxy and no
 * fingerprint.
 *
 * @param useStealth whether it hides that a program drives it; default false
 * @param userAgent how it names itself to servers; {@code null} for its own way
 * @param viewport the size of its pages; {@code null} for the service's choice
 * @param screen the size of its screen; {@code null} for the service's choice
 * @param fingerprint what the fingerprint that the service makes up is chosen from;
 * {@code null} for no such fingerprint
 * @param fingerprintData a fingerprint as JSON text, used instead of one that is made up;
 * {@code null} for none
 * @param fingerprintPersistent whether the fingerprint is kept in the session's context
 * for fingerprints; default false
 * @param solveCaptchas whether the service solves captchas; default false
 * @param autoLogin whether the service logs in by itself; default false
 * @param callForUser whether the service calls for the user when it cannot go on; default
 * false
 * @param proxy the proxy that it uses; {@code null} for none
 * @param extensionPath where in the session its extensions are; default
 * {@code /tmp/extensions/}
 * @param arguments further switches for its command line, such as {@code --mute-audio}
 * @param startUrl the page that it opens at first; {@code null} for an empty one
 * @param type which program it is; {@code null} for the service's choice
 * @param behaviorSimulate whether the service imitates human behaviour; {@code null} for
 * what the environment variable {@code AGENTBAY_BROWSER_BEHAVIOR_SIMULATE} says, and the
 * service's choice if it says nothing
 */
public record BrowserOption(boolean useStealth, @Nullable String userAgent, @Nullable BrowserSize viewport,
		@Nullable BrowserSize screen, @Nullable BrowserFingerprint fingerprint, @Nullable String fingerprintData,
		boolean fingerprintPersistent, boolean solveCaptchas, boolean autoLogin, boolean callForUser,
		@Nullable BrowserProxy proxy, String extensionPath, List<String> arguments, @Nullable String startUrl,
		@Nullable BrowserType type, @Nullable Boolean behaviorSimulate) {

	private static final String EXTENSIONS = "/tmp/extensions/";

	private static final String FINGERPRINT = "/tmp/browser_fingerprint/fingerprint.json";

	public BrowserOption {
		requireNotBlank(userAgent, "userAgent");
		requireNotBlank(fingerprintData, "fingerprintData");
		requireNotBlank(startUrl, "startUrl");
		Assert.hasText(extensionPath, "'extensionPath' must not be empty");
		Assert.notNull(arguments, "'arguments' must not be null");
		for (String argument : arguments) {
			Assert.isTrue(argument != null && argument.startsWith("--"),
					() -> "'arguments' must hold switches that begin with --, not " + argument);
		}
		arguments = List.copyOf(arguments);
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static BrowserOption defaults() {
		return builder().build();
	}

	/**
	 * Start building options.
	 * @return a builder with the defaults
	 */
	public static Builder builder() {
		return new Builder();
	}

	/** The form that the service wants; what is not set is left out. */
	Map<String, Object> toWire() {
		Map<String, Object> wire = new LinkedHashMap<>();
		put(wire, "behaviorSimulate", this.behaviorSimulate);
		wire.put("useStealth", this.useStealth);
		put(wire, "userAgent", this.userAgent);
		put(wire, "viewport", size(this.viewport));
		put(wire, "screen", size(this.screen));
		put(wire, "fingerprint", (this.fingerprint != null) ? fingerprint(this.fingerprint) : null);
		put(wire, "fingerprintRawData", (this.fingerprintData != null)
				? Base64.getEncoder().encodeToString(this.fingerprintData.getBytes(StandardCharsets.UTF_8)) : null);
		put(wire, "fingerprintPersistPath", this.fingerprintPersistent ? FINGERPRINT : null);
		wire.put("solveCaptchas", this.solveCaptchas);
		wire.put("autoLogin", this.autoLogin);
		wire.put("callForUser", this.callForUser);
		put(wire, "proxies", (this.proxy != null) ? List.of(this.proxy.toWire()) : null);
		wire.put("extensionPath", this.extensionPath);
		put(wire, "cmdArgs", this.arguments.isEmpty() ? null : this.arguments);
		put(wire, "defaultNavigateUrl", this.startUrl);
		put(wire, "browserType", (this.type != null) ? this.type.wireName() : null);
		return wire;
	}

	private static void put(Map<String, Object> wire, String name, @Nullable Object value) {
		if (value != null) {
			wire.put(name, value);
		}
	}

	private static @Nullable Map<String, Object> size(@Nullable BrowserSize size) {
		return (size != null) ? Map.of("width", size.width(), "height", size.height()) : null;
	}

	private static Map<String, Object> fingerprint(BrowserFingerprint fingerprint) {
		Map<String, Object> wire = new LinkedHashMap<>();
		putNames(wire, "devices", fingerprint.devices().stream().map(BrowserFingerprint.Device::wireName).toList());
		putNames(wire, "operatingSystems",
				fingerprint.operatingSystems().stream().map(BrowserFingerprint.OperatingSystem::wireName).toList());
		putNames(wire, "locales", fingerprint.locales());
		return wire;
	}

	private static void putNames(Map<String, Object> wire, String name, List<String> values) {
		put(wire, name, values.isEmpty() ? null : values);
	}

	private static void requireNotBlank(@Nullable String value, String name) {
		Assert.isTrue(value == null || !value.isBlank(),
				() -> "'" + name + "' must not be blank; leave it out for the default");
	}

	@Override
	public String toString() {
		return "BrowserOption[viewport=" + this.viewport + ", screen=" + this.screen + ", type=" + this.type + "]";
	}

	/**
	 * Builds {@link BrowserOption}. The record's component of the same name tells what
	 * each setting means.
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
		public Builder userAgent(@Nullable String userAgent) {
			this.userAgent = userAgent;
			return this;
		}

		/**
		 * Set the size of the pages.
		 * @param viewport the size
		 * @return this builder
		 */
		public Builder viewport(@Nullable BrowserSize viewport) {
			this.viewport = viewport;
			return this;
		}

		/**
		 * Set the size of the screen.
		 * @param screen the size
		 * @return this builder
		 */
		public Builder screen(@Nullable BrowserSize screen) {
			this.screen = screen;
			return this;
		}

		/**
		 * Set what the fingerprint is chosen from.
		 * @param fingerprint the choice
		 * @return this builder
		 */
		public Builder fingerprint(@Nullable BrowserFingerprint fingerprint) {
			this.fingerprint = fingerprint;
			return this;
		}

		/**
		 * Set the fingerprint itself.
		 * @param fingerprintData the fingerprint as JSON text
		 * @return this builder
		 */
		public Builder fingerprintData(@Nullable String fingerprintData) {
			this.fingerprintData = fingerprintData;
			return this;
		}

		/**
		 * Set the fingerprint itself.
		 * @param fingerprint the fingerprint
		 * @return this builder
		 */
		public Builder fingerprintFormat(FingerprintFormat fingerprint) {
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
		public Builder proxy(@Nullable BrowserProxy proxy) {
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
		public Builder startUrl(@Nullable String startUrl) {
			this.startUrl = startUrl;
			return this;
		}

		/**
		 * Set which program the browser is.
		 * @param type the program
		 * @return this builder
		 */
		public Builder type(@Nullable BrowserType type) {
			this.type = type;
			return this;
		}

		/**
		 * Set whether the service imitates human behaviour.
		 * @param behaviorSimulate whether to
		 * @return this builder
		 */
		public Builder behaviorSimulate(@Nullable Boolean behaviorSimulate) {
			this.behaviorSimulate = behaviorSimulate;
			return this;
		}

		/**
		 * Build the options.
		 * @return the options
		 * @throws IllegalArgumentException if one of them is not usable
		 */
		public BrowserOption build() {
			return new BrowserOption(this.useStealth, this.userAgent, this.viewport, this.screen, this.fingerprint,
					this.fingerprintData, this.fingerprintPersistent, this.solveCaptchas, this.autoLogin,
					this.callForUser, this.proxy, this.extensionPath, this.arguments, this.startUrl, this.type,
					this.behaviorSimulate);
		}

	}

}
