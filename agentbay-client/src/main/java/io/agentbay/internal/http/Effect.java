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

package io.agentbay.internal.http;

/**
 * What carrying out a call twice would do. Decides whether a call may be repeated.
 */
public enum Effect {

	/**
	 * The call only reads: it may be repeated.
	 */
	READ,

	/**
	 * Carrying it out twice ends where carrying it out once does: it may be repeated.
	 */
	IDEMPOTENT,

	/**
	 * Carrying it out twice does something twice: it is repeated only when certainly no
	 * byte of the request was sent.
	 */
	EFFECT;

	boolean isRepeatable() {
		return this != EFFECT;
	}

}
