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

package io.agentbay.local.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.agentbay.local.internal.action.ActionException;
import io.agentbay.local.internal.action.ActionRequest;

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
		check(request.text("Authorization", ""));
	}

	/**
	 * Refuse who does not have the key.
	 */
	void check(String given) {
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
