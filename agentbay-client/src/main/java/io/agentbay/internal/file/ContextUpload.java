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

package io.agentbay.internal.file;

import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.ContextApi;
import io.agentbay.internal.api.FileUrlData;
import reactor.core.publisher.Mono;

/**
 * Puts files into contexts, by the signed addresses that the service gives out for them.
 */
public final class ContextUpload {

	private final ContextApi api;

	private final FileExchange exchange;

	/**
	 * Create the upload.
	 * @param api the actions on contexts
	 * @param exchange speaks to the storage
	 */
	public ContextUpload(ContextApi api, FileExchange exchange) {
		this.api = api;
		this.exchange = exchange;
	}

	/**
	 * Put a file into a context: action {@code GetContextFileUploadUrl} and an HTTP PUT.
	 * @param contextId the context
	 * @param path the path of the file in the context
	 * @param file its content, opened when there is an address
	 * @param what what it is, for the message of a failure
	 * @return completes when the storage has it
	 */
	public Mono<Void> put(String contextId, String path, Mono<FileExchange.Upload> file, String what) {
		return this.api.getContextFileUploadUrl(contextId, path).flatMap((reply) -> {
			String address = FileUrlData.address(reply);
			return file.flatMap((content) -> this.exchange.put(address, content, (bytes, total) -> {
			})).doOnNext((stored) -> {
				if (!stored.isSuccessful() || stored.hasOtherContent()) {
					throw ServiceException.of(FailureKind.SERVICE, stored.errorCode(),
							"The storage did not take %s: HTTP %s".formatted(what, stored.status()),
							reply.outcome().details());
				}
			}).then();
		});
	}

}
