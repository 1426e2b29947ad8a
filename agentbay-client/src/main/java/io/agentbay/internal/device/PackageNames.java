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

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Checks names of Android packages, which become part of commands.
 */
public final class PackageNames {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]+");

	private PackageNames() {
	}

	public static void check(@Nullable List<String> names, String argument) {
		Assert.notEmpty(names, () -> "'" + argument + "' must not be empty");
		for (String name : names) {
			Assert.isTrue(name != null && NAME.matcher(name).matches(),
					() -> "'" + argument + "' holds '" + name + "', which is not a package name");
		}
	}

}
