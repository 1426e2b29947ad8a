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

package io.agentbay.ai;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;

import org.springframework.util.Assert;

/**
 * Puts what was done into words for a model. What it can do something about, such as a
 * missing file, is told to it; what it cannot, such as a session that is gone, is an
 * exception.
 */
final class ToolAnswers {

	static final int DEFAULT_MAX_LENGTH = 20_000;

	private static final Set<FailureKind> TOLD_TO_THE_MODEL = EnumSet.of(FailureKind.TOOL, FailureKind.INVALID_ARGUMENT,
			FailureKind.NOT_FOUND, FailureKind.SESSION_STATE, FailureKind.TIMEOUT);

	private final int maxLength;

	ToolAnswers(int maxLength) {
		Assert.isTrue(maxLength >= 100, "'maxLength' must be at least 100");
		this.maxLength = maxLength;
	}

	/**
	 * Put work into words, or why it was refused.
	 * @param work does it
	 * @return the answer for the model
	 */
	static String of(Supplier<String> work) {
		try {
			return work.get();
		}
		catch (ServiceException ex) {
			if (!TOLD_TO_THE_MODEL.contains(ex.failureKind())) {
				throw ex;
			}
			return "Error: " + ex.plainMessage();
		}
	}

	void append(StringBuilder answer, String title, String text) {
		answer.append('\n').append(title).append(text.isEmpty() ? ": none" : ":\n" + shortened(text).stripTrailing());
	}

	/** The beginning tells what it is, the end how it went. */
	String shortened(String text) {
		if (text.length() <= this.maxLength) {
			return text;
		}
		int head = boundary(text, this.maxLength / 2);
		int tail = boundary(text, text.length() - this.maxLength / 2);
		return text.substring(0, head)
				+ "\n[%s of %s characters are left out here; read them in parts, for example with sed -n]\n"
					.formatted(tail - head, text.length())
				+ text.substring(tail);
	}

	/** Not between the two halves of a character. */
	private static int boundary(String text, int index) {
		return Character.isLowSurrogate(text.charAt(index)) ? index + 1 : index;
	}

}
