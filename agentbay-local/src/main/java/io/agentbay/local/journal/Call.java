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

package io.agentbay.local.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A call that arrived, whatever became of it.
 *
 * @param action the action, e.g. {@code CallMcpTool}; {@link Journal#DIRECT_CALL} for a
 * call that came by the direct link; {@code null} when the request names none
 * @param tool the tool asked for, when the call is a tool call
 * @param sessionId the session it names, if any
 * @param at when it arrived
 * @since 0.1.0
 */
public record Call(@Nullable String action, @Nullable String tool, @Nullable String sessionId, Instant at) {
}
