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

package io.agentbay.internal.shell;

/**
 * The end of a long text.
 */
final class LastCharacters {

	static final int MOST = 16 * 1024;

	private final StringBuilder text = new StringBuilder();

	private boolean cut;

	void add(String more) {
		if (more.length() > MOST) {
			this.text.setLength(0);
			this.cut = true;
		}
		this.text.append(more, Math.max(0, more.length() - MOST), more.length());
		if (this.text.length() > MOST) {
			this.text.delete(0, this.text.length() - MOST);
			this.cut = true;
		}
		if (!this.text.isEmpty() && Character.isLowSurrogate(this.text.charAt(0))) {
			this.text.deleteCharAt(0);
		}
	}

	boolean isCut() {
		return this.cut;
	}

	String text() {
		return this.text.toString();
	}

}
