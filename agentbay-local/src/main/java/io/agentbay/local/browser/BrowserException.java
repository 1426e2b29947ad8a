package io.agentbay.local.browser;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * What a browser cannot do, told in words for the caller.
 */
public final class BrowserException extends IOException {

	private static final long serialVersionUID = 1L;

	BrowserException(String message) {
		super(message);
	}

	BrowserException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
