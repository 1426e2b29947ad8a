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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.internal.device.PackageNames;
import org.jspecify.annotations.Nullable;

/**
 * How a phone is configured. What is not set stays as it is.
 *
 * @param lockResolution whether to lock the resolution of the screen, {@code null} to
 * leave it
 * @param appRule which apps may run, {@code null} to leave it
 * @param hideNavigationBar whether to hide the navigation bar, {@code null} to leave it
 * @param uninstallBlacklist the packages of apps that cannot be uninstalled, empty to
 * leave it
 */
public record MobileExtraConfig(@Nullable Boolean lockResolution, @Nullable AppRule appRule,
		@Nullable Boolean hideNavigationBar, List<String> uninstallBlacklist) {

	private static final MobileExtraConfig UNCHANGED = new MobileExtraConfig(null, null, null, List.of());

	public MobileExtraConfig {
		if (!uninstallBlacklist.isEmpty()) {
			PackageNames.check(uninstallBlacklist, "uninstallBlacklist");
		}
		uninstallBlacklist = List.copyOf(uninstallBlacklist);
	}

	/**
	 * Return a configuration that changes nothing.
	 * @return the configuration
	 */
	public static MobileExtraConfig unchanged() {
		return UNCHANGED;
	}

	/**
	 * Return this configuration with a locked resolution or one that is free.
	 * @param lockResolution whether to lock it
	 * @return a changed copy
	 */
	public MobileExtraConfig withLockResolution(boolean lockResolution) {
		return new MobileExtraConfig(lockResolution, this.appRule, this.hideNavigationBar, this.uninstallBlacklist);
	}

	/**
	 * Return this configuration with a rule for apps.
	 * @param appRule the rule
	 * @return a changed copy
	 */
	public MobileExtraConfig withAppRule(AppRule appRule) {
		return new MobileExtraConfig(this.lockResolution, appRule, this.hideNavigationBar, this.uninstallBlacklist);
	}

	/**
	 * Return this configuration with or without the navigation bar.
	 * @param hideNavigationBar whether to hide it
	 * @return a changed copy
	 */
	public MobileExtraConfig withHideNavigationBar(boolean hideNavigationBar) {
		return new MobileExtraConfig(this.lockResolution, this.appRule, hideNavigationBar, this.uninstallBlacklist);
	}

	/**
	 * Return this configuration with apps that cannot be uninstalled.
	 * @param packageNames their packages
	 * @return a changed copy
	 * @throws IllegalArgumentException if a name is not a package name
	 */
	public MobileExtraConfig withUninstallBlacklist(List<String> packageNames) {
		return new MobileExtraConfig(this.lockResolution, this.appRule, this.hideNavigationBar, packageNames);
	}

	/**
	 * Return this configuration in the form of requests: one parameter for each value.
	 * @param prefix what the names of the parameters begin with
	 * @return the parameters
	 */
	public Map<String, Object> toParameters(String prefix) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		if (this.lockResolution != null) {
			parameters.put(prefix + "LockResolution", this.lockResolution);
		}
		if (this.hideNavigationBar != null) {
			parameters.put(prefix + "HideNavigationBar", this.hideNavigationBar);
		}
		putNames(parameters, prefix + "UninstallBlacklist.", this.uninstallBlacklist);
		if (this.appRule != null) {
			parameters.put(prefix + "AppManagerRule.RuleType",
					(this.appRule.type() == AppRule.Type.WHITE) ? "White" : "Black");
			putNames(parameters, prefix + "AppManagerRule.AppPackageNameList.", this.appRule.packageNames());
		}
		return parameters;
	}

	private static void putNames(Map<String, Object> parameters, String prefix, List<String> names) {
		for (int i = 0; i < names.size(); i++) {
			parameters.put(prefix + (i + 1), names.get(i));
		}
	}

}
