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

package io.agentbay.local.internal.process;

import java.util.Set;

/**
 * The processes of a session.
 *
 * @param members those that do the session's work
 * @param attendants those outside its walls, each of which starts one inside or waits for
 * one
 * @param complete false when there may be more
 */
public record Population(Set<ProcessHandle> members, Set<ProcessHandle> attendants, boolean complete) {

	public static final Population NONE = new Population(Set.of(), Set.of(), true);

}
