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
package io.agentbay.wire;

import java.time.Duration;

import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;

/**
 * Code, at once and as a stream.
 */
final class CodeCalls {

	private CodeCalls() {
	}

	static void addTo(Catalogue calls) {
		for (CodeLanguage language : CodeLanguage.values()) {
			calls.tool("run " + language, (it) -> it.code().run("print('ü')", language));
		}
		calls.tool("run, full",
				(it) -> it.code().run("1\n2", CodeOptions.of(CodeLanguage.R).withTimeout(Duration.ofSeconds(7))));
		calls.call("stream", (it) -> it.streaming().code().stream("1", CodeLanguage.PYTHON, (event) -> {
		}));
		calls.call("stream, full",
				(it) -> it.streamingAnnounced()
					.code()
					.stream("1", CodeOptions.of(CodeLanguage.JAVA).withTimeout(Duration.ofSeconds(7)), (event) -> {
					}));
	}

}
