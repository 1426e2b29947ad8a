package io.agentbay.context.browser;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.context.policy.WhiteLists;

/**
 * How much of a browser's profile is kept.
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
