package io.agentbay.local.mount;

import java.util.Locale;

/**
 * Which way files are copied.
 */
public enum CopyMode {

	/**
	 * From the session to the storage.
	 */
	UPLOAD,

	/**
	 * From the storage into the session.
	 */
	DOWNLOAD;

	/**
	 * The name in the protocol.
	 * @return the name
	 */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

}
