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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextSync;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.internal.file.ContextUpload;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.json.Json;
import io.agentbay.mobile.MobileSimulateConfig;
import io.agentbay.mobile.ReactiveMobileSimulateService;
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
 * Keeps descriptions of phones in contexts.
 */
public final class DefaultReactiveMobileSimulateService implements ReactiveMobileSimulateService {

	private final ReactiveContextService contexts;

	private final ContextUpload upload;

	/**
	 * Create the feature.
	 * @param contexts the contexts of the account
	 * @param upload puts files into contexts
	 */
	public DefaultReactiveMobileSimulateService(ReactiveContextService contexts, ContextUpload upload) {
		this.contexts = contexts;
		this.upload = upload;
	}

	@Override
	public Mono<Boolean> hasMobileInfo(ContextSync contextSync) {
		Assert.notNull(contextSync, "'contextSync' must not be null");
		String folder = PhoneDescription.folderOf(contextSync);
		String description = PhoneDescription.fileIn(folder);
		return this.contexts.listFilesPage(ContextFileQuery.of(contextSync.contextId(), folder))
			.map((page) -> page.items().stream().anyMatch((file) -> description.endsWith("/" + file.name())));
	}

	@Override
	public Mono<MobileSimulateConfig> uploadMobileInfo(String json) {
		requireDescription(json);
		return Mono.defer(() -> this.contexts.getOrCreate(newName()))
			.flatMap((created) -> store(json, MobileSimulateConfig.ofContext(created.id())));
	}

	private static String newName() {
		return "mobile_sim_%s_%s".formatted(UUID.randomUUID().toString().replace("-", ""),
				Instant.now().getEpochSecond());
	}

	@Override
	public Mono<MobileSimulateConfig> uploadMobileInfo(String json, ContextSync contextSync) {
		requireDescription(json);
		return store(json, MobileSimulateConfig.within(contextSync));
	}

	private Mono<MobileSimulateConfig> store(String json, MobileSimulateConfig config) {
		return this.upload
			.put(config.contextSync().contextId(), PhoneDescription.fileIn(config.path()),
					Mono.fromSupplier(() -> content(json)), "the description")
			.thenReturn(config);
	}

	private static FileExchange.Upload content(String json) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		Flux<DataBuffer> content = Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
		return new FileExchange.Upload(content, bytes.length, true, MediaType.APPLICATION_JSON);
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
