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

import java.time.Duration;

import io.agentbay.boot.template.ReactiveAgentBayOperations;
import io.agentbay.command.CommandEvent;
import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuietController {

	private final ReactiveAgentBayOperations agentBay;

	QuietController(ReactiveAgentBayOperations agentBay) {
		this.agentBay = agentBay;
	}

	@GetMapping(path = "/quiet", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<ServerSentEvent<CommandEvent>> quiet() {
		Flux<ServerSentEvent<CommandEvent>> comments = Flux.interval(Duration.ofSeconds(5))
			.map((number) -> ServerSentEvent.<CommandEvent>builder().comment("still there").build());
		return this.agentBay.executeMany((session) -> session.command().stream("sleep 600"))
			.map((event) -> ServerSentEvent.builder(event).build())
			.publish((events) -> events.mergeWith(comments.takeUntilOther(events.ignoreElements())));
	}

}
