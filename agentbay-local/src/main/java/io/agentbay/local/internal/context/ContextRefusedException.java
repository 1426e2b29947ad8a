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

package io.agentbay.local.internal.context;

/**
 * Something that cannot be done with a context. Code and message are meant for the
 * caller.
 */
public final class ContextRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * Refuse something.
	 * @param code the code by which programs tell the reason
	 * @param message the reason
	 */
	public ContextRefusedException(String code, String message) {
		super(message);
		this.code = code;
	}

	static ContextRefusedException notFound(String context) {
		return new ContextRefusedException("Context.NotFound", "Context " + context + " is not found");
	}

	/**
	 * The code by which programs tell the reason.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

}
