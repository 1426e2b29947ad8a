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

package io.agentbay.observation;

/**
 * Is told of every attempt to call the service, on both faces: of each request of a call
 * that is repeated, and of each tool that streams its answer. Observations tell of calls
 * as a whole.
 * <p>
 * Called on the thread that brought the answer, which must not be blocked. What a
 * listener throws is logged and does not disturb the call. Implemented by applications:
 * later methods will have a default.
 *
 * @since 0.1.0
 * @see io.agentbay.AgentBayBuilder#callListener
 */
@FunctionalInterface
public interface CallListener {

	/**
	 * An attempt has ended.
	 * @param attempt what was tried, and how it ended
	 */
	void onAttempt(CallAttempt attempt);

}
