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

/**
 * A call that is refused.
 */
public final class ActionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String code;

	/**
	 * Refuse a call.
	 * @param status the HTTP status
	 * @param code the code in the answer
	 * @param message the message in the answer
	 */
	public ActionException(int status, String code, String message) {
		super(message);
		this.status = status;
		this.code = code;
	}

	static ActionException invalid(String parameter, String problem) {
		return new ActionException(400, "InvalidParameter", "Parameter " + parameter + " " + problem);
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The code in the answer.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

}
