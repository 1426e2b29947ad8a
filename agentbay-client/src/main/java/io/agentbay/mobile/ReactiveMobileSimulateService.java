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

package io.agentbay.mobile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import io.agentbay.context.ContextSync;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.http.FileReply;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;

/**
 * Stores descriptions of phones that new phones can take over. A description is the JSON
 * that the service's own program makes on a real phone, with its {@code properties},
 * {@code packages} and so on.
 */
public final class ReactiveMobileSimulateService {

	private static final int PAGE = 50;

	private final ReactiveContextService contexts;

	private final FileExchange exchange;

	/**
	 * Create the feature.
	 * @param contexts the contexts of the account
	 * @param exchange moves files
	 */
	public ReactiveMobileSimulateService(ReactiveContextService contexts, FileExchange exchange) {
		this.contexts = contexts;
		this.exchange = exchange;
	}

	/**
	 * Tell whether a context holds a description: action {@code DescribeContextFiles}.
	 * @param contextSync the context, and where it is mounted
	 * @return whether it does
	 * @throws IllegalArgumentException if there is no context
	 */
	public Mono<MobileInfoFoundResult> hasMobileInfo(ContextSync contextSync) {
		Assert.notNull(contextSync, "'contextSync' must not be null");
		String folder = MobileSimulateConfig.folderOf(contextSync);
		return this.contexts.listFiles(contextSync.contextId(), folder, 1, PAGE)
			.map((result) -> new MobileInfoFoundResult(result.outcome(),
					result.files()
						.stream()
						.anyMatch((file) -> MobileSimulateConfig.fileIn(folder).endsWith("/" + file.name()))));
	}

	/**
	 * Store a description in a new context: actions {@code GetContext} and
	 * {@code GetContextFileUploadUrl}, and an HTTP PUT.
	 * @param json the description
	 * @return what to create a phone with
	 * @throws IllegalArgumentException if the description is not a JSON object or array,
	 * or is empty
	 */
	public Mono<MobileInfoResult> uploadMobileInfo(String json) {
		requireDescription(json);
		String name = "mobile_sim_%s_%d".formatted(UUID.randomUUID().toString().replace("-", ""),
				Instant.now().getEpochSecond());
		return this.contexts.create(name)
			.flatMap(
					(created) -> created.success() ? store(json, MobileSimulateConfig.ofContext(created.context().id()))
							: Mono.just(new MobileInfoResult(created.outcome(), null)));
	}

	/**
	 * Store a description in a context of the application: action
	 * {@code GetContextFileUploadUrl} and an HTTP PUT.
	 * @param json the description
	 * @param contextSync the context, and where it is mounted
	 * @return what to create a phone with
	 * @throws IllegalArgumentException if the description is not a JSON object or array,
	 * or is empty, or there is no context
	 */
	public Mono<MobileInfoResult> uploadMobileInfo(String json, ContextSync contextSync) {
		requireDescription(json);
		return store(json, MobileSimulateConfig.within(contextSync));
	}

	private Mono<MobileInfoResult> store(String json, MobileSimulateConfig config) {
		return this.contexts
			.getFileUploadUrl(config.contextSync().contextId(), MobileSimulateConfig.fileIn(config.path()))
			.flatMap((url) -> (url.success() && url.url() != null)
					? this.exchange.put(url.url(), upload(json), (bytes, total) -> {
					}).map((reply) -> stored(reply, url.outcome(), config))
					: Mono.just(new MobileInfoResult(url.outcome(), null)));
	}

	private static FileExchange.Upload upload(String json) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		Flux<DataBuffer> content = Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
		return new FileExchange.Upload(content, bytes.length, true, MediaType.APPLICATION_JSON);
	}

	private static MobileInfoResult stored(FileReply reply, Outcome outcome, MobileSimulateConfig config) {
		if (reply.isSuccessful() && !reply.hasOtherContent()) {
			return new MobileInfoResult(outcome, config);
		}
		return new MobileInfoResult(Outcome.failure(FailureKind.SERVICE, reply.errorCode(),
				"The storage did not take the description: HTTP " + reply.status(), outcome.requestId()), null);
	}

	private static void requireDescription(@Nullable String json) {
		Assert.hasText(json, "'json' must not be empty");
		JsonNode description;
		try {
			description = Json.MAPPER.readTree(json);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("'json' is not JSON");
		}
		Assert.isTrue(description.isContainer() && !description.isEmpty(),
				"'json' must be a JSON object or array that is not empty");
	}

}
