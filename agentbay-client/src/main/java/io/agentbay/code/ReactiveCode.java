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

import io.agentbay.internal.blocking.BlockingCode;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Runs code in the interpreters of a session. Each language has one interpreter, which
 * keeps its variables between calls. Made for the image {@code code_latest}. Code is run
 * at most once. Called by applications: new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveCode {

	/**
	 * Run code for at most 60 seconds: tool {@code run_code}.
	 * @param code the code
	 * @param language its language
	 * @return what it led to; code that fails is a result as well
	 * @throws IllegalArgumentException if the code is blank or the language {@code null}
	 */
	default Mono<CodeResult> run(String code, CodeLanguage language) {
		return run(code, CodeOptions.of(language));
	}

	/**
	 * Run code: tool {@code run_code}. Giving up waiting does not end the code.
	 * @param code the code
	 * @param options its language, and how to run it
	 * @return what it led to; code that fails is a result as well
	 * @throws IllegalArgumentException if the code is blank or there are no options
	 */
	Mono<CodeResult> run(String code, CodeOptions options);

	/**
	 * Run code for at most 60 seconds and tell what it does while it does it: tool
	 * {@code run_code} over the WebSocket of the session.
	 * @param code the code
	 * @param language its language
	 * @return what it does, see {@link #stream(String, CodeOptions)}
	 * @throws IllegalArgumentException if the code is blank or the language {@code null}
	 */
	@BlockingShape(value = Kind.EVENTS, result = CodeResult.class, last = CodeEvent.Finished.class)
	default Flux<CodeEvent> stream(String code, CodeLanguage language) {
		return stream(code, CodeOptions.of(language));
	}

	/**
	 * Run code and tell what it does while it does it: tool {@code run_code} over the
	 * WebSocket of the session. The code is run once. An error of the code is an event,
	 * and is in the result of the last one, which is always {@link CodeEvent.Finished}.
	 * That one comes only if nothing was lost: otherwise it ends with a
	 * {@link io.agentbay.error.StreamBrokenException}, because the connection was lost, a
	 * part is missing, the events were not taken for too long, or the end did not come in
	 * time; the code may then be running on. At most 256 events wait to be taken, then
	 * the code has to wait.
	 * @param code the code
	 * @param options its language, and how to run it
	 * @return what it does
	 * @throws IllegalArgumentException if the code is blank or there are no options
	 * @apiNote the code is run when the events are subscribed to. Cancelling the
	 * subscription interrupts it on the local runtime; the service offers no way to do
	 * that, so there it runs until its time-out.
	 */
	@BlockingShape(value = Kind.EVENTS, result = CodeResult.class, last = CodeEvent.Finished.class)
	Flux<CodeEvent> stream(String code, CodeOptions options);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default Code blocking() {
		return new BlockingCode(this);
	}

}
