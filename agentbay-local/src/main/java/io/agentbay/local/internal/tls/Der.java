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

package io.agentbay.local.internal.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes the encoding that certificates are written in, as far as ours need it.
 */
final class Der {

	private static final int INTEGER = 0x02;

	private static final int BIT_STRING = 0x03;

	private static final int OCTET_STRING = 0x04;

	private static final int OBJECT_ID = 0x06;

	private static final int UTF8_STRING = 0x0c;

	private static final int GENERALIZED_TIME = 0x18;

	private static final int SEQUENCE = 0x30;

	private static final int SET = 0x31;

	private static final int CONSTRUCTED_CONTEXT = 0xa0;

	private static final int CONTEXT = 0x80;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final byte[] TRUE = { 0x01, 0x01, (byte) 0xff };

	private Der() {
	}

	static byte[] sequence(byte[]... parts) {
		return tagged(SEQUENCE, joined(parts));
	}

	static byte[] set(byte[]... parts) {
		return tagged(SET, joined(parts));
	}

	static byte[] integer(BigInteger value) {
		return tagged(INTEGER, value.toByteArray());
	}

	static byte[] text(String value) {
		return tagged(UTF8_STRING, value.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] octets(byte[] value) {
		return tagged(OCTET_STRING, value);
	}

	/** Bits whose number is a multiple of eight, less the unused ones at the end. */
	static byte[] bits(int unused, byte... value) {
		return tagged(BIT_STRING, joined(new byte[] { (byte) unused }, value));
	}

	static byte[] time(Instant value) {
		return tagged(GENERALIZED_TIME, TIME.format(value).getBytes(StandardCharsets.US_ASCII));
	}

	static byte[] yes() {
		return TRUE.clone();
	}

	/** A field that has a number because it may be absent. */
	static byte[] field(int number, byte[] content) {
		return tagged(CONSTRUCTED_CONTEXT | number, content);
	}

	/** One of several kinds of a value, told apart by number. */
	static byte[] choice(int number, byte[] content) {
		return tagged(CONTEXT | number, content);
	}

	static byte[] objectId(int... arcs) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.write(arcs[0] * 40 + arcs[1]);
		for (int i = 2; i < arcs.length; i++) {
			for (int shift = 28; shift > 0; shift -= 7) {
				if (arcs[i] >>> shift != 0) {
					content.write(0x80 | ((arcs[i] >>> shift) & 0x7f));
				}
			}
			content.write(arcs[i] & 0x7f);
		}
		return tagged(OBJECT_ID, content.toByteArray());
	}

	private static byte[] tagged(int tag, byte[] content) {
		ByteArrayOutputStream value = new ByteArrayOutputStream();
		value.write(tag);
		byte[] length = BigInteger.valueOf(content.length).toByteArray();
		if (content.length >= 0x80) {
			int zeros = (length[0] == 0) ? 1 : 0;
			value.write(0x80 | (length.length - zeros));
			value.write(length, zeros, length.length - zeros);
		}
		else {
			value.write(content.length);
		}
		value.writeBytes(content);
		return value.toByteArray();
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

}
