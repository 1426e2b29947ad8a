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

package io.agentbay.internal.device;

import java.time.Duration;
import java.util.Map;

import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ShellAnswer;
import io.agentbay.mobile.MobileSimulateConfig;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Mono;

import static io.agentbay.internal.text.ShellQuoting.quoted;

/**
 * What can be done with a phone by commands only.
 */
public final class PhoneShell {

	private static final Duration LIMIT = Duration.ofSeconds(50);

	private static final Duration TAKEOVER_LIMIT = Duration.ofMinutes(5);

	/** What the way to the session and back may take on top of the command's own time. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	private final SessionTools tools;

	/**
	 * Create the shell of a phone.
	 * @param tools the tools of the session
	 */
	public PhoneShell(SessionTools tools) {
		this.tools = tools;
	}

	/**
	 * Let the phone take over another one, in at most five minutes.
	 * @param config where the description of the other one is, and what is taken over
	 * @return completes when it did
	 */
	public Mono<Void> takeOver(MobileSimulateConfig config) {
		String option = switch (config.mode()) {
			case PROPERTIES_ONLY -> "";
			case SENSORS_ONLY -> "-sensors ";
			case PACKAGES_ONLY -> "-packages ";
			case SERVICES_ONLY -> "-services ";
			case ALL -> "-all ";
		};
		String file = PhoneDescription.fileIn(config.path());
		return run("chmod -R a+rwx %s; wya apply %s%s".formatted(quoted(config.path()), option, quoted(file)),
				TAKEOVER_LIMIT);
	}

	Mono<Void> run(String command) {
		return run(command, LIMIT);
	}

	private Mono<Void> run(String command, Duration limit) {
		ToolCall call = ToolCall.of("shell", Map.of("command", command, "timeout_ms", limit.toMillis()))
			.withReadTimeout(limit.plus(MARGIN));
		return this.tools.answer(call).map((reply) -> ShellAnswer.read(reply).requireSuccess()).then();
	}

}
