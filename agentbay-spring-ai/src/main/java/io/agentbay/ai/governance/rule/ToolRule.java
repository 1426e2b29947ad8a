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

package io.agentbay.ai.governance.rule;

import io.agentbay.ai.governance.ToolDecision;
import org.jspecify.annotations.Nullable;

/**
 * Decides on parts of tool calls. Rules are asked in their order, and the first that
 * decides on a part wins; of the parts of a call the strictest decision counts.
 *
 * <p>
 * Implemented by applications: new methods will have a default. Called on the thread that
 * calls the tool, for many calls at once, and possibly several times for a call.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolRule {

	/**
	 * Decide.
	 * @param part a part of a call
	 * @return the decision: allowed, asked or denied; {@code null} to leave it to the
	 * rules that follow
	 */
	@Nullable ToolDecision decide(CallPart part);

}
