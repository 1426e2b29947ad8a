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

import org.springframework.context.ApplicationEvent;

/**
 * A person has decided on a call, or nobody has in time. Published on the thread that
 * decides.
 *
 * @since 0.1.0
 */
public class ApprovalDecidedEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient Approval approval;

	/**
	 * Create the event.
	 * @param source who has it decided
	 * @param approval the question with the decision
	 */
	public ApprovalDecidedEvent(Object source, Approval approval) {
		super(source);
		this.approval = approval;
	}

	/**
	 * Return the decision.
	 * @return the approved, declined or expired question
	 */
	public Approval getApproval() {
		return this.approval;
	}

}
