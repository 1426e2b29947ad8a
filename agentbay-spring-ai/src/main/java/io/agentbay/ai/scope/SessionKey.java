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

package io.agentbay.ai.scope;

import java.util.Locale;

import org.springframework.util.Assert;

/**
 * Whose session it is.
 *
 * @param scope who shares the session
 * @param value the id of the conversation or the user; for {@link ToolScope#APPLICATION}
 * the name {@code application}
 * @since 0.1.0
 */
public record SessionKey(ToolScope scope, String value) {

	private static final SessionKey APPLICATION = new SessionKey(ToolScope.APPLICATION, "application");

	public SessionKey {
		Assert.notNull(scope, "'scope' must not be null");
		Assert.hasText(value, "'value' must not be empty");
	}

	/**
	 * Return the key of a conversation.
	 * @param id the id of the conversation
	 * @return the key
	 */
	public static SessionKey ofConversation(String id) {
		return new SessionKey(ToolScope.CONVERSATION, id);
	}

	/**
	 * Return the key of a user.
	 * @param id the id of the user
	 * @return the key
	 */
	public static SessionKey ofUser(String id) {
		return new SessionKey(ToolScope.USER, id);
	}

	/**
	 * Return the key of what all share.
	 * @return the key
	 */
	public static SessionKey ofApplication() {
		return APPLICATION;
	}

	/**
	 * Return the key as one text, different for every key.
	 * @return such as {@code conversation:42}
	 */
	public String asText() {
		return this.scope.name().toLowerCase(Locale.ROOT) + ":" + this.value;
	}

}
