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

package io.agentbay.boot.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.terminal.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Types into a terminal what arrives in parts. A text that changes the size is put
 * together first; everything else is typed at once. Used by one thread at a time.
 */
final class Keyboard {

	private static final Logger logger = LoggerFactory.getLogger(Keyboard.class);

	/** How a text begins that is never typed. */
	private static final String RESIZE = "\0resize";

	private static final Pattern SIZE = Pattern.compile(RESIZE + " (\\d{1,3})[ x](\\d{1,3})");

	private static final int LONGEST_RESIZE = (RESIZE + " 999 999").length();

	private final Terminal terminal;

	private final StringBuilder beginning = new StringBuilder();

	private boolean typing;

	Keyboard(Terminal terminal) {
		this.terminal = terminal;
	}

	Terminal terminal() {
		return this.terminal;
	}

	void type(byte[] part) {
		if (part.length > 0) {
			this.terminal.write(part);
		}
	}

	/**
	 * Type a part of a text message.
	 * @param part the part
	 * @param last whether the message ends with it
	 */
	void type(String part, boolean last) {
		String text = this.typing ? part : begun(part);
		boolean resizing = !this.typing && text.startsWith(RESIZE);
		boolean undecided = !this.typing && !last && RESIZE.startsWith(text);
		boolean typed = !resizing && !undecided;
		this.typing = typed && !last;
		if (typed || last) {
			this.beginning.setLength(0);
		}
		if (resizing && last) {
			resize(text);
		}
		else if (typed && !text.isEmpty()) {
			this.terminal.write(text);
		}
	}

	/** Of a text that is too long for a size no more is kept than shows that. */
	private String begun(String part) {
		if (this.beginning.length() <= LONGEST_RESIZE) {
			this.beginning.append(part);
		}
		return this.beginning.toString();
	}

	private void resize(String text) {
		Matcher size = SIZE.matcher(text);
		try {
			if (size.matches()) {
				this.terminal.resize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
			}
		}
		catch (IllegalArgumentException ex) {
			logger.debug("A terminal was not resized", ex);
		}
	}

}
