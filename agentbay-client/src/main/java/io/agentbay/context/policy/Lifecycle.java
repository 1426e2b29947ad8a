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

package io.agentbay.context.policy;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How long files are kept.
 *
 * @since 0.1.0
 */
public enum Lifecycle {

	/** One day. */
	ONE_DAY("1Day"),

	/** Three days. */
	THREE_DAYS("3Days"),

	/** Five days. */
	FIVE_DAYS("5Days"),

	/** Ten days. */
	TEN_DAYS("10Days"),

	/** Fifteen days. */
	FIFTEEN_DAYS("15Days"),

	/** Thirty days. */
	THIRTY_DAYS("30Days"),

	/** Ninety days. */
	NINETY_DAYS("90Days"),

	/** A hundred and eighty days. */
	HUNDRED_EIGHTY_DAYS("180Days"),

	/** Three hundred and sixty days. */
	THREE_HUNDRED_SIXTY_DAYS("360Days"),

	/** Until they are deleted. */
	FOREVER("Forever");

	private final String wireName;

	Lifecycle(String name) {
		this.wireName = "Lifecycle_" + name;
	}

	/**
	 * Return the name of the time in requests.
	 * @return the name
	 */
	@JsonValue
	public String wireName() {
		return this.wireName;
	}

}
