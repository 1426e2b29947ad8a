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

package io.agentbay.local.internal.code;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.agentbay.local.internal.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The interpreters of one session, at most one for each language. Each is started when it
 * is first needed and ends with the session.
 */
public final class Interpreters {

	private final Map<Language, Seat> seats = new EnumMap<>(Language.class);

	/**
	 * Begin without any interpreter.
	 * @param mapper reads what interpreters say
	 * @param limit how many bytes of each output, and of all results, of a piece of code
	 * are kept
	 */
	public Interpreters(JsonMapper mapper, int limit) {
		for (Language language : Language.values()) {
			this.seats.put(language, new Seat(language, mapper, limit));
		}
	}

	/**
	 * Run code after the code that was run before it in the same language. Pieces that
	 * come at the same time run one after the other.
	 * @param sandbox the session's sandbox
	 * @param language the language
	 * @param code the code
	 * @param time how long it may wait for other code, and how long it may run
	 * @param listener hears what it does; {@code null} to have all of it in the result
	 * @return what became of it
	 * @throws IOException if there is no interpreter for the language
	 * @throws InterruptedException if the waiting thread is interrupted; the interpreter
	 * is ended
	 */
	public CodeResult run(Sandbox sandbox, Language language, String code, Duration time,
			@Nullable CodeListener listener) throws IOException, InterruptedException {
		Seat seat = this.seats.get(language);
		if (seat == null) {
			throw new IllegalStateException("No seat for " + language);
		}
		return seat.run(sandbox, code, time, listener);
	}

	/**
	 * Where the interpreter of a language sits.
	 */
	private static final class Seat {

		private final ReentrantLock turn = new ReentrantLock(true);

		private final Language language;

		private final JsonMapper mapper;

		private final int limit;

		private @Nullable Interpreter interpreter;

		Seat(Language language, JsonMapper mapper, int limit) {
			this.language = language;
			this.mapper = mapper;
			this.limit = limit;
		}

		CodeResult run(Sandbox sandbox, String code, Duration time, @Nullable CodeListener listener)
				throws IOException, InterruptedException {
			if (!this.turn.tryLock(time.toMillis(), TimeUnit.MILLISECONDS)) {
				return new CodeResult(List.of(), "", "",
						"TimeoutError: other %s code of this session was still running after %s s; this was not run"
							.formatted(this.language.wireName(), time.toSeconds()),
						time, 0);
			}
			if (listener != null && listener.cancelled().isDone()) {
				this.turn.unlock();
				return new CodeResult(List.of(), "", "", "CancelledError: the code was cancelled before it ran", time,
						0);
			}
			try {
				Interpreter present = this.interpreter;
				if (present == null || present.hasEnded()) {
					this.interpreter = null;
					present = Interpreter.start(this.language, sandbox, this.mapper, this.limit);
					this.interpreter = present;
				}
				return present.run(code, time, listener);
			}
			finally {
				this.turn.unlock();
			}
		}

	}

}
