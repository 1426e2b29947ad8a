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

package io.agentbay.internal.account;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.context.Context;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.context.browser.ExtensionOption;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.extension.Extension;
import io.agentbay.extension.ReactiveExtensionService;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.internal.file.ContextUpload;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.text.Sendable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Keeps extensions as files of a context.
 */
public final class DefaultReactiveExtensionService implements ReactiveExtensionService {

	private static final String FOLDER = "/tmp/extensions";

	private static final int PAGE = 100;

	private final ReactiveContextService contexts;

	private final ContextUpload upload;

	private final String contextName;

	private final boolean own;

	private final AtomicReference<@Nullable Context> context = new AtomicReference<>();

	private DefaultReactiveExtensionService(ReactiveContextService contexts, ContextUpload upload, String contextName,
			boolean own) {
		this.contexts = contexts;
		this.upload = upload;
		this.contextName = contextName;
		this.own = own;
	}

	/**
	 * Create a service with a context of its own.
	 * @param contexts the contexts of the account
	 * @param upload puts files into contexts
	 * @return the service
	 */
	public static ReactiveExtensionService withOwnContext(ReactiveContextService contexts, ContextUpload upload) {
		return new DefaultReactiveExtensionService(contexts, upload, "extensions-" + Instant.now().getEpochSecond(),
				true);
	}

	/**
	 * Create a service for a context of the application.
	 * @param contexts the contexts of the account
	 * @param upload puts files into contexts
	 * @param contextName the name of the context
	 * @return the service
	 */
	public static ReactiveExtensionService ofContext(ReactiveContextService contexts, ContextUpload upload,
			String contextName) {
		Assert.hasText(contextName, "'contextName' must not be empty; call newExtensions() for the service's own");
		return new DefaultReactiveExtensionService(contexts, upload, contextName, false);
	}

	@Override
	public Flux<Extension> list() {
		return context()
			.flatMapMany((found) -> this.contexts.listFiles(ContextFileQuery.of(found.id(), FOLDER).withPageSize(PAGE)))
			.filter((file) -> !file.isFolder())
			.map((file) -> new Extension(file.name(), file.name(), file.createdAt()));
	}

	@Override
	public Mono<Extension> create(Path file) {
		UploadSource source = source(file);
		return Mono.defer(() -> store("ext_" + UUID.randomUUID().toString().replace("-", "") + ".zip", file, source));
	}

	@Override
	public Mono<Extension> update(String extensionId, Path file) {
		requireId(extensionId);
		UploadSource source = source(file);
		return list().any((extension) -> extension.id().equals(extensionId))
			.flatMap((exists) -> exists ? store(extensionId, file, source)
					: Mono.error(ServiceException.of(FailureKind.NOT_FOUND, null,
							"There is no extension " + extensionId, CallDetails.of("DescribeContextFiles", null))));
	}

	@Override
	public Mono<Void> delete(String extensionId) {
		requireId(extensionId);
		return context().flatMap((found) -> this.contexts.deleteFile(found.id(), path(extensionId)));
	}

	@Override
	public Mono<Void> cleanUp() {
		return Mono.defer(() -> {
			Context found = this.context.get();
			return (this.own && found != null)
					? this.contexts.delete(found.id()).doOnSuccess((nothing) -> this.context.set(null)) : Mono.empty();
		});
	}

	@Override
	public Mono<ExtensionOption> createOption(List<String> extensionIds) {
		Assert.notEmpty(extensionIds, "'extensionIds' must not be empty");
		extensionIds.forEach((id) -> Assert.hasText(id, "'extensionIds' must not hold empty ids"));
		List<String> ids = List.copyOf(extensionIds);
		return context().map((found) -> new ExtensionOption(found.id(), ids));
	}

	private Mono<Context> context() {
		return Mono.defer(() -> {
			Context known = this.context.get();
			return (known != null) ? Mono.just(known)
					: this.contexts.getOrCreate(this.contextName).doOnNext(this.context::set);
		});
	}

	private Mono<Extension> store(String id, Path file, UploadSource source) {
		return context().flatMap(
				(found) -> this.upload.put(found.id(), path(id), FileExchange.Upload.of(source, null), "the extension"))
			.thenReturn(new Extension(id, String.valueOf(file.getFileName()), null));
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
		Sendable.require(extensionId, "extensionId");
	}

	private static String path(String id) {
		return FOLDER + "/" + id;
	}

}
