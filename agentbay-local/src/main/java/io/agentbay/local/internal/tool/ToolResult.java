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

import java.net.URI;

/**
 * What a tool says when it is done.
 *
 * @param text the text, never empty unless it is the content of a file
 * @param error whether it failed
 * @param address whether the text is the path of an address of the runtime
 */
public record ToolResult(String text, boolean error, boolean address) {

	public ToolResult(String text, boolean error) {
		this(text, error, false);
	}

	/**
	 * A success.
	 * @param text what the tool says
	 * @return the result
	 */
	public static ToolResult of(String text) {
		return new ToolResult(text, false);
	}

	/**
	 * A success whose text is an address of the runtime.
	 * @param path the path of the address; the rest is as the caller knows the runtime
	 * @return the result
	 */
	public static ToolResult address(String path) {
		return new ToolResult(path, false, true);
	}

	/**
	 * What the tool says to a caller.
	 * @param endpoint the address by which the caller has found the runtime
	 * @return the text
	 */
	public String text(URI endpoint) {
		return this.address ? endpoint + this.text : this.text;
	}

	/**
	 * A failure.
	 * @param text what went wrong
	 * @return the result
	 */
	public static ToolResult failure(String text) {
		return new ToolResult(text, true);
	}

}
