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
 * A file of a context as the service knows it.
 *
 * @param fileId the id
 * @param fileName its name
 * @param filePath its path
 * @param fileType its kind, {@code FOLDER} for folders
 * @param gmtCreate when it was created
 * @param gmtModified when it was last changed
 * @param size its size in bytes
 * @param status its state
 */
public record ContextFileData(@JsonProperty("FileId") @Nullable String fileId,
		@JsonProperty("FileName") @Nullable String fileName, @JsonProperty("FilePath") @Nullable String filePath,
		@JsonProperty("FileType") @Nullable String fileType, @JsonProperty("GmtCreate") @Nullable String gmtCreate,
		@JsonProperty("GmtModified") @Nullable String gmtModified, @JsonProperty("Size") @Nullable Long size,
		@JsonProperty("Status") @Nullable String status) {
}
