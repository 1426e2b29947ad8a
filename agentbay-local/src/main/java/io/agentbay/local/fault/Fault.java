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

package io.agentbay.local.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that goes wrong with one call. Made by the factory methods, put in place with
 * {@link Faults#onNext(String, Fault)}.
 *
 * @since 0.1.0
 */
public sealed interface Fault {

	/**
	 * The call is carried out as usual, but later.
	 * @param duration how much later, in real time
	 * @return the fault
	 */
	static Fault delay(Duration duration) {
		return new Delay(duration);
	}

	/**
	 * The call is carried out at once, but its answer is sent later.
	 * @param duration how much later, in real time
	 * @return the fault
	 */
	static Fault delayAnswer(Duration duration) {
		return new LateAnswer(duration);
	}

	/**
	 * The connection closes without an answer and nothing is done.
	 * @return the fault
	 */
	static Fault dropBeforeHandling() {
		return new Drop(false);
	}

	/**
	 * The call is carried out, then the connection closes without an answer.
	 * @return the fault
	 */
	static Fault dropAfterHandling() {
		return new Drop(true);
	}

	/**
	 * The call is carried out; its answer announces its full length, but the connection
	 * closes after the first bytes of the body.
	 * @param bytes how many bytes of the body are sent; never more than it has, less one
	 * @return the fault
	 */
	static Fault cutAfter(int bytes) {
		return new Cut(bytes);
	}

	/**
	 * Nothing is done and the given answer is sent.
	 * @param status the HTTP status
	 * @param body the body, sent as {@code application/json} unless a header says
	 * otherwise
	 * @return the fault, to which headers can be added
	 */
	static Answer answer(int status, String body) {
		return new Answer(status, body, Map.of());
	}

	/**
	 * The call is carried out and answered with HTTP 200 and text that is not JSON.
	 * @return the fault
	 */
	static Fault malformedBody() {
		return new Malformed();
	}

	/**
	 * See {@link Fault#delay(Duration)}.
	 *
	 * @param duration how much later
	 */
	record Delay(Duration duration) implements Fault {
	}

	/**
	 * See {@link Fault#delayAnswer(Duration)}.
	 *
	 * @param duration how much later
	 */
	record LateAnswer(Duration duration) implements Fault {
	}

	/**
	 * See {@link Fault#dropBeforeHandling()} and {@link Fault#dropAfterHandling()}.
	 *
	 * @param handled whether the call is carried out first
	 */
	record Drop(boolean handled) implements Fault {
	}

	/**
	 * See {@link Fault#cutAfter(int)}.
	 *
	 * @param bytes how much of the body is sent
	 */
	record Cut(int bytes) implements Fault {

		public Cut {
			if (bytes < 0) {
				throw new IllegalArgumentException("bytes must not be negative: " + bytes);
			}
		}
	}

	/**
	 * See {@link Fault#answer(int, String)}.
	 *
	 * @param status the HTTP status
	 * @param body the body
	 * @param headers further headers
	 */
	record Answer(int status, String body, Map<String, String> headers) implements Fault {

		public Answer {
			headers = Map.copyOf(headers);
		}

		/**
		 * The same answer with one header more.
		 * @param name the header's name, e.g. {@code Retry-After}
		 * @param value its value
		 * @return a new fault
		 */
		public Answer withHeader(String name, String value) {
			Map<String, String> extended = new LinkedHashMap<>(this.headers);
			extended.put(name, value);
			return new Answer(this.status, this.body, extended);
		}
	}

	/**
	 * See {@link Fault#malformedBody()}.
	 */
	record Malformed() implements Fault {
	}

}
