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

package io.agentbay.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import io.agentbay.AgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.session.Session;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one thread knows of its sessions, from nothing but what it was told.
 */
final class SessionModel {

	private static final String LOG = "/tmp/log";

	private static final int MAX_SESSIONS = 3;

	private final AgentBay agentBay;

	private final Random random;

	private final Map<Session, Log> sessions = new HashMap<>();

	private int tokens;

	SessionModel(AgentBay agentBay, Random random) {
		this.agentBay = agentBay;
		this.random = random;
	}

	/** Do one thing. */
	void step() {
		if (this.sessions.isEmpty()) {
			create();
			return;
		}
		List<Session> all = new ArrayList<>(this.sessions.keySet());
		Session session = all.get(this.random.nextInt(all.size()));
		int dice = this.random.nextInt(200);
		if (dice < 2) {
			if (all.size() < MAX_SESSIONS) {
				create();
			}
		}
		else if (dice < 4) {
			delete(session);
		}
		else if (dice < 8) {
			change(session, (token) -> session.command().run("echo " + token + " >> " + LOG));
		}
		else if (dice < 100) {
			change(session, (token) -> session.fileSystem().write(LOG, token + "\n", WriteMode.APPEND));
		}
		else if (dice < 150) {
			check(session, this.sessions.get(session));
		}
		else if (dice < 175) {
			label(session);
		}
		else {
			told(session::fetchStatus);
		}
	}

	Set<String> held() {
		Set<String> ids = new HashSet<>();
		this.sessions.keySet().forEach((session) -> ids.add(session.id()));
		return ids;
	}

	void checkAll() {
		this.sessions.forEach(this::check);
	}

	private void create() {
		var told = told(() -> this.agentBay.create());
		if (told.result() != null) {
			this.sessions.put(told.result(), new Log());
		}
	}

	private void delete(Session session) {
		// It may have ended nevertheless, or not: to end it again does no harm.
		while (told(() -> done(session::delete)).result() == null) {
			Thread.onSpinWait();
		}
		this.sessions.remove(session);
	}

	private void change(Session session, Change change) {
		String token = "t" + this.tokens++;
		AgentBayException failure = null;
		try {
			change.apply(token);
		}
		catch (AgentBayException ex) {
			failure = ex;
		}
		Log log = this.sessions.get(session);
		if (failure == null) {
			log.certain.add(token);
		}
		else if (failure instanceof OutcomeUnknownException) {
			log.possible.add(token);
		}
	}

	private void check(Session session, Log log) {
		var told = told(() -> session.fileSystem().read(LOG));
		if (told.failure() instanceof ServiceException refused) {
			boolean absent = String.valueOf(refused.getMessage()).contains("No such file")
					|| String.valueOf(refused.getMessage()).contains("not exist");
			assertThat(absent && !log.certain.isEmpty()).as("%s lost %s", session.id(), log.certain).isFalse();
			return;
		}
		if (told.result() == null) {
			return;
		}
		List<String> lines = told.result().lines().toList();
		assertThat(lines).as("nothing was done twice in %s", session.id()).doesNotHaveDuplicates();
		List<String> certain = lines.stream().filter(log.certain::contains).toList();
		assertThat(certain).as("what was told to be done in %s", session.id()).isEqualTo(log.certain);
		Set<String> others = new HashSet<>(lines);
		others.removeAll(log.certain);
		assertThat(log.possible).as("what was told to be not done in %s", session.id()).containsAll(others);
	}

	private void label(Session session) {
		String value = "v" + this.tokens++;
		if (told(() -> done(() -> session.setLabels(Map.of("model", value)))).result() != null) {
			var read = told(session::fetchLabels);
			if (read.result() != null) {
				assertThat(read.result()).containsEntry("model", value);
			}
		}
	}

	private static String done(Runnable call) {
		call.run();
		return "done";
	}

	private static <T> Told<T> told(Supplier<T> call) {
		try {
			return new Told<>(call.get(), null);
		}
		catch (AgentBayException ex) {
			return new Told<>(null, ex);
		}
	}

	private record Told<T>(T result, AgentBayException failure) {
	}

	/** The lines of a session's file. */
	private static final class Log {

		private final List<String> certain = new ArrayList<>();

		private final Set<String> possible = new HashSet<>();

	}

	/** Adds a line to a session's file. */
	private interface Change {

		void apply(String token);

	}

}
