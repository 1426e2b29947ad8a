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

package io.agentbay.internal.blocking;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.agentbay.context.browser.ExtensionOption;
import io.agentbay.extension.Extension;
import io.agentbay.extension.ExtensionService;
import io.agentbay.extension.ReactiveExtensionService;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveExtensionService}.
 */
public final class BlockingExtensionService implements ExtensionService {

	private final ReactiveExtensionService reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingExtensionService(ReactiveExtensionService reactive) {
		this.reactive = reactive;
	}

	@Override
	public Stream<Extension> list() {
		return Blocking.pages(this.reactive.list());
	}

	@Override
	public Extension create(Path file) {
		return Blocking.await(this.reactive.create(file));
	}

	@Override
	public Extension update(String extensionId, Path file) {
		return Blocking.await(this.reactive.update(extensionId, file));
	}

	@Override
	public void delete(String extensionId) {
		Blocking.run(this.reactive.delete(extensionId));
	}

	@Override
	public void cleanUp() {
		Blocking.run(this.reactive.cleanUp());
	}

	@Override
	public ExtensionOption createOption(List<String> extensionIds) {
		return Blocking.await(this.reactive.createOption(extensionIds));
	}

	@Override
	public ReactiveExtensionService reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingExtensionService that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
