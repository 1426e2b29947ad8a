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

package io.agentbay.mobile;

import java.util.List;
import java.util.Objects;

import io.agentbay.internal.device.PackageNames;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How a phone is configured. What is not set stays as it is. Immutable.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class MobileExtraConfig {

	private static final MobileExtraConfig UNCHANGED = new MobileExtraConfig(null, null, null, List.of());

	private final @Nullable Boolean resolutionLocked;

	private final @Nullable AppRule appRule;

	private final @Nullable Boolean navigationBarHidden;

	private final List<String> protectedApps;

	private MobileExtraConfig(@Nullable Boolean resolutionLocked, @Nullable AppRule appRule,
			@Nullable Boolean navigationBarHidden, List<String> protectedApps) {
		this.resolutionLocked = resolutionLocked;
		this.appRule = appRule;
		this.navigationBarHidden = navigationBarHidden;
		this.protectedApps = protectedApps;
	}

	/**
	 * Return a configuration that changes nothing.
	 * @return the configuration
	 */
	public static MobileExtraConfig unchanged() {
		return UNCHANGED;
	}

	/**
	 * Return this configuration with a locked resolution of the screen.
	 * @return a changed copy
	 */
	public MobileExtraConfig withResolutionLocked() {
		return new MobileExtraConfig(true, this.appRule, this.navigationBarHidden, this.protectedApps);
	}

	/**
	 * Return this configuration with a resolution of the screen that may be changed.
	 * @return a changed copy
	 */
	public MobileExtraConfig withResolutionUnlocked() {
		return new MobileExtraConfig(false, this.appRule, this.navigationBarHidden, this.protectedApps);
	}

	/**
	 * Return this configuration with a rule for apps.
	 * @param rule which apps may run
	 * @return a changed copy
	 * @throws IllegalArgumentException if the rule is {@code null}
	 */
	public MobileExtraConfig withAppRule(AppRule rule) {
		Assert.notNull(rule, "'rule' must not be null");
		return new MobileExtraConfig(this.resolutionLocked, rule, this.navigationBarHidden, this.protectedApps);
	}

	/**
	 * Return this configuration without the navigation bar.
	 * @return a changed copy
	 */
	public MobileExtraConfig withNavigationBarHidden() {
		return new MobileExtraConfig(this.resolutionLocked, this.appRule, true, this.protectedApps);
	}

	/**
	 * Return this configuration with the navigation bar.
	 * @return a changed copy
	 */
	public MobileExtraConfig withNavigationBarShown() {
		return new MobileExtraConfig(this.resolutionLocked, this.appRule, false, this.protectedApps);
	}

	/**
	 * Return this configuration with apps that cannot be uninstalled.
	 * @param packageNames their packages
	 * @return a changed copy
	 * @throws IllegalArgumentException if there is none or a name is not a package name
	 */
	public MobileExtraConfig withProtectedApps(List<String> packageNames) {
		PackageNames.check(packageNames, "packageNames");
		return new MobileExtraConfig(this.resolutionLocked, this.appRule, this.navigationBarHidden,
				List.copyOf(packageNames));
	}

	/**
	 * Return whether to lock the resolution of the screen.
	 * @return whether to, {@code null} to leave it as it is
	 */
	public @Nullable Boolean resolutionLocked() {
		return this.resolutionLocked;
	}

	/**
	 * Return which apps may run.
	 * @return the rule, {@code null} to leave it as it is
	 */
	public @Nullable AppRule appRule() {
		return this.appRule;
	}

	/**
	 * Return whether to hide the navigation bar.
	 * @return whether to, {@code null} to leave it as it is
	 */
	public @Nullable Boolean navigationBarHidden() {
		return this.navigationBarHidden;
	}

	/**
	 * Return the apps that cannot be uninstalled.
	 * @return their packages, empty to leave it as it is
	 */
	public List<String> protectedApps() {
		return this.protectedApps;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof MobileExtraConfig that && Objects.equals(this.resolutionLocked, that.resolutionLocked)
				&& Objects.equals(this.appRule, that.appRule)
				&& Objects.equals(this.navigationBarHidden, that.navigationBarHidden)
				&& this.protectedApps.equals(that.protectedApps);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.resolutionLocked, this.appRule, this.navigationBarHidden, this.protectedApps);
	}

	@Override
	public String toString() {
		return "MobileExtraConfig[resolutionLocked=%s, appRule=%s, navigationBarHidden=%s, protectedApps=%s]"
			.formatted(this.resolutionLocked, this.appRule, this.navigationBarHidden, this.protectedApps);
	}

}
