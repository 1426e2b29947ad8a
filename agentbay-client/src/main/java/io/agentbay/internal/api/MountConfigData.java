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
import io.agentbay.context.ContextMount;

/**
 * How a session has a context live, in the form of requests.
 *
 * @param accessMode {@code readWrite} or {@code readOnly}
 * @param storageMode {@code standard} or {@code performance}
 * @param sourcePath the folder of the context, empty for all of it; is sent in any case
 */
public record MountConfigData(@JsonProperty("AccessMode") String accessMode,
		@JsonProperty("StorageMode") String storageMode, @JsonProperty("SourcePath") String sourcePath) {

	static MountConfigData of(ContextMount mount) {
		return new MountConfigData(mount.access().wireName(), mount.strategy().wireName(), mount.sourcePath());
	}

}
