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

package io.agentbay.internal.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A context as the service knows it.
 *
 * @param id the id, empty if there is no such context
 * @param name its name
 * @param state its state
 * @param createTime when it was created
 * @param lastUsedTime when it was last used
 * @param osType the operating system that it belongs to
 */
public record ContextData(@JsonProperty("Id") @Nullable String id, @JsonProperty("Name") @Nullable String name,
		@JsonProperty("State") @Nullable String state, @JsonProperty("CreateTime") @Nullable String createTime,
		@JsonProperty("LastUsedTime") @Nullable String lastUsedTime, @JsonProperty("OsType") @Nullable String osType) {
}
