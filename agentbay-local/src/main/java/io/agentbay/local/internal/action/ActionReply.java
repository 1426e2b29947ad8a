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

package io.agentbay.local.internal.action;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a call that went well is answered.
 *
 * @param data the field {@code Data}; left out when {@code null}
 * @param further fields beside it
 */
public record ActionReply(@Nullable Object data, Map<String, Object> further) {

	static ActionReply empty() {
		return new ActionReply(null, Map.of());
	}

	static ActionReply of(Object data) {
		return new ActionReply(data, Map.of());
	}

	static ActionReply page(Object data, int maxResults, String nextToken, int total) {
		return new ActionReply(data, Map.of("MaxResults", maxResults, "NextToken", nextToken, "TotalCount", total));
	}

}
