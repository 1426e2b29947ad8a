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

package io.agentbay.sample.chat;

import java.time.Duration;
import java.util.List;

import io.agentbay.ai.artifact.Artifact;
import io.agentbay.ai.governance.ArgumentRedactor;
import io.agentbay.ai.governance.ShownText;
import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.ToolCallChain;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolOutcome;
import io.agentbay.ai.governance.audit.AuditRecord.Outcome;
import io.agentbay.ai.tool.ToolOutputs;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Tells the page what tools do, and lets them do nothing once nobody listens. Spring Boot
 * finds it, as it finds every {@link ToolCallInterceptor} bean.
 */
@Component
class TurnInterceptor implements ToolCallInterceptor, Ordered {

	private static final int LONGEST_ARGUMENTS = 1000;

	private static final int LONGEST_ANSWER = 2000;

	private final ArgumentRedactor redactor;

	TurnInterceptor(ArgumentRedactor redactor) {
		this.redactor = redactor;
	}

	/** Within the audit, which records also what is stopped here. */
	@Override
	public int getOrder() {
		return AUDIT_ORDER + 50;
	}

	@Override
	public ToolOutcome intercept(ToolCall call, ToolCallChain chain) {
		Turn turn = Turn.of(call);
		if (turn == null) {
			return chain.proceed(call);
		}
		if (turn.isStopped()) {
			return ToolOutcome.notCalled(ToolDecision.deny("the user", "stopped"),
					"The user has stopped this. Nothing was done. Do nothing more.");
		}
		ToolOutputs outputs = ToolOutputs.find(call.context());
		int files = artifacts(outputs).size();
		turn.tell(new ChatEvent.ToolStarted(call.id(), call.tool(),
				shortened(this.redactor.redact(call.arguments()), LONGEST_ARGUMENTS)));
		long start = System.nanoTime();
		ToolOutcome outcome = chain.proceed(call);
		turn.tell(ended(call, outcome, Duration.ofNanos(System.nanoTime() - start).toMillis()));
		if (outputs != null) {
			outputs.picturesIn(outcome.answer())
				.forEach((picture) -> turn.tell(new ChatEvent.Picture(picture.mediaType(), picture.content())));
		}
		List<Artifact> all = artifacts(outputs);
		all.subList(files, all.size())
			.forEach((file) -> turn.tell(new ChatEvent.File(file.id(), file.filename(), file.size())));
		return outcome;
	}

	private static List<Artifact> artifacts(@Nullable ToolOutputs outputs) {
		return (outputs != null) ? outputs.artifacts() : List.of();
	}

	private static ChatEvent ended(ToolCall call, ToolOutcome outcome, long millis) {
		Outcome what = !outcome.called() ? Outcome.NOT_CALLED
				: (outcome.failure() != null) ? Outcome.FAILED : Outcome.ANSWERED;
		String answer = (outcome.failure() != null) ? outcome.failure().getClass().getSimpleName() : outcome.answer();
		return new ChatEvent.ToolEnded(call.id(), what.name(), outcome.decision().kind().name(),
				outcome.decision().by(), millis, outcome.session(), shortened(answer, LONGEST_ANSWER));
	}

	private static String shortened(String text, int length) {
		String shown = ShownText.of(text, length);
		return (text.length() > length) ? shown + " …" : shown;
	}

}
