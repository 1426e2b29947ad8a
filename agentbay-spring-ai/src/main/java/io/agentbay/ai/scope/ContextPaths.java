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

package io.agentbay.ai.scope;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextMountByName;
import io.agentbay.context.ContextSync;
import io.agentbay.session.CreateSessionOptions;

/**
 * Where the contexts of a kind of session are.
 */
final class ContextPaths {

	private ContextPaths() {
	}

	static List<String> of(CreateSessionOptions options) {
		return Stream
			.of(options.contextSyncs().stream().map(ContextSync::path),
					options.contextsByName().stream().map(ContextByName::path),
					options.contextMounts().stream().map(ContextMount::path),
					options.contextMountsByName().stream().map(ContextMountByName::path))
			.flatMap(Function.identity())
			.toList();
	}

}
