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

import java.nio.file.Path;
import java.util.List;

import io.agentbay.internal.blocking.Blocking;
import io.agentbay.result.OperationResult;

/**
 * Extensions for browsers, stored in a context. The context is found, or created, with
 * the first call, waiting for each operation. The blocking twin of
 * {@link ReactiveExtensionService}.
 */
public final class ExtensionService {

	private final ReactiveExtensionService reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public ExtensionService(ReactiveExtensionService reactive) {
		this.reactive = reactive;
	}

	/**
	 * List all extensions, page by page: action {@code DescribeContextFiles}.
	 * @return the extensions
	 */
	public ExtensionListResult list() {
		return Blocking.await(this.reactive.list());
	}

	/**
	 * Store an extension.
	 * @param file a zip archive
	 * @return the extension, under an id of its own
	 * @throws IllegalArgumentException if the file cannot be read or its name does not
	 * end with {@code .zip}
	 */
	public ExtensionResult create(Path file) {
		return Blocking.await(this.reactive.create(file));
	}

	/**
	 * Store another version of an extension.
	 * @param extensionId the extension
	 * @param file a zip archive
	 * @return the extension; a failure of kind NOT_FOUND if there is none
	 * @throws IllegalArgumentException if the id is blank, or the file cannot be read or
	 * its name does not end with {@code .zip}
	 */
	public ExtensionResult update(String extensionId, Path file) {
		return Blocking.await(this.reactive.update(extensionId, file));
	}

	/**
	 * Delete an extension: action {@code DeleteContextFile}.
	 * @param extensionId the extension
	 * @return whether the service did
	 * @throws IllegalArgumentException if the id is blank
	 */
	public OperationResult delete(String extensionId) {
		return Blocking.await(this.reactive.delete(extensionId));
	}

	/**
	 * Delete the context, if it is one of this service's own: action {@code
	 * DeleteContext}.
	 * @return whether nothing of this service's own is left
	 */
	public OperationResult cleanup() {
		return Blocking.await(this.reactive.cleanup());
	}

	/**
	 * Name extensions to create a session with.
	 * @param extensionIds the extensions, at least one
	 * @return the extensions
	 * @throws IllegalArgumentException if there are none, or an id is blank
	 */
	public ExtensionOptionResult createExtensionOption(List<String> extensionIds) {
		return Blocking.await(this.reactive.createExtensionOption(extensionIds));
	}

}
