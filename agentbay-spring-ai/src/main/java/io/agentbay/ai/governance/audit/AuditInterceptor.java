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

import java.time.Duration;
import java.time.Instant;

import io.agentbay.ai.governance.ArgumentRedactor;
import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.ToolCallChain;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolOutcome;
import io.agentbay.ai.governance.audit.AuditRecord.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.core.Ordered;

/**
 * Records how each call went, whether the tool was called or not. Together with
 * {@link #beforeTool()}, there is a record also of a call during which the application
 * ends.
 *
 * @since 0.1.0
 */
public class AuditInterceptor implements ToolCallInterceptor, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(AuditInterceptor.class);

	private static final ToolDecision UNDECIDED = ToolDecision.deny("nobody", null);

	private final AuditTrail trail;

	private final ArgumentRedactor redactor;

	private final boolean required;

	/**
	 * Create the interceptor.
	 * @param trail where calls are recorded
	 * @param redactor takes the secrets out of the arguments
	 * @param required whether a call that cannot be recorded fails: it is not made, or if
	 * that shows only later, its answer is withheld; else a warning is logged
	 */
	public AuditInterceptor(AuditTrail trail, ArgumentRedactor redactor, boolean required) {
		this.trail = trail;
		this.redactor = redactor;
		this.required = required;
	}

	@Override
	public int getOrder() {
		return AUDIT_ORDER;
	}

	@Override
	public ToolOutcome intercept(ToolCall call, ToolCallChain chain) {
		long start = System.nanoTime();
		ToolOutcome outcome;
		try {
			outcome = chain.proceed(call);
		}
		catch (RuntimeException | Error ex) {
			append(record(call, null, Outcome.FAILED, ex, since(start), null));
			throw ex;
		}
		Outcome what = !outcome.called() ? Outcome.NOT_CALLED
				: (outcome.failure() != null) ? Outcome.FAILED : Outcome.ANSWERED;
		boolean recorded = append(
				record(call, outcome.decision(), what, outcome.failure(), since(start), outcome.session()));
		if (recorded || !outcome.called()) {
			return outcome;
		}
		return new ToolOutcome(
				"The call was made, but it could not be recorded, so its answer is withheld. Tell the user; an operator has to look.",
				true, outcome.decision(), outcome.toolTime(), outcome.session(), null);
	}

	/**
	 * Return the interceptor that records calls right before they are made.
	 * @return an interceptor that has to be among the last
	 */
	public ToolCallInterceptor beforeTool() {
		return new BeforeTool();
	}

	private static long since(long start) {
		return Duration.ofNanos(System.nanoTime() - start).toMillis();
	}

	private AuditRecord record(ToolCall call, @Nullable ToolDecision decision, Outcome outcome,
			@Nullable Throwable failure, long millis, @Nullable String session) {
		ToolDecision made = (decision != null) ? decision : UNDECIDED;
		return new AuditRecord(Instant.now(), call.id(), call.tool(), this.redactor.redact(call.arguments()),
				call.conversation(), call.user(), (decision != null) ? made.kind().name() : "UNDECIDED", made.by(),
				made.reason(), outcome, (failure != null) ? name(failure) : null, millis, session);
	}

	/** What the tool has thrown, rather than Spring AI's wrapping of it. */
	private static String name(Throwable failure) {
		Throwable cause = (failure instanceof ToolExecutionException) ? failure.getCause() : null;
		return ((cause != null) ? cause : failure).getClass().getSimpleName();
	}

	/** Whether to go on. */
	private boolean append(AuditRecord record) {
		try {
			this.trail.append(record);
			return true;
		}
		catch (RuntimeException ex) {
			if (this.required) {
				logger.error("Tool call {} of {} could not be recorded ({})", record.callId(), record.tool(),
						record.outcome(), ex);
				return false;
			}
			logger.warn("Tool call {} of {} could not be recorded ({}); it goes on", record.callId(), record.tool(),
					record.outcome(), ex);
			return true;
		}
	}

	/** Right before the tool. */
	private final class BeforeTool implements ToolCallInterceptor, Ordered {

		@Override
		public int getOrder() {
			return AUDIT_START_ORDER;
		}

		@Override
		public ToolOutcome intercept(ToolCall call, ToolCallChain chain) {
			if (append(record(call, call.decision(), Outcome.STARTED, null, 0, null))) {
				return chain.proceed(call);
			}
			return ToolOutcome.notCalled(ToolDecision.deny("audit", "the call could not be recorded"),
					"This call could not be recorded, so it was not made. Tell the user; an operator has to look.");
		}

	}

}
