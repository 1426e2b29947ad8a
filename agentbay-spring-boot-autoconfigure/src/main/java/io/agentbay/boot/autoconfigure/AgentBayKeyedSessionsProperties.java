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

package io.agentbay.boot.autoconfigure;

import java.time.Duration;

import io.agentbay.boot.jdbc.InitializeSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Sessions that are found again by a key, such as the id of a conversation.
 *
 * @param store Where the session of a key is remembered. With "jdbc" and "redis", all
 * instances of the application get the same session for a key, and it outlives them.
 * @param namespace Name of the application in a store that is shared, the same for all of
 * its instances. Taken from "spring.application.name" when it is not set. A shared store
 * needs one of both.
 * @param maxIdle Time after which a session that nobody asks for is deleted. Unless it is
 * kept alive, the service may release it earlier.
 * @param maxAge Age from which on a session is replaced when it is asked for. Unlimited
 * when it is not set.
 * @param checkAfter Time without a check after which a session is checked before it is
 * handed out. Use 0 to check always.
 * @param keepAlive Whether to keep sessions from being released by the service until
 * "agentbay.keyed-sessions.max-idle" is over.
 * @param jdbc How sessions are remembered in a database.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.keyed-sessions")
public record AgentBayKeyedSessionsProperties(@DefaultValue("memory") Store store, @Nullable String namespace,
		@DefaultValue("30m") Duration maxIdle, @Nullable Duration maxAge, @DefaultValue("30s") Duration checkAfter,
		@DefaultValue("false") boolean keepAlive, @DefaultValue Jdbc jdbc) {

	public AgentBayKeyedSessionsProperties {
		Assert.isTrue(namespace == null || namespace.length() <= 100, "'namespace' must have at most 100 characters");
		PropertyChecks.requirePositive(maxAge, "max-age");
		Assert.isTrue(!checkAfter.isNegative(), "'check-after' must not be negative");
		Assert.isTrue(maxIdle.compareTo(checkAfter) > 0, "'max-idle' must be longer than 'check-after'");
	}

	/**
	 * How sessions are remembered in a database.
	 *
	 * @param initializeSchema When to create the table if it is missing.
	 */
	public record Jdbc(@DefaultValue("embedded") InitializeSchema initializeSchema) {

	}

	/**
	 * Where it is remembered which session belongs to which key.
	 */
	public enum Store {

		/**
		 * In this instance. Its sessions end with it.
		 */
		MEMORY,

		/**
		 * In the application's database, which needs the table of the script
		 * "io/agentbay/boot/keyed/schema.sql".
		 */
		JDBC,

		/**
		 * In the application's Redis.
		 */
		REDIS

	}

}
