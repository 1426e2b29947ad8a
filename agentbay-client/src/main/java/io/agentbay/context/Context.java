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

package io.agentbay.context;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Storage that outlives sessions.
 *
 * @param id its id
 * @param name its name
 * @param state what happens with it
 * @param createdAt when it was created, {@code null} if not told
 * @param lastUsedAt when it was last used, {@code null} if not told
 * @param osType the operating system that it belongs to; {@code null} if not told
 * @since 0.1.0
 */
public record Context(String id, String name, ContextState state, @Nullable Instant createdAt,
		@Nullable Instant lastUsedAt, @Nullable String osType) {
}
