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

package io.agentbay.ai.governance.approval;

import java.time.Instant;

import io.agentbay.ai.governance.ShownText;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A call that a person is asked about, and what became of it. It is for exactly one call
 * of one tool with these arguments in this conversation.
 *
 * @param id the id, with which it is decided
 * @param fingerprint SHA-256 of tool, arguments, conversation and user
 * @param tool the name of the tool
 * @param arguments the arguments without their secrets, possibly shortened
 * @param conversation the conversation, {@code null} if it is not known
 * @param user the user whom the model works for, {@code null} if it is not known
 * @param reason why a person is asked, {@code null} if nothing was said
 * @param askedBy which rule asks
 * @param askedAt when it was asked
 * @param expiresAt until when it can be decided; of an approved one, until when the call
 * can be made
 * @param state what became of it
 * @param decidedBy who has decided, {@code null} if nobody has
 * @param declineReason why it was declined, in words for the model; {@code null} if
 * nothing was said
 * @since 0.1.0
 */
public record Approval(String id, String fingerprint, String tool, String arguments, @Nullable String conversation,
		@Nullable String user, @Nullable String reason, String askedBy, Instant askedAt, Instant expiresAt, State state,
		@Nullable String decidedBy, @Nullable String declineReason) {

	public Approval {
		Assert.hasText(id, "'id' must not be empty");
		Assert.hasText(fingerprint, "'fingerprint' must not be empty");
		Assert.notNull(state, "'state' must not be null");
		tool = ShownText.of(tool, 200);
		conversation = ShownText.ofNullable(conversation, 200);
		user = ShownText.ofNullable(user, 200);
		reason = ShownText.ofNullable(reason, 1000);
		askedBy = ShownText.of(askedBy, 200);
		decidedBy = ShownText.ofNullable(decidedBy, 200);
		declineReason = ShownText.ofNullable(declineReason, 1000);
	}

	Approval approved(String by, Instant expiresAt) {
		return new Approval(this.id, this.fingerprint, this.tool, this.arguments, this.conversation, this.user,
				this.reason, this.askedBy, this.askedAt, expiresAt, State.APPROVED, by, null);
	}

	Approval declined(String by, @Nullable String declineReason) {
		return new Approval(this.id, this.fingerprint, this.tool, this.arguments, this.conversation, this.user,
				this.reason, this.askedBy, this.askedAt, this.expiresAt, State.DECLINED, by, declineReason);
	}

	Approval closed(State state) {
		return new Approval(this.id, this.fingerprint, this.tool, this.arguments, this.conversation, this.user,
				this.reason, this.askedBy, this.askedAt, this.expiresAt, state, this.decidedBy, this.declineReason);
	}

	/**
	 * What became of a question.
	 */
	public enum State {

		/**
		 * Nobody has decided yet.
		 */
		PENDING,

		/**
		 * The call may be made, once.
		 */
		APPROVED,

		/**
		 * The call must not be made; the model has not been told yet.
		 */
		DECLINED,

		/**
		 * The call was made, or the model was told that it must not be.
		 */
		CLOSED,

		/**
		 * Nobody has decided in time.
		 */
		EXPIRED;

		/**
		 * Return whether the next call is answered by it.
		 * @return whether it is pending, approved or declined
		 */
		public boolean isOpen() {
			return this == PENDING || this == APPROVED || this == DECLINED;
		}

	}

}
