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
package io.agentbay.web.guide;

import io.agentbay.boot.template.ReactiveAgentBayOperations;
import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.command.CommandEvent;
import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BuildController {

	private final ReactiveAgentBayOperations agentBay;

	BuildController(ReactiveAgentBayOperations agentBay) {
		this.agentBay = agentBay;
	}

	@GetMapping(path = "/build", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<CommandEvent> build() {
		return this.agentBay.executeMany((session) -> session.command().stream("for i in 1 2; do echo step $i; done"));
	}

	@GetMapping(path = "/squares", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<CodeEvent> squares() {
		return this.agentBay.executeMany((session) -> session.code()
			.stream("for i in range(3): print(i * i)", CodeOptions.of(CodeLanguage.PYTHON)));
	}

}
