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
import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * What running code led to.
 *
 * @param outcome success if the code ran to its end
 * @param outputs the values that it left behind
 * @param stdout what it wrote to its standard output, in pieces as they came
 * @param stderr what it wrote to its standard error, in pieces as they came
 * @param error the error that ended it, {@code null} if there was none
 * @param executionCount how often the interpreter has run code, 0 if not told
 * @param executionTime how long it ran, zero if not told
 */
public record CodeResult(Outcome outcome, List<CodeOutput> outputs, List<String> stdout, List<String> stderr,
		@Nullable CodeError error, int executionCount, Duration executionTime) implements Result<CodeResult> {

	public CodeResult {
		outputs = List.copyOf(outputs);
		stdout = List.copyOf(stdout);
		stderr = List.copyOf(stderr);
	}

	/**
	 * Return the result as text: the value of the last expression, else the first value
	 * that has a text, else what the code wrote to its standard output.
	 * @return the text, possibly empty
	 */
	public String text() {
		String text = firstText(true);
		if (text == null) {
			text = firstText(false);
		}
		return (text != null) ? text : String.join("", this.stdout);
	}

	private @Nullable String firstText(boolean mainOnly) {
		for (CodeOutput output : this.outputs) {
			String text = output.text();
			if (text != null && (output.main() || !mainOnly)) {
				return text;
			}
		}
		return null;
	}

}
