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

package io.agentbay.local.internal.code;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.agentbay.local.internal.process.Output;

/**
 * Takes apart what an interpreter writes to one of its outputs: the output of the code,
 * and between it what the interpreter itself has to say. That comes in frames: a control
 * character and a secret mark, {@code +} when more follows or {@code .} for the last
 * piece, the piece, and a line end. A frame is written at once and small enough for the
 * system to keep it in one piece, whatever else writes to the same pipe.
 */
final class Frames implements Output {

	private static final int MAX_FRAME = 8192;

	private final byte[] mark;

	private final Captured text;

	private final int limit;

	private final Consumer<String> messages;

	private final StringBuilder message = new StringBuilder();

	private byte[] undecided = {};

	private boolean tooLong;

	/**
	 * Create the reader of one output.
	 * @param mark the mark
	 * @param text takes the output of the code
	 * @param limit the size of the longest message
	 * @param messages takes the messages; an empty one stands for one that was too long
	 */
	Frames(String mark, Captured text, int limit, Consumer<String> messages) {
		this.mark = ("\u001e" + mark).getBytes(StandardCharsets.US_ASCII);
		this.text = text;
		this.limit = limit;
		this.messages = messages;
	}

	@Override
	public void accept(byte[] chunk, int count) {
		byte[] window = new byte[this.undecided.length + count];
		System.arraycopy(this.undecided, 0, window, 0, this.undecided.length);
		System.arraycopy(chunk, 0, window, this.undecided.length, count);
		int from = 0;
		int at = find(window, 0);
		while (at < window.length) {
			int end = endOfFrame(window, at);
			if (end < 0) {
				break;
			}
			this.text.add(window, from, at);
			if (end > 0) {
				piece(window, at + this.mark.length, end);
				from = end + 1;
			}
			else {
				from = at;
			}
			at = find(window, Math.max(from, at + 1));
		}
		this.text.add(window, from, at);
		this.undecided = new byte[window.length - at];
		System.arraycopy(window, at, this.undecided, 0, this.undecided.length);
	}

	/**
	 * Where a frame ends, {@code -1} when that has not been read yet, 0 when it is none.
	 */
	private int endOfFrame(byte[] window, int at) {
		int last = Math.min(window.length, at + MAX_FRAME);
		for (int i = at + this.mark.length; i < last; i++) {
			if (window[i] == '\n') {
				return i;
			}
		}
		return (last == window.length) ? -1 : 0;
	}

	private void piece(byte[] window, int from, int end) {
		boolean more = window[from] == '+';
		if (!this.tooLong && this.message.length() + end - from > this.limit) {
			this.tooLong = true;
			this.message.setLength(0);
		}
		if (!this.tooLong && end > from) {
			this.message.append(new String(window, from + 1, end - from - 1, StandardCharsets.US_ASCII));
		}
		if (!more) {
			String complete = this.message.toString();
			this.message.setLength(0);
			this.tooLong = false;
			this.messages.accept(complete);
		}
	}

	/**
	 * Where the mark begins, as far as it has been read; the length of the window when
	 * there is nothing of it.
	 */
	private int find(byte[] window, int from) {
		for (int i = from; i < window.length; i++) {
			int matched = 0;
			while (matched < this.mark.length && i + matched < window.length
					&& window[i + matched] == this.mark[matched]) {
				matched++;
			}
			if (matched == this.mark.length || matched > 0 && i + matched == window.length) {
				return i;
			}
		}
		return window.length;
	}

}
