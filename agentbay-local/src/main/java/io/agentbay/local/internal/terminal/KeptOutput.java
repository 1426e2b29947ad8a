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

package io.agentbay.local.internal.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The end of what was written on a terminal, for those who come back to it.
 */
final class KeptOutput {

	/** How much is kept at least, once there is that much. */
	static final int CAPACITY = 1024 * 1024;

	private final Deque<byte[]> pieces = new ArrayDeque<>();

	private long begin;

	private long end;

	/**
	 * Keep what was written.
	 * @return how much was written before it
	 */
	long add(byte[] piece) {
		long at = this.end;
		this.pieces.add(piece);
		this.end += piece.length;
		while (this.end - this.begin - this.pieces.element().length >= CAPACITY) {
			this.begin += this.pieces.remove().length;
		}
		return at;
	}

	/**
	 * Where the output that is kept begins.
	 */
	long begin() {
		return this.begin;
	}

	/**
	 * How much was written.
	 */
	long end() {
		return this.end;
	}

	/**
	 * What is kept from a place on.
	 * @param from how much was written before it
	 */
	List<byte[]> since(long from) {
		List<byte[]> wanted = new ArrayList<>();
		long at = this.begin;
		for (byte[] piece : this.pieces) {
			if (at + piece.length > from) {
				wanted.add((at >= from) ? piece : Arrays.copyOfRange(piece, (int) (from - at), piece.length));
			}
			at += piece.length;
		}
		return wanted;
	}

}
