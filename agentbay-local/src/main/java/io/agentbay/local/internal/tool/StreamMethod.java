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

package io.agentbay.local.internal.tool;

import java.io.IOException;

import io.agentbay.local.internal.sandbox.Sandbox;
import tools.jackson.databind.JsonNode;

/**
 * A method that a tool server offers over the WebSocket.
 *
 * @param server the server
 * @param name the name of the method
 * @param answered whether callers expect an end; else nothing is sent when it is over
 * @param work what it does
 */
public record StreamMethod(String server, String name, boolean answered, Work work) {

	public static StreamMethod answered(String server, String name, Work work) {
		return new StreamMethod(server, name, true, work);
	}

	/**
	 * What a method does. It ends the stream itself, unless nobody expects that; a
	 * {@link ToolException} or {@link IOException} is told to the caller.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Do it.
		 * @param sandbox the session's sandbox
		 * @param parameters the parameters of the call
		 * @param stream leads back to the caller
		 * @throws IOException if it fails
		 * @throws InterruptedException if the caller has gone
		 */
		void carryOut(Sandbox sandbox, JsonNode parameters, ToolStream stream) throws IOException, InterruptedException;

	}

}
