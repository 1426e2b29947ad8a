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

package io.agentbay.browser;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.util.Assert;

/**
 * What the browser of a session tells its user, or the user the browser: that somebody
 * has to solve a captcha, that a login begins, that the user is done.
 *
 * @param type what it is about; {@link #CALL_FOR_USER} is the one known
 * @param id by which the answer is known
 * @param code what has happened: {@code 101} a captcha, {@code 102} a login and
 * {@code 103} a payment need the user; {@code 201} and {@code 202} the service begins and
 * ends to solve a captcha, {@code 301} and {@code 302} to log in; {@code 199} the user is
 * done
 * @param message the same in words, possibly empty
 * @param action what the receiver is to do: {@code takeover}, {@code pause} or
 * {@code resume}; {@code takeoverdone} from the user
 * @param extraParams further values, an object, possibly empty
 * @since 0.1.0
 */
public record BrowserNotification(String type, long id, int code, String message, String action, JsonNode extraParams) {

	/** That somebody is needed. */
	public static final String CALL_FOR_USER = "call-for-user";

	private static final int DONE = 199;

	public BrowserNotification {
		Assert.hasText(type, "'type' must not be empty");
		Assert.notNull(message, "'message' must not be null");
		Assert.notNull(action, "'action' must not be null");
		Assert.isTrue(extraParams != null && extraParams.isObject(), "'extraParams' must be an object");
	}

	/**
	 * Return the message of a user who has taken over and is done.
	 * @param id the notification that asked for it
	 * @return the message
	 */
	public static BrowserNotification takeoverDone(long id) {
		return new BrowserNotification(CALL_FOR_USER, id, DONE, "user handle done", "takeoverdone",
				JsonNodeFactory.instance.objectNode());
	}

	/**
	 * Return how long the browser waits for the user.
	 * @return the time, {@code null} if it is not told
	 */
	public @Nullable Duration maxWaitTime() {
		JsonNode seconds = this.extraParams.path("max_wait_time");
		return seconds.isNumber() ? Duration.ofSeconds(seconds.asLong()) : null;
	}

}
