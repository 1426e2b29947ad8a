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

package io.agentbay.local.internal.context;

import java.time.Instant;

/**
 * What is known of a context at some moment.
 *
 * @param number its place in the order of creation
 * @param id its id
 * @param name its name
 * @param state what happens with it
 * @param created when it was created
 * @param lastUsed when it was last mounted, copied or given a file
 * @param osType the operating system it belongs to
 */
public record ContextRecord(long number, String id, String name, ContextState state, Instant created, Instant lastUsed,
		String osType) {
}
