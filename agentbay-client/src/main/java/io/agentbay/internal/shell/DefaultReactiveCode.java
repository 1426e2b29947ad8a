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

package io.agentbay.internal.shell;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.agentbay.channel.ReactiveChannel;
import io.agentbay.channel.ReactiveChannelCall;
import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeOptions;
import io.agentbay.code.CodeResult;
import io.agentbay.code.ReactiveCode;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.internal.http.Abort;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.internal.text.Durations;
import io.agentbay.internal.text.Sendable;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Runs code by the tool {@code run_code}.
 */
public final class DefaultReactiveCode implements ReactiveCode {

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
	public DefaultReactiveCode(SessionTools tools, ReactiveChannel channel) {
		this.tools = tools;
		this.channel = channel;
	}

	@Override
	public Mono<CodeResult> run(String code, CodeOptions options) {
		check(code, options);
		Map<String, Object> arguments = Map.of("code", code, "language", options.language().wireName(), "timeout_s",
				options.timeout().toSeconds());
		ToolCall call = ToolCall.of("run_code", arguments)
			.withReadTimeout(Durations.countable(options.timeout().plus(MARGIN)));
		return Awaited.refusal(FailureKind.TOOL, this.tools.answer(call)).map((reply) -> CodeAnswer.read(code, reply));
	}

	@Override
	public Flux<CodeEvent> stream(String code, CodeOptions options) {
		check(code, options);
		Map<String, Object> call = Map.of("method", "run_code", "mode", "stream", "params", Map.of("language",
				options.language().wireName(), "timeoutS", options.timeout().toSeconds(), "code", code));
		return Flux.defer(() -> {
			CodeStream reader = new CodeStream(code);
			ReactiveChannelCall streamed = this.channel
				.call(Objects.requireNonNullElse(this.tools.serverOf("run_code"), SERVER), call);
			return Abort.on(streamed.stream(), expiry(options.timeout(), streamed.invocationId()))
				.concatMap(reader::read, 1);
		});
	}

	private static Mono<Object> expiry(Duration timeout, String invocationId) {
		return Mono.delay(timeout.plus(MARGIN))
			.flatMap((tick) -> Mono.error(new StreamBrokenException(StreamBrokenException.Reason.TIMEOUT,
					"The end of the stream did not come within %s s".formatted(timeout.plus(MARGIN).toSeconds()),
					new CallDetails("run_code", null, invocationId), null)));
	}

	private static void check(String code, CodeOptions options) {
		Assert.hasText(code, "'code' must not be empty");
		Sendable.require(code, "code");
		Assert.notNull(options, "'options' must not be null");
	}

}
