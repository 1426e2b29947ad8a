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

package io.agentbay.boot.template;

import io.agentbay.session.Session;

/**
 * What is done in a session when nothing comes of it.
 *
 * @param <E> what it may throw
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionAction<E extends Exception> {

	/**
	 * Do it.
	 * @param session the session, not to be used afterwards
	 * @throws E if it fails
	 */
	void doInSession(Session session) throws E;

}
