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

package io.agentbay.local.internal.adb;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message of the protocol: a header of six numbers, and a payload.
 *
 * @param command what it is about
 * @param first the first argument
 * @param second the second argument
 * @param payload the payload, possibly empty
 */
record AdbMessage(int command, int first, int second, byte[] payload) {

	/** Opens a connection. Arguments: version, largest payload. */
	static final int CONNECT = command("CNXN");

	/** Proves who it is. Arguments: a kind, 0. */
	static final int AUTHENTICATE = command("AUTH");

	/** Opens a stream. Arguments: the sender's number of it, 0. */
	static final int OPEN = command("OPEN");

	/** Agrees to a stream, or is ready for more. Arguments: numbers of both sides. */
	static final int READY = command("OKAY");

	/** Carries data. Arguments: numbers of both sides. */
	static final int WRITE = command("WRTE");

	/** Closes a stream, or refuses it. Arguments: numbers of both sides. */
	static final int CLOSE = command("CLSE");

	/** The largest payload that is accepted here. */
	static final int MAX_PAYLOAD = 256 * 1024;

	private static final int HEADER = 24;

	AdbMessage(int command, int first, int second) {
		this(command, first, second, new byte[0]);
	}

	/**
	 * Read a message.
	 * @throws IOException if the connection ends, or this is no message
	 */
	static AdbMessage read(DataInputStream input) throws IOException {
		byte[] bytes = new byte[HEADER];
		input.readFully(bytes);
		ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int command = header.getInt();
		int first = header.getInt();
		int second = header.getInt();
		int length = header.getInt();
		// The checksum that follows is not used any more by newer versions.
		header.getInt();
		if (header.getInt() != ~command || length < 0 || length > MAX_PAYLOAD) {
			throw new IOException("Not a message of adb, or one that is too large");
		}
		byte[] payload = new byte[length];
		input.readFully(payload);
		return new AdbMessage(command, first, second, payload);
	}

	void write(OutputStream output) throws IOException {
		int sum = 0;
		for (byte value : this.payload) {
			sum += value & 0xff;
		}
		ByteBuffer bytes = ByteBuffer.allocate(HEADER + this.payload.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putInt(this.command).putInt(this.first).putInt(this.second);
		bytes.putInt(this.payload.length).putInt(sum).putInt(~this.command).put(this.payload);
		output.write(bytes.array());
		output.flush();
	}

	/**
	 * The payload as a text, without the zero at its end.
	 */
	String text() {
		int length = this.payload.length;
		return new String(this.payload, 0, (length > 0 && this.payload[length - 1] == 0) ? length - 1 : length,
				StandardCharsets.UTF_8);
	}

	private static int command(String name) {
		return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN).getInt();
	}

}
