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

package io.agentbay.internal.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.mobile.AppRule;
import io.agentbay.mobile.MobileExtraConfig;

/**
 * Tells the settings of a phone: in commands for its shell, and in parameters of the
 * request that creates it.
 */
public final class PhoneSettings {

	private static final String ALLOWED = "/data/system/pm_whitelist.txt";

	private static final String FORBIDDEN = "/data/system/pm_blacklist.txt";

	private static final String PROTECTED = "/data/system/pm_lock.conf";

	private PhoneSettings() {
	}

	/** The commands that make the settings, one for each, in their order. */
	static List<String> commands(MobileExtraConfig config) {
		List<String> commands = new ArrayList<>();
		if (config.resolutionLocked() != null) {
			commands.add("setprop sys.wuying.lockres " + (config.resolutionLocked() ? "1" : "0"));
		}
		if (config.appRule() != null) {
			commands.add(command(config.appRule()));
		}
		if (config.navigationBarHidden() != null) {
			commands.add("setprop persist.wy.hasnavibar " + (config.navigationBarHidden() ? "false" : "true")
					+ " && killall com.android.systemui");
		}
		if (!config.protectedApps().isEmpty()) {
			commands.add(write(PROTECTED, config.protectedApps(), "setprop persist.wy.pm_lock.trigger $(date +%s)"));
		}
		return commands;
	}

	private static String command(AppRule rule) {
		return switch (rule.type()) {
			case ALLOW_ONLY -> write(ALLOWED, rule.packageNames(),
					"setprop rw.wy.pm_whitelist.refresh 1 && setprop persist.wy.pm_blacklist.switch 2");
			case FORBID -> write(FORBIDDEN, rule.packageNames(),
					"setprop rw.wy.pm_blacklist.refresh 1 && setprop persist.wy.pm_blacklist.switch 1");
		};
	}

	private static String write(String file, List<String> lines, String then) {
		return "cat > %1$s <<'END' && chmod 644 %1$s && %2$s\n%3$s\nEND".formatted(file, then,
				String.join("\n", lines));
	}

	/**
	 * Return the settings in the form of requests: one parameter for each value.
	 * @param config the settings
	 * @param prefix what the names of the parameters begin with
	 * @return the parameters
	 */
	public static Map<String, Object> parameters(MobileExtraConfig config, String prefix) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		if (config.resolutionLocked() != null) {
			parameters.put(prefix + "LockResolution", config.resolutionLocked());
		}
		if (config.navigationBarHidden() != null) {
			parameters.put(prefix + "HideNavigationBar", config.navigationBarHidden());
		}
		putNames(parameters, prefix + "UninstallBlacklist.", config.protectedApps());
		AppRule rule = config.appRule();
		if (rule != null) {
			parameters.put(prefix + "AppManagerRule.RuleType",
					(rule.type() == AppRule.Type.ALLOW_ONLY) ? "White" : "Black");
			putNames(parameters, prefix + "AppManagerRule.AppPackageNameList.", rule.packageNames());
		}
		return parameters;
	}

	private static void putNames(Map<String, Object> parameters, String prefix, List<String> names) {
		for (int i = 0; i < names.size(); i++) {
			parameters.put(prefix + (i + 1), names.get(i));
		}
	}

}
