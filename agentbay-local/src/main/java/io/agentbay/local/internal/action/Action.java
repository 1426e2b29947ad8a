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

package io.agentbay.local.internal.action;

import java.io.IOException;

import io.agentbay.local.internal.tool.Nature;

/**
 * Something a client can ask for by name.
 */
@FunctionalInterface
public interface Action {

	/**
	 * Do it. May take its time.
	 * @param request the call
	 * @return the answer
	 * @throws ActionException if the call is refused
	 * @throws IOException if the machine does not play along
	 * @throws InterruptedException if the runtime is being closed
	 */
	ActionReply carryOut(ActionRequest request) throws IOException, InterruptedException;

	/**
	 * What of it is real.
	 * @return its nature
	 */
	default Nature nature() {
		return Nature.REAL;
	}

	/**
	 * An action that there is something to say about.
	 * @param nature what of it is real
	 * @param action the action
	 * @return the same action
	 */
	static Action of(Nature nature, Action action) {
		return new Action() {

			@Override
			public ActionReply carryOut(ActionRequest request) throws IOException, InterruptedException {
				return action.carryOut(request);
			}

			@Override
			public Nature nature() {
				return nature;
			}

		};
	}

}
