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
import java.util.Map;
import java.util.Objects;

import io.agentbay.channel.ReactiveChannel;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.internal.shell.CodeAnswer;
import io.agentbay.internal.shell.CodeStream;
import io.agentbay.internal.socket.ChannelStream;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Runs code in the interpreters of a session. Each language has one interpreter, which
 * keeps its variables between calls. Made for the image {@code code_latest}. Code is run
 * at most once.
 */
public final class ReactiveCode {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

	/** What the way to the session and back may take on top of the code's own time. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	private static final String SERVER = "wuying_codespace";

	private final SessionTools tools;

	private final ReactiveChannel channel;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param channel the WebSocket of the session
	 */
	public ReactiveCode(SessionTools tools, ReactiveChannel channel) {
		this.tools = tools;
		this.channel = channel;
	}

	/**
	 * Run code for at most 60 seconds: tool {@code run_code}.
	 * @param code the code
	 * @param language its language
	 * @return what it led to
	 * @throws IllegalArgumentException if the code is blank or the language {@code null}
	 */
	public Mono<CodeResult> run(String code, CodeLanguage language) {
		return run(code, language, DEFAULT_TIMEOUT);
	}

	/**
	 * Run code: tool {@code run_code}. Cancelling the subscription does not end the code.
	 * @param code the code
	 * @param language its language
	 * @param timeout after which time the code is interrupted, in whole seconds, at least
	 * one. Through the service's gateway a request is cut off after about 60 seconds,
	 * whatever the time-out says
	 * @return what it led to
	 * @throws IllegalArgumentException if the code is blank, the language {@code null},
	 * or the time-out shorter than a second
	 */
	public Mono<CodeResult> run(String code, CodeLanguage language, Duration timeout) {
		check(code, language, timeout);
		Map<String, Object> arguments = Map.of("code", code, "language", language.wireName(), "timeout_s",
				timeout.toSeconds());
		return this.tools.call(ToolCall.of("run_code", arguments).withReadTimeout(timeout.plus(MARGIN)))
			.map(CodeAnswer::read);
	}

	/**
	 * Run code for at most 60 seconds and tell what it does while it does it: tool
	 * {@code run_code} over the WebSocket of the session.
	 * @param code the code
	 * @param language its language
	 * @return what it does, see {@link #stream(String, CodeLanguage, Duration)}
	 * @throws IllegalArgumentException if the code is blank or the language {@code null}
	 */
	public Flux<CodeEvent> stream(String code, CodeLanguage language) {
		return stream(code, language, DEFAULT_TIMEOUT);
	}

	/**
	 * Run code and tell what it does while it does it: tool {@code run_code} over the
	 * WebSocket of the session. The code is run once, when the events are subscribed to.
	 * An error of the code is an event, and makes the last event, which is always
	 * {@link CodeEvent.Finished}, a failed result. The stream completes only after that
	 * event and if nothing was lost. Otherwise it fails with a
	 * {@link StreamBrokenException}: the connection was lost, a part is missing, the
	 * events were not taken for too long, or the end did not come in time; the code may
	 * then be running on. Cancelling the subscription interrupts the code on the local
	 * runtime; the service offers no way to do that, so there it runs until its time-out.
	 * @param code the code
	 * @param language its language
	 * @param timeout after which time the code is interrupted, in whole seconds, at least
	 * one
	 * @return what it does; at most 256 events wait to be taken, then the code has to
	 * wait
	 * @throws IllegalArgumentException if the code is blank, the language {@code null},
	 * or the time-out shorter than a second
	 */
	public Flux<CodeEvent> stream(String code, CodeLanguage language, Duration timeout) {
		check(code, language, timeout);
		Map<String, Object> call = Map.of("method", "run_code", "mode", "stream", "params",
				Map.of("language", language.wireName(), "timeoutS", timeout.toSeconds(), "code", code));
		return Flux.defer(() -> {
			CodeStream reader = new CodeStream();
			ChannelStream stream = this.channel
				.call(Objects.requireNonNullElse(this.tools.serverOf("run_code"), SERVER), call);
			return stream.frames().takeUntilOther(expiry(timeout, stream.invocationId())).concatMap(reader::read, 1);
		});
	}

	private static Mono<Object> expiry(Duration timeout, String invocationId) {
		return Mono.delay(timeout.plus(MARGIN))
			.flatMap((tick) -> Mono.error(new StreamBrokenException(StreamBrokenException.Reason.TIMEOUT,
					"The end of the stream did not come within %d s".formatted(timeout.plus(MARGIN).toSeconds()),
					invocationId, null)));
	}

	private static void check(String code, CodeLanguage language, Duration timeout) {
		Assert.hasText(code, "'code' must not be empty");
		Assert.notNull(language, "'language' must not be null");
		Assert.isTrue(timeout != null && timeout.toSeconds() >= 1, "'timeout' must be at least one second");
	}

}
