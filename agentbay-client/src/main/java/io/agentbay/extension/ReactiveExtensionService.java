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

package io.agentbay.extension;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.context.Context;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.context.browser.ExtensionOption;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.http.FileReply;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Extensions for browsers, stored in a context. The context is found, or created, with
 * the first call.
 */
public final class ReactiveExtensionService {

	private static final String FOLDER = "/tmp/extensions";

	private static final int PAGE = 100;

	private final ReactiveContextService contexts;

	private final FileExchange exchange;

	private final String contextName;

	private final boolean created;

	private final AtomicReference<@Nullable Context> context = new AtomicReference<>();

	/**
	 * Create the feature.
	 * @param contexts the contexts of the account
	 * @param exchange moves files
	 * @param contextName the name of the context; {@code null} for one of its own, which
	 * {@code cleanup} deletes
	 */
	public ReactiveExtensionService(ReactiveContextService contexts, FileExchange exchange,
			@Nullable String contextName) {
		this.contexts = contexts;
		this.exchange = exchange;
		Assert.isTrue(contextName == null || !contextName.isBlank(),
				"'contextName' must not be blank; pass null for a context of the service's own");
		this.created = contextName == null;
		this.contextName = (contextName != null) ? contextName : "extensions-" + Instant.now().getEpochSecond();
	}

	/**
	 * List all extensions, page by page: action {@code DescribeContextFiles}.
	 * @return the extensions
	 */
	public Mono<ExtensionListResult> list() {
		return context().flatMap((found) -> page(found, 1, new ArrayList<>()))
			.map((list) -> new ExtensionListResult(Outcome.success(null), list))
			.onErrorResume(ServiceException.class, (ex) -> Mono.just(new ExtensionListResult(outcome(ex), List.of())));
	}

	/**
	 * Store an extension.
	 * @param file a zip archive
	 * @return the extension, under an id of its own
	 * @throws IllegalArgumentException if the file cannot be read or its name does not
	 * end with {@code .zip}
	 */
	public Mono<ExtensionResult> create(Path file) {
		UploadSource source = source(file);
		return store("ext_" + UUID.randomUUID().toString().replace("-", "") + ".zip", file, source);
	}

	/**
	 * Store another version of an extension.
	 * @param extensionId the extension
	 * @param file a zip archive
	 * @return the extension; a failure of kind NOT_FOUND if there is none
	 * @throws IllegalArgumentException if the id is blank, or the file cannot be read or
	 * its name does not end with {@code .zip}
	 */
	public Mono<ExtensionResult> update(String extensionId, Path file) {
		requireId(extensionId);
		UploadSource source = source(file);
		return list().flatMap((all) -> {
			if (!all.success()) {
				return Mono.just(new ExtensionResult(all.outcome(), null));
			}
			if (all.extensions().stream().noneMatch((extension) -> extension.id().equals(extensionId))) {
				return Mono.just(new ExtensionResult(Outcome.failure(FailureKind.NOT_FOUND, null,
						"There is no extension " + extensionId, all.requestId()), null));
			}
			return store(extensionId, file, source);
		});
	}

	/**
	 * Delete an extension: action {@code DeleteContextFile}.
	 * @param extensionId the extension
	 * @return whether the service did
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<OperationResult> delete(String extensionId) {
		requireId(extensionId);
		return context().flatMap((found) -> this.contexts.deleteFile(found.id(), path(extensionId)))
			.onErrorResume(ServiceException.class, (ex) -> Mono.just(new OperationResult(outcome(ex))));
	}

	/**
	 * Delete the context, if it is one of this service's own: action {@code
	 * DeleteContext}.
	 * @return whether nothing of this service's own is left
	 */
	public Mono<OperationResult> cleanup() {
		return Mono.defer(() -> {
			Context found = this.context.get();
			return (this.created && found != null) ? this.contexts.delete(found.id()).doOnNext((deleted) -> {
				if (deleted.success()) {
					this.context.set(null);
				}
			}) : Mono.just(new OperationResult(Outcome.success(null)));
		});
	}

	/**
	 * Name extensions to create a session with.
	 * @param extensionIds the extensions, at least one
	 * @return the extensions
	 * @throws IllegalArgumentException if there are none, or an id is blank
	 */
	public Mono<ExtensionOptionResult> createExtensionOption(List<String> extensionIds) {
		Assert.notEmpty(extensionIds, "'extensionIds' must not be empty");
		extensionIds.forEach((id) -> Assert.hasText(id, "'extensionIds' must not hold empty ids"));
		List<String> ids = List.copyOf(extensionIds);
		return context()
			.map((found) -> new ExtensionOptionResult(Outcome.success(null), new ExtensionOption(found.id(), ids)))
			.onErrorResume(ServiceException.class, (ex) -> Mono.just(new ExtensionOptionResult(outcome(ex), null)));
	}

	private Mono<Context> context() {
		return Mono.defer(() -> {
			Context known = this.context.get();
			return (known != null) ? Mono.just(known) : this.contexts.create(this.contextName).map((result) -> {
				Context found = result.orElseThrow().context();
				this.context.set(found);
				return found;
			});
		});
	}

	private Mono<List<Extension>> page(Context context, int number, List<Extension> before) {
		return this.contexts.listFiles(context.id(), FOLDER, number, PAGE).flatMap((result) -> {
			List<ContextFile> files = result.orElseThrow().files();
			files.stream()
				.filter((file) -> !file.folder())
				.forEach((file) -> before.add(new Extension(file.name(), file.name(), file.createdAt())));
			return (files.size() < PAGE) ? Mono.just(before) : page(context, number + 1, before);
		});
	}

	private Mono<ExtensionResult> store(String id, Path file, UploadSource source) {
		return context().flatMap((found) -> this.contexts.getFileUploadUrl(found.id(), path(id))).flatMap((url) -> {
			String address = String.valueOf(url.orElseThrow().url());
			return source.open(null).flatMap((upload) -> this.exchange.put(address, upload, (bytes, total) -> {
			}))
				.doOnNext((reply) -> requireStored(reply, url.requestId()))
				.thenReturn(new ExtensionResult(url.outcome(),
						new Extension(id, String.valueOf(file.getFileName()), null)));
		}).onErrorResume(ServiceException.class, (ex) -> Mono.just(new ExtensionResult(outcome(ex), null)));
	}

	private static void requireStored(FileReply reply, @Nullable String requestId) {
		if (!reply.isSuccessful() || reply.hasOtherContent()) {
			throw ServiceException.of(FailureKind.SERVICE, reply.errorCode(),
					"The storage did not take the extension: HTTP " + reply.status(), requestId);
		}
	}

	private static UploadSource source(Path file) {
		Assert.isTrue(file != null && file.toString().toLowerCase(Locale.ROOT).endsWith(".zip"),
				"'file' must be a zip archive");
		Assert.isTrue(Files.isRegularFile(file), () -> "'file' does not exist: " + file);
		return UploadSource.of(file);
	}

	private static void requireId(String extensionId) {
		Assert.hasText(extensionId, "'extensionId' must not be empty");
		Assert.isTrue(extensionId.indexOf('/') < 0, "'extensionId' must not hold a slash");
	}

	private static String path(String id) {
		return FOLDER + "/" + id;
	}

	private static Outcome outcome(ServiceException ex) {
		return Outcome.failure(ex.failureKind(), ex.errorCode(), String.valueOf(ex.getMessage()), ex.requestId());
	}

}
