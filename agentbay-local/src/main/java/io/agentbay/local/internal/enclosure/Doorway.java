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

package io.agentbay.local.internal.enclosure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a program outside the walls of a session starts a shell inside that shares its open
 * files.
 *
 * @param command the command that becomes, or starts, a shell inside; the shell's
 * arguments go behind it
 * @param device what makes pseudo-terminals that the session sees among its devices,
 * {@code null} where there is nothing of the kind
 * @param direct whether the command becomes the shell itself, so that it can be made the
 * leader of a session of processes from outside
 */
public record Doorway(List<String> command, @Nullable String device, boolean direct) {

	public Doorway {
		command = List.copyOf(command);
	}

}
