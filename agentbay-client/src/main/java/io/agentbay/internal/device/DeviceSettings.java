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
import java.util.List;

import io.agentbay.command.ReactiveCommand;
import io.agentbay.mobile.AppRule;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.result.OperationResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes the settings of a phone by commands in its shell.
 */
public final class DeviceSettings {

	private static final String WHITELIST = "/data/system/pm_whitelist.txt";

	private static final String BLACKLIST = "/data/system/pm_blacklist.txt";

	private static final String LOCKED = "/data/system/pm_lock.conf";

	private final ReactiveCommand command;

	public DeviceSettings(ReactiveCommand command) {
		this.command = command;
	}

	public Mono<OperationResult> lockResolution(boolean lock) {
		return run("setprop sys.wuying.lockres " + (lock ? "1" : "0"));
	}

	public Mono<OperationResult> appRule(AppRule rule) {
		return switch (rule.type()) {
			case WHITE -> run(write(WHITELIST, rule.packageNames(),
					"setprop rw.wy.pm_whitelist.refresh 1 && setprop persist.wy.pm_blacklist.switch 2"));
			case BLACK -> run(write(BLACKLIST, rule.packageNames(),
					"setprop rw.wy.pm_blacklist.refresh 1 && setprop persist.wy.pm_blacklist.switch 1"));
		};
	}

	public Mono<OperationResult> navigationBar(boolean hide) {
		return run("setprop persist.wy.hasnavibar " + (hide ? "false" : "true") + " && killall com.android.systemui");
	}

	public Mono<OperationResult> uninstallBlacklist(List<String> packageNames) {
		return run(write(LOCKED, packageNames, "setprop persist.wy.pm_lock.trigger $(date +%s)"));
	}

	/** One after the other; the first failure is the result. */
	public Mono<OperationResult> configure(MobileExtraConfig config, OperationResult nothing) {
		List<Mono<OperationResult>> changes = new ArrayList<>();
		if (config.lockResolution() != null) {
			changes.add(lockResolution(config.lockResolution()));
		}
		if (config.appRule() != null) {
			changes.add(appRule(config.appRule()));
		}
		if (config.hideNavigationBar() != null) {
			changes.add(navigationBar(config.hideNavigationBar()));
		}
		if (!config.uninstallBlacklist().isEmpty()) {
			changes.add(uninstallBlacklist(config.uninstallBlacklist()));
		}
		return Flux.concat(changes).takeUntil((result) -> !result.success()).last(nothing);
	}

	private Mono<OperationResult> run(String line) {
		return this.command.run(line).map((result) -> new OperationResult(result.outcome()));
	}

	private static String write(String file, List<String> lines, String then) {
		return "cat > %1$s <<'END' && chmod 644 %1$s && %2$s\n%3$s\nEND".formatted(file, then,
				String.join("\n", lines));
	}

}
