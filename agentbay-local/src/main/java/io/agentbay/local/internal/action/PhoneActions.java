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

package io.agentbay.local.internal.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.agentbay.local.internal.adb.AdbDaemon;
import io.agentbay.local.internal.adb.AdbKey;
import io.agentbay.local.internal.adb.DeviceShell;
import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.SessionNotFoundException;
import io.agentbay.local.internal.session.SessionStatusException;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way to the phone of a session for {@code adb}.
 */
public final class PhoneActions implements ActionGroup {

	/** Keys end with a line end, and not all clients write that as JSON wants it. */
	private final ObjectReader options;

	private final Sessions sessions;

	private final ToolCatalogue tools;

	private final Adb adb;

	public PhoneActions(JsonMapper mapper, Sessions sessions, ToolCatalogue tools, Adb adb) {
		this.options = mapper.reader().with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS);
		this.sessions = sessions;
		this.tools = tools;
		this.adb = adb;
	}

	@Override
	public Map<String, Action> actions() {
		return Map.of("GetAdbLink", Action
			.of(Nature.simulated("phones only; leads to a real one with `adbDevice`, see [adb](#adb)"), this::link));
	}

	private ActionReply link(ActionRequest request) throws IOException {
		Session session = this.sessions.getUsable(request.required("SessionId"));
		if (!this.tools.offersPhone(session.request().imageId())) {
			throw new ActionException(400, "AdbLink.NotOffered",
					"The image %s has no phone; this action is for mobile images"
						.formatted(session.request().imageId()));
		}
		Optional<AdbKey> key = key(request.required("Option"));
		AdbDaemon daemon = daemon(session);
		key.ifPresent(daemon::trust);
		this.sessions.touch(session);
		return ActionReply
			.of(Map.of("Url", "adb connect %s:%s".formatted(request.endpoint().getHost(), daemon.port())));
	}

	/**
	 * For a key that cannot be read there is a link as well, which then lets nobody in.
	 */
	private Optional<AdbKey> key(String option) {
		try {
			return Optional.of(AdbKey.parse(this.options.readTree(option).path("adbkey_pub").asString("")));
		}
		catch (JacksonException ex) {
			throw ActionException.invalid("Option", "is not JSON: " + ex.getOriginalMessage());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private AdbDaemon daemon(Session session) throws IOException {
		try {
			return session.sandbox().companion(AdbDaemon.class, () -> start(session));
		}
		catch (UncheckedIOException ex) {
			throw new IOException("The phone cannot be reached by adb", ex.getCause());
		}
	}

	private AdbDaemon start(Session session) {
		try {
			DeviceShell shell = this.adb.shells().apply(session.sandbox());
			AdbDaemon daemon = AdbDaemon.start(this.adb.host(), this.adb.threads(),
					(line) -> run(session, shell, line));
			session.atEnd(daemon::close);
			return daemon;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A command counts as use of the session, and a session that sleeps runs none. */
	private DeviceShell.Result run(Session session, DeviceShell shell, String line)
			throws IOException, InterruptedException {
		try {
			this.sessions.getUsable(session.id());
			return this.sessions.use(session, (used) -> {
				try {
					return shell.run(line);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		catch (SessionNotFoundException | SessionStatusException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * Where phones are reached by {@code adb}.
	 *
	 * @param host the address of this machine to listen on
	 * @param threads one for each phone, and one for each connection
	 * @param shells the shell of the phone that a session has
	 */
	public record Adb(String host, Executor threads, Function<Sandbox, DeviceShell> shells) {
	}

}
