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

package io.agentbay.boot.actuate;

import java.security.Principal;
import java.util.List;
import java.util.Locale;

import io.agentbay.ai.governance.approval.Approval;
import io.agentbay.ai.governance.approval.ToolApprovals;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.util.StringUtils;

/**
 * Actuator endpoint that lists the tool calls that people are asked about, and takes
 * their decisions.
 *
 * @since 0.1.0
 */
@Endpoint(id = "agentbayapprovals")
public class AgentBayApprovalsEndpoint {

	private final ToolApprovals approvals;

	/**
	 * Create the endpoint.
	 * @param approvals the approvals
	 */
	public AgentBayApprovalsEndpoint(ToolApprovals approvals) {
		this.approvals = approvals;
	}

	/**
	 * List what nobody has decided on.
	 * @return the questions, the oldest first, with arguments without secrets
	 */
	@ReadOperation
	public PendingDescriptor pending() {
		return new PendingDescriptor(this.approvals.pending());
	}

	/**
	 * Tell a question.
	 * @param id the id
	 * @return the question, {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable Approval approval(@Selector String id) {
		return this.approvals.find(id).orElse(null);
	}

	/**
	 * Decide.
	 * @param id the id of the question
	 * @param decision {@code approve} or {@code decline}
	 * @param by who decides; whoever is logged in takes precedence
	 * @param reason why it is declined, in words for the model
	 * @param context who is logged in
	 * @return the decision, {@code null} if there is no such question
	 */
	@WriteOperation
	public @Nullable Approval decide(@Selector String id, String decision, @Nullable String by, @Nullable String reason,
			SecurityContext context) {
		if (this.approvals.find(id).isEmpty()) {
			return null;
		}
		Principal principal = context.getPrincipal();
		String who = (principal != null) ? principal.getName() : by;
		if (!StringUtils.hasText(who)) {
			throw new InvalidEndpointRequestException("'by' is missing: an approval is somebody's", "'by' is missing");
		}
		try {
			return switch (decision.toLowerCase(Locale.ROOT)) {
				case "approve" -> this.approvals.approve(id, who);
				case "decline" -> this.approvals.decline(id, who, reason);
				default -> throw new IllegalArgumentException("'decision' must be approve or decline");
			};
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			String message = String.valueOf(ex.getMessage());
			throw new InvalidEndpointRequestException(message, message, ex);
		}
	}

	/**
	 * What nobody has decided on.
	 *
	 * @param pending the questions, the oldest first
	 */
	public record PendingDescriptor(List<Approval> pending) {

		public PendingDescriptor {
			pending = List.copyOf(pending);
		}

	}

}
