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
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what people are asked, and what they have decided. Implemented by
 * applications: new methods will have a default.
 *
 * @since 0.1.0
 */
public interface ApprovalStore {

	/**
	 * Remember a question.
	 * @param approval the question
	 */
	void add(Approval approval);

	/**
	 * Find a question.
	 * @param id the id
	 * @return the question, {@code null} if there is none
	 */
	@Nullable Approval find(String id);

	/**
	 * Find the open questions about calls that are the same.
	 * @param fingerprint what the calls have in common
	 * @return those that are pending, approved or declined, the oldest first
	 */
	List<Approval> findOpen(String fingerprint);

	/**
	 * Find what nobody has decided on.
	 * @return the pending questions, the oldest first
	 */
	List<Approval> findPending();

	/**
	 * Change the state of a question, unless somebody else has changed it meanwhile.
	 * @param expected the state that it must have
	 * @param changed what takes its place
	 * @return whether it had the state, and is now changed
	 */
	boolean replace(Approval.State expected, Approval changed);

	/**
	 * Forget what is over.
	 * @param time questions that expired before this time are forgotten, whatever their
	 * state
	 */
	void removeExpiredBefore(Instant time);

}
