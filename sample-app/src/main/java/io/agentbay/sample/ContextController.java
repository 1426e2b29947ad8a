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

import java.time.Instant;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.context.Context;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Contexts: storage that outlives sessions.
 */
@RestController
@RequestMapping("/contexts")
class ContextController {

	private final AgentBay agentBay;

	ContextController(AgentBay agentBay) {
		this.agentBay = agentBay;
	}

	@GetMapping
	List<ListedContext> list() {
		return this.agentBay.contexts().list().map(ListedContext::of).toList();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	ListedContext create(@Valid @RequestBody NewContext context) {
		return ListedContext.of(this.agentBay.contexts().getOrCreate(context.name()));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String id) {
		this.agentBay.contexts().delete(id);
	}

	record NewContext(@NotBlank String name) {
	}

	record ListedContext(String id, String name, @Nullable Instant createdAt, @Nullable Instant lastUsedAt) {

		static ListedContext of(Context context) {
			return new ListedContext(context.id(), context.name(), context.createdAt(), context.lastUsedAt());
		}

	}

}
