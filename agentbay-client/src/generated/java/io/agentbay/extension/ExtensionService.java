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
// Written by agentbay-face from ReactiveExtensionService. Change that, not this.

package io.agentbay.extension;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.agentbay.context.browser.ExtensionOption;

/**
 * Extensions for browsers, stored in a context. The context is found, or created, with
 * the first call: action {@code GetContext}. Called by applications: new methods may be
 * added in minor releases.
 *
 * @since 0.1.0
 */
public interface ExtensionService {

	/**
	 * List all extensions: action {@code DescribeContextFiles} for each page, when it is
	 * asked for.
	 * @return the extensions; a page that is refused ends them with an exception
	 */
	Stream<Extension> list();

	/**
	 * Store an extension: action {@code GetContextFileUploadUrl} and an HTTP PUT.
	 * @param file a zip archive
	 * @return the extension, under an id of its own
	 * @throws IllegalArgumentException if the file cannot be read or its name does not
	 * end with {@code .zip}
	 */
	Extension create(Path file);

	/**
	 * Store another version of an extension: actions {@code DescribeContextFiles} and
	 * {@code GetContextFileUploadUrl}, and an HTTP PUT.
	 * @param extensionId the extension
	 * @param file a zip archive
	 * @return the extension; a {@link io.agentbay.error.NotFoundException} if there is
	 * none
	 * @throws IllegalArgumentException if the id is blank, or the file cannot be read or
	 * its name does not end with {@code .zip}
	 */
	Extension update(String extensionId, Path file);

	/**
	 * Delete an extension: action {@code DeleteContextFile}.
	 * @param extensionId the extension
	 * @throws IllegalArgumentException if the id is blank
	 */
	void delete(String extensionId);

	/**
	 * Delete the context with all its extensions, if it is one of this service's own:
	 * action {@code DeleteContext}. Does nothing to a context that the application chose.
	 */
	void cleanUp();

	/**
	 * Choose extensions to create a session with.
	 * @param extensionIds the extensions, at least one
	 * @return the option for a browser context
	 * @throws IllegalArgumentException if there are none, or an id is blank
	 */
	ExtensionOption createOption(List<String> extensionIds);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveExtensionService reactive();

}
