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

import org.jspecify.annotations.Nullable;

/**
 * A file in a context.
 *
 * @param id its id, {@code null} if not told
 * @param name its name
 * @param path its path
 * @param folder whether it is a folder
 * @param size its size in bytes
 * @param createdAt when it was created, as the service writes it
 * @param modifiedAt when it was last changed, as the service writes it
 * @param status its state, as the service names it
 */
public record ContextFile(@Nullable String id, String name, String path, boolean folder, long size,
		@Nullable String createdAt, @Nullable String modifiedAt, @Nullable String status) {
}
