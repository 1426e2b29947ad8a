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

package io.agentbay.sample;

import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeLanguage;
import io.agentbay.session.Session;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Code that keeps its variables between calls.
 */
@RestController
class CodeController {

	private final Computers computers;

	CodeController(Computers computers) {
		this.computers = computers;
	}

	/**
	 * Run code and tell what it does while it does it, one event a line. A caller who
	 * goes away ends it.
	 */
	@PostMapping(path = "/sessions/{id}/code", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<CodeEvent> run(@PathVariable String id, @Valid @RequestBody CodeInput input) {
		CodeLanguage language = CodeLanguage.of(input.language());
		Mono<Session> session = Mono.fromCallable(() -> this.computers.session(id))
			.subscribeOn(Schedulers.boundedElastic());
		return session.flatMapMany((found) -> found.code().reactive().stream(input.code(), language));
	}

	record CodeInput(@NotBlank String code, @NotBlank String language) {
	}

}
