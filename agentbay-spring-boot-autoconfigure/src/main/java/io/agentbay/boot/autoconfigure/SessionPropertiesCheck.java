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

import io.agentbay.context.ContextMount;
import io.agentbay.session.CreateSessionOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Refuses properties of sessions that could not be created, at the start of the
 * application and by the names of the properties.
 */
final class SessionPropertiesCheck {

	private static final String RESERVED = "agentbay-";

	private SessionPropertiesCheck() {
	}

	static void check(String prefix, AgentBayProperties.Session session) {
		session.labels().forEach((name, value) -> checkLabel(prefix + ".labels", name, value));
		Duration idle = session.idleReleaseTimeout();
		if (idle != null && (idle.toSeconds() < 1 || !idle.equals(Duration.ofSeconds(idle.toSeconds())))) {
			throw new InvalidConfigurationPropertyValueException(prefix + ".idle-release-timeout", idle,
					"The service counts whole seconds, and at least one.");
		}
		checkLifecycle(prefix + ".lifecycle", session);
		checkMounts(prefix + ".mounts", session);
	}

	private static void checkLifecycle(String property, AgentBayProperties.Session session) {
		AgentBayProperties.Session.Release lifecycle = session.lifecycle();
		if (lifecycle.isSet() && session.idleReleaseTimeout() != null) {
			throw new InvalidConfigurationPropertyValueException(property, lifecycle,
					"It excludes 'idle-release-timeout' of the session: put the time into 'lifecycle'.");
		}
		if (lifecycle.manualRelease() && (lifecycle.idleReleaseTimeout() != null || lifecycle.maxRuntime() != null)) {
			throw new InvalidConfigurationPropertyValueException(property + ".manual-release", true,
					"A manual release excludes 'idle-release-timeout' and 'max-runtime'.");
		}
		checkMinutes(property + ".idle-release-timeout", lifecycle.idleReleaseTimeout());
		checkMinutes(property + ".max-runtime", lifecycle.maxRuntime());
	}

	private static void checkMinutes(String property, @Nullable Duration time) {
		if (time != null && (time.toMinutes() < 1 || time.toMinutes() > Integer.MAX_VALUE
				|| !time.equals(Duration.ofMinutes(time.toMinutes())))) {
			throw new InvalidConfigurationPropertyValueException(property, time,
					"The service counts whole minutes, and at least one.");
		}
	}

	/** The client knows the rules; here its refusals get the names of the properties. */
	private static void checkMounts(String property, AgentBayProperties.Session session) {
		CreateSessionOptions.Builder options = CreateSessionOptions.builder();
		session.contexts().forEach((context) -> SessionOptionsMapper.add(context, options));
		ContextMount any = ContextMount.of("any", "/any");
		int index = 0;
		for (AgentBayProperties.Session.Mount mount : session.mounts()) {
			String name = property + "[" + index++ + "]";
			require(() -> CreateSessionOptions.builder().contextMount(any.withSourcePath(mount.sourcePath())),
					name + ".source-path", mount.sourcePath(),
					"Name a folder of the context, or leave it out to mount all of it.");
			require(() -> {
				SessionOptionsMapper.add(mount, options);
				options.build();
			}, name + ".path", mount.path(),
					"Mount the context in a directory that no other context has, for example '/mnt/data'.");
		}
	}

	private static void require(Runnable check, String property, @Nullable String value, String action) {
		try {
			check.run();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(property, value, ex.getMessage() + ". " + action);
		}
	}

	private static void checkLabel(String property, String name, String value) {
		if (name.startsWith(RESERVED)) {
			throw new InvalidConfigurationPropertyValueException(property + "." + name, value,
					"Names of labels that begin with '%s' are reserved for the client itself.".formatted(RESERVED));
		}
		if (!StringUtils.hasText(value)) {
			throw new InvalidConfigurationPropertyValueException(property + "." + name, value,
					"The service accepts no label without a value.");
		}
	}

}
