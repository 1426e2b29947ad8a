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
import java.util.Map;

import io.agentbay.ai.governance.approval.Approval;
import io.agentbay.ai.governance.approval.ToolApprovals;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.StringUtils;

/**
 * Actuator endpoint that lists the tool calls that people are asked about, and takes
 * their decisions.
 *
 * @since 0.1.0
 */
@Endpoint(id = "agentbayapprovals")
public class AgentBayApprovalsEndpoint {

	private static final int CONFLICT = 409;

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
	 * @return the decided question; with status 404 if there is none, 409 if it has been
	 * decided or its time is over, 400 if the decision makes no sense, each with a
	 * {@code detail}
	 */
	@WriteOperation
	public WebEndpointResponse<Object> decide(@Selector String id, @Nullable String decision, @Nullable String by,
			@Nullable String reason, SecurityContext context) {
		if (this.approvals.find(id).isEmpty()) {
			return refused(WebEndpointResponse.STATUS_NOT_FOUND, "There is no question " + id);
		}
		Principal principal = context.getPrincipal();
		String who = (principal != null) ? principal.getName() : by;
		if (!StringUtils.hasText(who)) {
			return refused(WebEndpointResponse.STATUS_BAD_REQUEST, "'by' is missing: an approval is somebody's");
		}
		try {
			return switch (String.valueOf(decision).toLowerCase(Locale.ROOT)) {
				case "approve" -> new WebEndpointResponse<>(this.approvals.approve(id, who));
				case "decline" -> new WebEndpointResponse<>(this.approvals.decline(id, who, reason));
				default -> refused(WebEndpointResponse.STATUS_BAD_REQUEST, "'decision' must be approve or decline");
			};
		}
		catch (IllegalStateException ex) {
			return refused(CONFLICT, String.valueOf(ex.getMessage()));
		}
		catch (IllegalArgumentException ex) {
			return refused(WebEndpointResponse.STATUS_BAD_REQUEST, String.valueOf(ex.getMessage()));
		}
	}

	private static WebEndpointResponse<Object> refused(int status, String message) {
		return new WebEndpointResponse<>(Map.of("status", status, "detail", message), status);
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
