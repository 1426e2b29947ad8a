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

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Whose sessions these are, so that those of an instance that died can be told from all
 * others.
 *
 * @param enabled Whether to label sessions with their owner and to hold a lock while the
 * application runs. Enabled when there is an owner, unless "agentbay.cleanup.enabled" is
 * false.
 * @param owner Name of the application, the same for all of its instances. Taken from
 * "spring.application.name" when it is not set.
 * @param lockDirectory Directory for the locks of the instances on one machine, which
 * should survive a restart. In the home directory when it is not set.
 * @param lockDomain Name of the lock registry, for instances on several machines. When it
 * is set, the application's LockRegistry is used instead of files. Instances that share a
 * registry need the same name, and each other registry a name of its own.
 * @param lockTimeout Time after which the lock of an instance that died ends by itself,
 * in a lock registry that can renew locks. Renewed three times as often.
 * @param reaper Deletion of the sessions of instances that died.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.ownership")
public record AgentBayOwnershipProperties(@Nullable Boolean enabled, @Nullable String owner,
		@Nullable Path lockDirectory, @Nullable String lockDomain, @DefaultValue("1m") Duration lockTimeout,
		@DefaultValue Reaper reaper) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]*");

	private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_-]{1,24}");

	public AgentBayOwnershipProperties {
		Assert.isTrue(owner == null || (NAME.matcher(owner).matches() && owner.length() <= 64),
				"'owner' must be at most 64 letters, digits, '.', '_' or '-'");
		Assert.isTrue(lockDomain == null || DOMAIN.matcher(lockDomain).matches(),
				"'lock-domain' must be 1 to 24 letters, digits, '_' or '-'");
		Assert.isTrue(lockTimeout.toMillis() >= 100, "'lock-timeout' must be at least 100 ms");
	}

	/**
	 * Deletes what others left behind.
	 *
	 * @param enabled Whether this instance deletes the sessions of instances that died.
	 * @param period Time between two looks for such sessions. The first is when the
	 * application has created its first session, or after this time.
	 */
	public record Reaper(@DefaultValue("true") boolean enabled, @DefaultValue("5m") Duration period) {

		public Reaper {
			PropertyChecks.requirePositive(period, "period");
		}

	}

}
