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

package io.agentbay.code;

import java.time.Duration;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * Something that code does while it runs. The last one is always {@link Finished}.
 */
public sealed interface CodeEvent {

	/**
	 * The code has written to its standard output.
	 *
	 * @param chunk what it has written
	 */
	record Stdout(String chunk) implements CodeEvent {
	}

	/**
	 * The code has written to its standard error.
	 *
	 * @param chunk what it has written
	 */
	record Stderr(String chunk) implements CodeEvent {
	}

	/**
	 * The code has left a value behind.
	 *
	 * @param output the value
	 */
	record Value(CodeOutput output) implements CodeEvent {
	}

	/**
	 * An error ended the code.
	 *
	 * @param error the error
	 */
	record Failed(CodeError error) implements CodeEvent {
	}

	/**
	 * The code has ended.
	 *
	 * @param outcome success if it ran to its end; its request id is that of the call
	 * @param error the error that ended it, {@code null} if there was none
	 * @param executionCount how often the interpreter has run code, 0 if not told
	 * @param executionTime how long it ran, zero if not told
	 */
	record Finished(Outcome outcome, @Nullable CodeError error, int executionCount,
			Duration executionTime) implements CodeEvent, Result<Finished> {
	}

}
