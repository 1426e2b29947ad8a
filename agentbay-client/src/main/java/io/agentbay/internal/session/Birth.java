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

package io.agentbay.internal.session;

import io.agentbay.session.ReactiveSession;
import org.jspecify.annotations.Nullable;

/**
 * How far the creation of a session is, and whether somebody still waits for it. Its
 * answer and the end of the waiting may come at the same time: one of them learns of the
 * other.
 */
final class Birth {

	private @Nullable ReactiveSession session;

	private boolean abandoned;

	private boolean over;

	/**
	 * The session is there.
	 * @return whether somebody waits for it
	 */
	synchronized boolean isAwaited(ReactiveSession session) {
		this.session = session;
		return !this.abandoned;
	}

	/** Who waited has been told. */
	synchronized void end() {
		this.over = true;
	}

	/**
	 * Nobody waits any longer.
	 * @return whether nobody has been told
	 */
	synchronized boolean abandon() {
		this.abandoned = true;
		return !this.over;
	}

	synchronized @Nullable ReactiveSession session() {
		return this.session;
	}

}
