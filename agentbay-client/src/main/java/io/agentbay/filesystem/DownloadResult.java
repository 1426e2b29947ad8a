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

package io.agentbay.filesystem;

import java.nio.file.Path;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A file that was fetched from a session.
 *
 * @param outcome how the operation ended; its request id is that of the address
 * @param path where the file is in the session
 * @param localPath where it is on this machine, {@code null} on failure
 * @param bytesReceived its size, 0 on failure
 * @param syncRequestId the id of the request that brought it into the storage,
 * {@code null} if it did not come to that
 */
public record DownloadResult(Outcome outcome, String path, @Nullable Path localPath, long bytesReceived,
		@Nullable String syncRequestId) implements Result<DownloadResult> {
}
