package io.agentbay.local.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.agentbay.local.action.ActionException;
import io.agentbay.local.action.ActionRequest;

/**
 * The key that every call of an action needs.
 *
 * @param value the key
 */
record ApiKey(String value) {

	private static final String PREFIX = "Bearer ";

	/**
	 * Refuse a call that does not have the key.
	 */
	void check(ActionRequest request) {
		String given = request.text("Authorization", "");
		String bare = given.startsWith(PREFIX) ? given.substring(PREFIX.length()).strip() : "";
		if (!equal(this.value, bare)) {
			throw new ActionException(400, "NOT_LOGIN", "The API key is missing or is not the one of this runtime");
		}
	}

	/**
	 * Compare secrets in a time that does not tell how much of them is equal.
	 */
	static boolean equal(String secret, String given) {
		return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "ApiKey[***]";
	}

}
