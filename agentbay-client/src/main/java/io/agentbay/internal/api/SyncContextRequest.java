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

import org.jspecify.annotations.Nullable;

/**
 * Request of the action {@code SyncContext}.
 *
 * @param sessionId the session
 * @param contextId the context, {@code null} for all of the session
 * @param path where it is mounted, {@code null} for all
 * @param mode {@code upload} from the session to the storage or {@code download} the
 * other way, {@code null} for the service's default
 */
public record SyncContextRequest(String sessionId, @Nullable String contextId, @Nullable String path,
		@Nullable String mode) {

	Parameters parameters() {
		return new Parameters().with("SessionId", this.sessionId)
			.with("ContextId", this.contextId)
			.with("Path", this.path)
			.with("Mode", this.mode);
	}

}
