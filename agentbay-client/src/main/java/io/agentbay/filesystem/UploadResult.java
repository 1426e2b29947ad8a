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

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent to a session.
 *
 * @param outcome how the operation ended; its request id is that of the address
 * @param path where the file is in the session, empty on failure
 * @param bytesSent its size, 0 on failure
 * @param etag the storage's tag of it, {@code null} if it gave none
 * @param syncRequestId the id of the request that brought it into the session,
 * {@code null} if it did not come to that
 */
public record UploadResult(Outcome outcome, String path, long bytesSent, @Nullable String etag,
		@Nullable String syncRequestId) implements Result<UploadResult> {

	/**
	 * Create the result of an upload that failed.
	 * @param outcome how it failed
	 * @return the result
	 */
	public static UploadResult failed(Outcome outcome) {
		return new UploadResult(outcome, "", 0, null, null);
	}

}
