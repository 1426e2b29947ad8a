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

package io.agentbay.local.internal.phone;

/**
 * A text that is edited.
 */
final class TextField {

	private static final int MAX_LENGTH = 10_000;

	private final StringBuilder text = new StringBuilder();

	private final Runnable done;

	/**
	 * Begin empty.
	 * @param done what the enter key does
	 */
	TextField(Runnable done) {
		this.done = done;
	}

	String text() {
		return this.text.toString();
	}

	/**
	 * Write at its end.
	 * @return whether there was room
	 */
	boolean append(String more) {
		if (this.text.length() + more.length() > MAX_LENGTH) {
			return false;
		}
		this.text.append(more);
		return true;
	}

	void deleteLast() {
		if (!this.text.isEmpty()) {
			this.text.setLength(this.text.offsetByCodePoints(this.text.length(), -1));
		}
	}

	void clear() {
		this.text.setLength(0);
	}

	void done() {
		this.done.run();
	}

}
