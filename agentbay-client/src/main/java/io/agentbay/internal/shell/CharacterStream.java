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

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Makes text of bytes that arrive in pieces, which may end inside a character.
 */
final class CharacterStream {

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
		.onMalformedInput(CodingErrorAction.REPLACE)
		.onUnmappableCharacter(CodingErrorAction.REPLACE);

	private ByteBuffer rest = ByteBuffer.allocate(0);

	private long position;

	CharacterStream(long position) {
		this.position = position;
	}

	/** How many bytes the text that was returned has come from. */
	long position() {
		return this.position;
	}

	/** The whole characters, as far as they are known. */
	String next(byte[] bytes) {
		return decode(bytes, false);
	}

	/** What is left when nothing more comes. */
	String end() {
		return decode(new byte[0], true);
	}

	private String decode(byte[] bytes, boolean last) {
		ByteBuffer in = this.rest.hasRemaining()
				? ByteBuffer.allocate(this.rest.remaining() + bytes.length).put(this.rest).put(bytes).flip()
				: ByteBuffer.wrap(bytes);
		int before = in.remaining();
		CharBuffer out = CharBuffer.allocate(before + 1);
		this.decoder.decode(in, out, last);
		this.position += before - in.remaining();
		this.rest = in;
		return out.flip().toString();
	}

}
