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

package io.agentbay.code;

import java.time.Duration;
import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;

/**
 * Runs code in the interpreters of a session and waits for it. The blocking twin of
 * {@link ReactiveCode}.
 */
public final class Code {

	private final ReactiveCode reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Code(ReactiveCode reactive) {
		this.reactive = reactive;
	}

	/**
	 * Run code for at most 60 seconds: tool {@code run_code}.
	 * @param code the code
	 * @param language its language
	 * @return what it led to
	 * @throws IllegalArgumentException if the code is blank or the language {@code null}
	 */
	public CodeResult run(String code, CodeLanguage language) {
		return Blocking.await(this.reactive.run(code, language));
	}

	/**
	 * Run code: tool {@code run_code}. Interrupting the waiting thread does not end the
	 * code.
	 * @param code the code
	 * @param language its language
	 * @param timeout after which time the code is interrupted, in whole seconds, at least
	 * one. Through the service's gateway a request is cut off after about 60 seconds,
	 * whatever the time-out says
	 * @return what it led to
	 * @throws IllegalArgumentException if the code is blank, the language {@code null},
	 * or the time-out shorter than a second
	 */
	public CodeResult run(String code, CodeLanguage language, Duration timeout) {
		return Blocking.await(this.reactive.run(code, language, timeout));
	}

	/**
	 * Run code for at most 60 seconds and tell what it does while it does it: tool
	 * {@code run_code} over the WebSocket of the session.
	 * @param code the code
	 * @param language its language
	 * @param onEvent told each event, on the calling thread; what it throws ends the call
	 * @return the last event
	 * @throws IllegalArgumentException if the code is blank or the language {@code null}
	 */
	public CodeEvent.Finished stream(String code, CodeLanguage language, Consumer<CodeEvent> onEvent) {
		return finished(Blocking.forEach(this.reactive.stream(code, language), onEvent));
	}

	/**
	 * Run code and tell what it does while it does it: tool {@code run_code} over the
	 * WebSocket of the session. While the consumer is slow, the code waits.
	 * @param code the code
	 * @param language its language
	 * @param timeout after which time the code is interrupted, in whole seconds, at least
	 * one
	 * @param onEvent told each event, on the calling thread; what it throws ends the call
	 * @return the last event; a {@link io.agentbay.error.StreamBrokenException} is thrown
	 * if something was lost
	 * @throws IllegalArgumentException if the code is blank, the language {@code null},
	 * or the time-out shorter than a second
	 */
	public CodeEvent.Finished stream(String code, CodeLanguage language, Duration timeout,
			Consumer<CodeEvent> onEvent) {
		return finished(Blocking.forEach(this.reactive.stream(code, language, timeout), onEvent));
	}

	private static CodeEvent.Finished finished(CodeEvent last) {
		return (CodeEvent.Finished) last;
	}

}
