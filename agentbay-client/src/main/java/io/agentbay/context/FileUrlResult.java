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

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * An address to send a file of a context to, or to fetch it from. Whoever knows it can
 * use it, so the text form of this result does not show it.
 *
 * @param outcome how the operation ended
 * @param url the address, {@code null} on failure
 * @param expireTime how long it holds, in the service's own unit; {@code null} if not
 * told
 */
public record FileUrlResult(Outcome outcome, @Nullable String url,
		@Nullable Long expireTime) implements Result<FileUrlResult> {

	@Override
	public String toString() {
		return "FileUrlResult[outcome=" + this.outcome + ", expireTime=" + this.expireTime + "]";
	}

}
