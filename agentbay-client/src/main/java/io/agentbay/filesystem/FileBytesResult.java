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

package io.agentbay.filesystem;

import java.util.Arrays;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The content of a file of any kind.
 *
 * @param outcome how the operation ended
 * @param content all its bytes, empty on failure
 */
public record FileBytesResult(Outcome outcome, byte[] content) implements Result<FileBytesResult> {

	@Override
	public boolean equals(Object other) {
		return other instanceof FileBytesResult that && this.outcome.equals(that.outcome)
				&& Arrays.equals(this.content, that.content);
	}

	@Override
	public int hashCode() {
		return 31 * this.outcome.hashCode() + Arrays.hashCode(this.content);
	}

	@Override
	public String toString() {
		return "FileBytesResult[outcome=" + this.outcome + ", " + this.content.length + " bytes]";
	}

}
