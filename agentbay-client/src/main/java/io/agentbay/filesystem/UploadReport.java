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

import org.jspecify.annotations.Nullable;

/**
 * What was sent to a session.
 *
 * @param path where it is in the session
 * @param bytesSent how many bytes were sent
 * @param etag the storage's mark of the content, {@code null} if it told none
 * @param requestId the id of the request for the address that was sent to, {@code null}
 * if there was none
 * @param syncRequestId the id of the request to copy it into the session, {@code null} if
 * there was none
 * @since 0.1.0
 */
public record UploadReport(String path, long bytesSent, @Nullable String etag, @Nullable String requestId,
		@Nullable String syncRequestId) {
}
