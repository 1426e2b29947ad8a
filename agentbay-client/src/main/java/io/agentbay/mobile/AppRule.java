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

import io.agentbay.internal.device.PackageNames;

import org.springframework.util.Assert;

/**
 * Which apps a phone may run.
 *
 * @param type what the rule does with its apps
 * @param packageNames the apps, at least one
 * @since 0.1.0
 */
public record AppRule(Type type, List<String> packageNames) {

	public AppRule {
		Assert.notNull(type, "'type' must not be null");
		PackageNames.check(packageNames, "packageNames");
		packageNames = List.copyOf(packageNames);
	}

	/**
	 * Create a rule that allows these apps and no others.
	 * @param packageNames the apps
	 * @return the rule
	 * @throws IllegalArgumentException if there is no app or a name is not a package name
	 */
	public static AppRule allowOnly(String... packageNames) {
		return new AppRule(Type.ALLOW_ONLY, List.of(packageNames));
	}

	/**
	 * Create a rule that forbids these apps.
	 * @param packageNames the apps
	 * @return the rule
	 * @throws IllegalArgumentException if there is no app or a name is not a package name
	 */
	public static AppRule forbid(String... packageNames) {
		return new AppRule(Type.FORBID, List.of(packageNames));
	}

	/**
	 * What a rule does.
	 */
	public enum Type {

		/** Only the named apps may run. */
		ALLOW_ONLY,

		/** The named apps may not run. */
		FORBID

	}

}
