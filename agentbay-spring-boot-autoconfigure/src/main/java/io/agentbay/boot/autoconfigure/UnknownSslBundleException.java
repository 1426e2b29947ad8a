package io.agentbay.boot.autoconfigure;

import java.util.List;

import org.springframework.boot.ssl.NoSuchSslBundleException;

/**
 * Thrown when a client is to use an SSL bundle that there is not.
 */
final class UnknownSslBundleException extends NoSuchSslBundleException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final String known;

	UnknownSslBundleException(String property, String bundle, List<String> known) {
		super(bundle, "SSL bundle name '%s' of property '%s' cannot be found".formatted(bundle, property));
		this.property = property;
		this.known = String.join(", ", known);
	}

	String property() {
		return this.property;
	}

	/** Separated by commas, empty if there are none. */
	String known() {
		return this.known;
	}

}
