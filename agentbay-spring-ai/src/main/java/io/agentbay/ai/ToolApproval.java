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

package io.agentbay.ai;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a model may do what it asks for, for example by asking the user. Runs
 * on the thread that calls the tool, which waits for the decision; how long to wait is up
 * to the implementation.
 *
 * @see ApprovedTools
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolApproval {

	/**
	 * Decide on a call.
	 * @param request what the model asks for
	 * @return whether it may; an exception ends the call of the model
	 */
	Decision decide(ToolRequest request);

	/**
	 * What a model asks for.
	 *
	 * @param tool the name of the tool
	 * @param arguments the arguments as the model wrote them: JSON, not checked
	 * @param context what the application has told of the call, such as the conversation
	 */
	record ToolRequest(String tool, String arguments, Map<String, Object> context) {

		public ToolRequest {
			context = Map.copyOf(context);
		}

	}

	/**
	 * Whether a call is approved.
	 *
	 * @param approved whether the tool is called
	 * @param reason why it is not, for the model; {@code null} if nothing is to be said
	 */
	record Decision(boolean approved, @Nullable String reason) {

		/**
		 * Let the tool be called.
		 * @return the decision
		 */
		public static Decision approve() {
			return new Decision(true, null);
		}

		/**
		 * Do not let the tool be called.
		 * @param reason why, for the model to think again; {@code null} if nothing is to
		 * be said
		 * @return the decision
		 */
		public static Decision deny(@Nullable String reason) {
			return new Decision(false, reason);
		}

	}

}
