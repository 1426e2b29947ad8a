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

package io.agentbay.ai.governance;

import org.jspecify.annotations.Nullable;

/**
 * Stands between a model and its tools. Runs on the thread that calls the tool, possibly
 * for many calls at once.
 *
 * <p>
 * Implemented by applications: new methods will have a default. Interceptors run in their
 * {@link org.springframework.core.annotation.Order order}, the first one outermost; those
 * of AgentBay have the orders that are named here.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolCallInterceptor {

	/** The order of the observation of a call. */
	int OBSERVATION_ORDER = -400;

	/** The order of the record of how a call went. */
	int AUDIT_ORDER = -300;

	/** The order of the rules. */
	int RULE_ORDER = -200;

	/** The order of the budgets. */
	int BUDGET_ORDER = -100;

	/** The order of the approvals; what is later sees only calls that will be made. */
	int APPROVAL_ORDER = 0;

	/** The order of the record that a call is about to be made. */
	int AUDIT_START_ORDER = Integer.MAX_VALUE - 100;

	/**
	 * Handle a call.
	 * @param call what the model asks for
	 * @param chain goes on; not to be called if the tool must not be
	 * @return how it went; an exception of the interceptor ends the conversation
	 */
	ToolOutcome intercept(ToolCall call, ToolCallChain chain);

	/**
	 * Take notice of a call of a batch before the first of the batch is made, for example
	 * to ask for all approvals at once.
	 * @param call what the model asks for
	 * @return the call for the next interceptor; {@code null} if it will get no further
	 */
	default @Nullable ToolCall announce(ToolCall call) {
		return call;
	}

}
