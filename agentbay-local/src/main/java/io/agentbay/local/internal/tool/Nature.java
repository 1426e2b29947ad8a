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

/**
 * What of an action or a tool of this runtime is real. The table in the README is made
 * from it.
 *
 * @param simulated whether the work is done on a model
 * @param remark what users have to know besides, in Markdown; may be empty
 */
public record Nature(boolean simulated, String remark) {

	/**
	 * It does what it does in the service, and there is no more to say.
	 */
	public static final Nature REAL = real("");

	/**
	 * It does what it does in the service.
	 * @param remark what users have to know besides
	 * @return the nature
	 */
	public static Nature real(String remark) {
		return new Nature(false, remark);
	}

	/**
	 * It behaves consistently, but what it works on is a model.
	 * @param remark what stands for what
	 * @return the nature
	 */
	public static Nature simulated(String remark) {
		return new Nature(true, remark);
	}

}
