package io.agentbay.context.policy;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * In which form files are stored.
 */
public enum UploadMode {

	/** Each as it is. */
	FILE("File"),

	/** All in one archive. */
	ARCHIVE("Archive");

	private final String wireName;

	UploadMode(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the name of the form in requests.
	 * @return the name
	 */
	@JsonValue
	public String wireName() {
		return this.wireName;
	}

}
