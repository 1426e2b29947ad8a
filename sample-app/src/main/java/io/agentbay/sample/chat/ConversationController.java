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

package io.agentbay.sample.chat;

import java.nio.charset.StandardCharsets;

import io.agentbay.ai.artifact.ArtifactStore;
import io.agentbay.ai.artifact.StoredArtifact;
import io.agentbay.ai.scope.SessionKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.ai.chat.model.ChatModel;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Talks to a model that has a computer for each conversation.
 */
@RestController
@RequestMapping("/conversations")
class ConversationController {

	private final Conversations conversations;

	private final ArtifactStore files;

	private final ChatModel model;

	ConversationController(Conversations conversations, ArtifactStore files, ChatModel model) {
		this.conversations = conversations;
		this.files = files;
		this.model = model;
	}

	/** Which model answers. */
	@GetMapping("/model")
	AnsweringModel model() {
		if (this.model instanceof DemoChatModel) {
			return new AnsweringModel(true, "a script", ScriptedTask.REQUEST);
		}
		String name = this.model.getOptions().getModel();
		return new AnsweringModel(false, (name != null) ? name : this.model.getClass().getSimpleName(), null);
	}

	@PostMapping(path = "/{id}/messages", consumes = MediaType.TEXT_PLAIN_VALUE,
			produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
	String answer(@PathVariable String id, @RequestBody String message) {
		return this.conversations.answer(id, message);
	}

	/**
	 * Tell what the model says and does while it answers, one event a line. A caller who
	 * goes away stops it.
	 */
	@PostMapping(path = "/{id}/messages/stream", consumes = MediaType.TEXT_PLAIN_VALUE,
			produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<ChatEvent> stream(@PathVariable String id, @RequestBody String message) {
		return this.conversations.stream(id, message);
	}

	/** A file that was handed over: never shown as a page of this application. */
	@GetMapping("/{id}/files/{fileId}")
	ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String fileId) {
		StoredArtifact file = this.files.find(fileId)
			.filter((found) -> found.artifact().owner().equals(SessionKey.ofConversation(id).asText()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"No such file was handed over in this conversation"));
		ContentDisposition attachment = ContentDisposition.attachment()
			.filename(file.artifact().filename(), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.body(file.content());
	}

	/** Forget a conversation, and end its computer. */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void end(@PathVariable String id) {
		this.conversations.end(id);
	}

	/**
	 * The model.
	 *
	 * @param scripted whether it only plays a script
	 * @param name its name
	 * @param task a message that the script plays a task for, {@code null} for a real
	 * model
	 */
	record AnsweringModel(boolean scripted, String name, @Nullable String task) {
	}

}
