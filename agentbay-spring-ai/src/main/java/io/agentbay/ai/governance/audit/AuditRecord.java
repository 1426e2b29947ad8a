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

package io.agentbay.ai.governance.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.agentbay.ai.governance.ShownText;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is recorded of a tool call: one record before the tool is called, and one of how
 * the call went.
 *
 * @param time when it happened, in milliseconds
 * @param callId which call it is: the same in both of its records
 * @param tool the name of the tool
 * @param arguments the arguments without their secrets, possibly shortened
 * @param conversation the conversation, {@code null} if it is not known
 * @param user the user whom the model works for, {@code null} if it is not known
 * @param decision the name of the decision, such as {@code ALLOWED} or {@code DECLINED};
 * {@code UNDECIDED} if none was made
 * @param decidedBy who or what has decided
 * @param reason why, {@code null} if nothing was said
 * @param outcome what happened
 * @param failure the simple name of what the tool has thrown, {@code null} if it has not
 * @param durationMillis how long the call took with all that was waited for, in
 * milliseconds; 0 in the first record
 * @param session the session that the tool has worked in, {@code null} if it is not known
 * @since 0.1.0
 */
public record AuditRecord(Instant time, String callId, String tool, String arguments, @Nullable String conversation,
		@Nullable String user, String decision, String decidedBy, @Nullable String reason, Outcome outcome,
		@Nullable String failure, long durationMillis, @Nullable String session) {

	public AuditRecord {
		Assert.notNull(outcome, "'outcome' must not be null");
		time = time.truncatedTo(ChronoUnit.MILLIS);
		callId = ShownText.of(callId, 100);
		tool = ShownText.of(tool, 200);
		conversation = ShownText.ofNullable(conversation, 200);
		user = ShownText.ofNullable(user, 200);
		decidedBy = ShownText.of(decidedBy, 200);
		reason = ShownText.ofNullable(reason, 1000);
		failure = ShownText.ofNullable(failure, 200);
		session = ShownText.ofNullable(session, 200);
	}

	/**
	 * What happened to a call.
	 */
	public enum Outcome {

		/**
		 * The tool is about to be called.
		 */
		STARTED,

		/**
		 * The tool has answered.
		 */
		ANSWERED,

		/**
		 * The tool has thrown.
		 */
		FAILED,

		/**
		 * The tool was not called.
		 */
		NOT_CALLED

	}

}
