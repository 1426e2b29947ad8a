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

import java.util.List;

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.ToolCallChain;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolDecision.Kind;
import io.agentbay.ai.governance.ToolOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;

/**
 * Lets people decide on calls. A decision is good for one call with exactly the same
 * tool, arguments, conversation and user.
 *
 * @since 0.1.0
 */
public class ApprovalInterceptor implements ToolCallInterceptor, Ordered {

	private final ToolApprovals approvals;

	private final ApprovalSettings.Mode mode;

	/**
	 * Create the interceptor.
	 * @param approvals knows what is asked and decided
	 * @param mode whether calls wait
	 */
	public ApprovalInterceptor(ToolApprovals approvals, ApprovalSettings.Mode mode) {
		this.approvals = approvals;
		this.mode = mode;
	}

	@Override
	public int getOrder() {
		return APPROVAL_ORDER;
	}

	@Override
	public ToolOutcome intercept(ToolCall call, ToolCallChain chain) {
		ToolDecision asked = call.decision();
		if (asked == null || asked.kind() != Kind.ASKED) {
			return chain.proceed(call);
		}
		while (true) {
			List<Approval> open = this.approvals.open(call);
			Approval approval = open.stream()
				.filter((candidate) -> candidate.state() != Approval.State.PENDING)
				.findFirst()
				.orElse(open.isEmpty() ? null : open.get(0));
			if (approval == null) {
				approval = this.approvals.ask(call);
			}
			if (approval.state() == Approval.State.PENDING) {
				if (this.mode == ApprovalSettings.Mode.ANSWER) {
					return pending(approval);
				}
				approval = await(approval);
			}
			switch (approval.state()) {
				case APPROVED -> {
					if (this.approvals.close(approval)) {
						return chain.proceed(call.withDecision(new ToolDecision(Kind.APPROVED,
								String.valueOf(approval.decidedBy()), "asked by " + asked.by())));
					}
				}
				case DECLINED -> {
					if (this.approvals.close(approval)) {
						return declined(approval);
					}
				}
				case EXPIRED -> {
					return expired();
				}
				default -> {
					// Another call like this one has taken the decision: ask again.
				}
			}
		}
	}

	@Override
	public @Nullable ToolCall announce(ToolCall call) {
		ToolDecision asked = call.decision();
		if (asked == null || asked.kind() != Kind.ASKED) {
			return call;
		}
		if (this.approvals.open(call).size() < call.occurrence()) {
			this.approvals.ask(call);
		}
		return null;
	}

	private Approval await(Approval approval) {
		try {
			return this.approvals.await(approval);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a person is to decide on a call of a tool", ex);
		}
	}

	private static ToolOutcome pending(Approval approval) {
		return ToolOutcome.notCalled(new ToolDecision(Kind.PENDING, approval.askedBy(), "approval " + approval.id()),
				"This call needs the approval of a person, who has been asked (%s). Nothing was done yet. Tell the user, and call the tool again with exactly the same arguments once it is approved."
					.formatted(approval.id()));
	}

	private static ToolOutcome declined(Approval approval) {
		String reason = approval.declineReason();
		String words = StringUtils.hasText(reason) ? ": " + reason.strip().replaceFirst("[.!]+$", "") : "";
		return ToolOutcome.notCalled(
				new ToolDecision(Kind.DECLINED, String.valueOf(approval.decidedBy()), approval.declineReason()),
				"A person has declined this call%s. Nothing was done. Do not try to reach the same in another way."
					.formatted(words));
	}

	private static ToolOutcome expired() {
		return ToolOutcome.notCalled(new ToolDecision(Kind.EXPIRED, "nobody", "nobody has decided in time"),
				"This call needs the approval of a person, and nobody has decided in time. Nothing was done. Tell the user what is waiting.");
	}

}
