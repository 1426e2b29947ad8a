package io.agentbay;

import java.util.Objects;

/**
 * The version of this client, as its jar tells it.
 */
final class ClientVersion {

	private static final String VERSION = Objects
		.requireNonNullElse(ClientVersion.class.getPackage().getImplementationVersion(), "0-SNAPSHOT");

	private ClientVersion() {
	}

	static String version() {
		return VERSION;
	}

	static String userAgent() {
		return "agentbay-spring/%s (Java/%s)".formatted(VERSION, Runtime.version().feature());
	}

}
