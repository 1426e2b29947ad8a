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
 * Where files can be transferred to and from in a session.
 *
 * @param outcome how the operation ended
 * @param contextId the context that the transfer goes through, {@code null} on failure
 * @param path the directory, with a slash at its end; {@code null} on failure
 */
public record TransferPathResult(Outcome outcome, @Nullable String contextId,
		@Nullable String path) implements Result<TransferPathResult> {
}
