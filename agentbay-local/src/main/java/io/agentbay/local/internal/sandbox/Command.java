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

package io.agentbay.local.internal.sandbox;

import java.time.Duration;
import java.util.Map;

/**
 * A command for a session's shell.
 *
 * @param line the command, as {@code /bin/sh -c} takes it
 * @param directory the absolute path, as the session sees it, of the directory it starts
 * in
 * @param environment variables on top of the session's own
 * @param timeout how long it may run
 */
public record Command(String line, String directory, Map<String, String> environment, Duration timeout) {

	public Command {
		environment = Map.copyOf(environment);
	}

}
