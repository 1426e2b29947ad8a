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

import java.net.URI;
import java.util.List;

import io.agentbay.command.CommandResult;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sessions over HTTP.
 */
@RestController
@RequestMapping("/sessions")
class SessionController {

	private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

	private final Computers computers;

	SessionController(Computers computers) {
		this.computers = computers;
	}

	@PostMapping
	ResponseEntity<CreatedSession> create(@RequestParam(required = false) @Nullable String imageId) {
		Session session = this.computers.create(imageId);
		return ResponseEntity.created(URI.create("/sessions/" + session.id())).body(new CreatedSession(session.id()));
	}

	@GetMapping
	List<ListedSession> list() {
		return this.computers.list()
			.stream()
			.map((session) -> new ListedSession(session.sessionId(), session.status().value()))
			.toList();
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String id) {
		this.computers.delete(id);
	}

	@PostMapping("/{id}/commands")
	CommandOutput run(@PathVariable String id, @RequestBody CommandInput input) {
		CommandResult result = this.computers.run(id, input.command());
		return new CommandOutput(result.exitCode(), result.stdout(), result.stderr());
	}

	@PutMapping("/{id}/files")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void write(@PathVariable String id, @RequestParam String path,
			@RequestBody(required = false) @Nullable String content) {
		this.computers.write(id, path, (content != null) ? content : "");
	}

	@GetMapping(path = "/{id}/files", produces = TEXT)
	String read(@PathVariable String id, @RequestParam String path) {
		return this.computers.read(id, path);
	}

	@GetMapping("/{id}/directory")
	List<DirectoryEntry> list(@PathVariable String id, @RequestParam(defaultValue = ".") String path) {
		return this.computers.list(id, path);
	}

	record CreatedSession(String id) {
	}

	record ListedSession(String id, String status) {
	}

	record CommandInput(String command) {
	}

	record CommandOutput(int exitCode, String stdout, String stderr) {
	}

}
