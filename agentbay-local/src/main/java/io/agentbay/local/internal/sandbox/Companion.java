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

package io.agentbay.local.internal.sandbox;

/**
 * Something that belongs to a sandbox for as long as it lives, and wants to know when
 * that is over.
 */
public interface Companion {

	/**
	 * The processes of the sandbox are about to be ended. Not called when they stand
	 * still.
	 * @throws Exception if something went wrong, which holds up nothing
	 */
	default void beforeEnd() throws Exception {
	}

	/**
	 * The processes of the sandbox are gone.
	 * @throws Exception if something went wrong, which holds up nothing
	 */
	default void afterEnd() throws Exception {
	}

}
