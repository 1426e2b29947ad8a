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

import io.agentbay.command.CommandResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Commands in a session.
 */
@RestController
class CommandController {

	private final Computers computers;

	CommandController(Computers computers) {
		this.computers = computers;
	}

	/** A command that ends with something else than 0 is a result too. */
	@PostMapping("/sessions/{id}/commands")
	CommandOutput run(@PathVariable String id, @Valid @RequestBody CommandInput input) {
		CommandResult result = this.computers.session(id).command().run(input.command());
		return new CommandOutput(result.exitCode(), result.stdout(), result.stderr());
	}

	record CommandInput(@NotBlank String command) {
	}

	record CommandOutput(int exitCode, String stdout, String stderr) {
	}

}
