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

import org.jspecify.annotations.Nullable;

/**
 * What was fetched from a session.
 *
 * @param path where it is in the session
 * @param localPath where it is on this machine
 * @param bytesReceived how many bytes were received
 * @param requestId the id of the request for the address that it was fetched from,
 * {@code null} if there was none
 * @param syncRequestId the id of the request to copy it out of the session, {@code null}
 * if there was none
 * @since 0.1.0
 */
public record DownloadReport(String path, Path localPath, long bytesReceived, @Nullable String requestId,
		@Nullable String syncRequestId) {
}
