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

package io.agentbay.ai.tool;

import java.util.EnumSet;
import java.util.Set;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.error.StreamBrokenException;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures that a model can do something about, such as a missing file, from those
 * that it cannot, such as a wrong key of the application.
 */
final class ToolFailures {

	private static final Set<FailureKind> REPAIRABLE = EnumSet.of(FailureKind.TOOL, FailureKind.INVALID_ARGUMENT,
			FailureKind.NOT_FOUND, FailureKind.SESSION_STATE, FailureKind.CONFLICT, FailureKind.TIMEOUT);

	private ToolFailures() {
	}

	/**
	 * Put a failure into words for a model.
	 * @param failure the failure
	 * @return the words, {@code null} if a model cannot do anything about it
	 */
	static @Nullable String words(Throwable failure) {
		if (failure instanceof ServiceException ex) {
			return REPAIRABLE.contains(ex.failureKind()) ? "Error: " + text(ex) : null;
		}
		if (failure instanceof OutcomeUnknownException || failure instanceof StreamBrokenException) {
			return "Error: the connection broke, and it is not known whether this was done. Look before you do it again.";
		}
		if (failure instanceof CallTimeoutException) {
			return "Error: there was no answer in time. What takes long is better started in the background.";
		}
		if (failure instanceof PartialFailureException ex) {
			return "Error: " + text(ex);
		}
		if (failure instanceof IllegalArgumentException) {
			return "Error: " + ToolText.clean(String.valueOf(failure.getMessage()));
		}
		return null;
	}

	private static String text(AgentBayException ex) {
		return ToolText.clean(ex.plainMessage());
	}

}
