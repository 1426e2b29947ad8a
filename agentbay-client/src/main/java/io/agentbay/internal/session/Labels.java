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

package io.agentbay.internal.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.agentbay.ownership.SessionOwner;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The rules for labels. Names that begin with {@code agentbay-} belong to the client,
 * which finds its sessions by them; users neither see nor change them.
 */
public final class Labels {

	/**
	 * Marks the session that one call of create made, to find it when the answer is lost.
	 */
	static final String CREATION = "agentbay-creation";

	/** Tells whose session it is. */
	static final String OWNER = "agentbay-owner";

	/** Tells which run of the owner created it. */
	static final String INSTANCE = "agentbay-instance";

	private static final String RESERVED = "agentbay-";

	private Labels() {
	}

	public static void check(@Nullable Map<String, String> labels) {
		Assert.notNull(labels, "'labels': Labels cannot be null");
		labels.forEach((name, value) -> {
			Assert.hasText(name, "'labels': Label keys cannot be empty");
			Assert.hasText(value, () -> "'labels': Label values cannot be empty, but that of '" + name + "' is");
			Assert.isTrue(!name.startsWith(RESERVED),
					() -> "'labels': the name '" + name + "' is reserved, as are all that begin with " + RESERVED);
		});
	}

	/**
	 * Check that labels can be given to a session, without sending anything.
	 * @param labels the labels: at least one; no name and no value may be blank, and
	 * names that begin with {@code agentbay-} are reserved
	 * @throws IllegalArgumentException if they cannot; its message says why
	 */
	public static void validate(@Nullable Map<String, String> labels) {
		checkNotEmpty(labels);
	}

	public static void checkNotEmpty(@Nullable Map<String, String> labels) {
		check(labels);
		Assert.notEmpty(labels, "'labels': Labels cannot be empty");
	}

	/**
	 * Return labels that only one session will carry.
	 */
	static Map<String, String> newMark(@Nullable SessionOwner owner) {
		Map<String, String> mark = new LinkedHashMap<>();
		mark.put(CREATION, UUID.randomUUID().toString());
		if (owner != null) {
			mark.put(OWNER, owner.name());
			mark.put(INSTANCE, owner.instance());
		}
		return Map.copyOf(mark);
	}

	public static Map<String, String> reservedOf(Map<String, String> labels) {
		return filtered(labels, true);
	}

	public static Map<String, String> withoutReserved(Map<String, String> labels) {
		return filtered(labels, false);
	}

	public static boolean tellOwner(Map<String, String> labels) {
		return labels.containsKey(OWNER) || labels.containsKey(INSTANCE);
	}

	public static Map<String, String> withoutOwner(Map<String, String> labels) {
		Map<String, String> rest = new LinkedHashMap<>(labels);
		rest.keySet().removeAll(Set.of(OWNER, INSTANCE));
		return rest;
	}

	public static Map<String, String> merged(Map<String, String> labels, Map<String, String> reserved) {
		Map<String, String> merged = new LinkedHashMap<>(labels);
		merged.putAll(reserved);
		return merged;
	}

	private static Map<String, String> filtered(Map<String, String> labels, boolean reserved) {
		Map<String, String> filtered = new LinkedHashMap<>();
		labels.forEach((name, value) -> {
			if (name.startsWith(RESERVED) == reserved) {
				filtered.put(name, value);
			}
		});
		return filtered;
	}

}
