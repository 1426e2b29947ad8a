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

package io.agentbay.context.browser;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.context.policy.WhiteLists;

/**
 * How much of a browser's profile is kept.
 *
 * @since 0.1.0
 */
public enum BrowserSyncMode {

	/** The cookies only. */
	MINIMAL,

	/** Cookies, storage of pages, logins and settings. */
	STANDARD;

	private static final List<String> COOKIES = List.of("/Local State", "/Default/Cookies", "/Default/Cookies-journal");

	private static final List<String> FURTHER = List.of("Local Storage", "IndexedDB", "Session Storage", "Login Data",
			"Login Data-journal", "Login Data For Account", "Login Data For Account-journal", "Web Data",
			"Web Data-journal", "Preferences", "Secure Preferences", "TransportSecurity", "Network Persistent State",
			"GPUCache", "Affiliation Database", "Affiliation Database-journal");

	WhiteLists whiteLists() {
		List<String> paths = new ArrayList<>(COOKIES);
		if (this == STANDARD) {
			FURTHER.forEach((name) -> paths.add("/Default/" + name));
		}
		return WhiteLists.of(paths.toArray(new String[0]));
	}

}
