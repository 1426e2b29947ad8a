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

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The shell of a real device, by way of the server that {@code adb} runs on this machine
 * and that knows its devices. Devices need Android 7 or newer.
 *
 * @param serial the device, as {@code adb devices} names it
 * @param port the port of the server
 */
public record AdbServer(String serial, int port) implements DeviceShell {

	/** The usual port of the server. */
	public static final int DEFAULT_PORT = 5037;

	private static final int CONNECT_MILLIS = 5_000;

	private static final int SILENCE_MILLIS = 60_000;

	private static final int MAX_OUTPUT = 64 * 1024 * 1024;

	/** Its length is told in four hexadecimal digits. */
	private static final int MAX_QUESTION = 0xffff;

	private static final int STDOUT = 1;

	private static final int STDERR = 2;

	private static final int EXIT = 3;

	@Override
	public Result run(String line) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), CONNECT_MILLIS);
			socket.setSoTimeout(SILENCE_MILLIS);
			DataInputStream input = new DataInputStream(socket.getInputStream());
			ask(socket, input, "host:transport:" + this.serial);
			ask(socket, input, "shell,v2,raw:" + line);
			return read(input);
		}
		catch (ConnectException ex) {
			throw new IOException(
					"No server of adb answers on port %s: begin with 'adb start-server' (Debian package: adb)"
						.formatted(this.port),
					ex);
		}
	}

	private void ask(Socket socket, DataInputStream input, String question) throws IOException {
		byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
		if (bytes.length > MAX_QUESTION) {
			throw new IOException("A command for the device must not be longer than %s bytes".formatted(MAX_QUESTION));
		}
		socket.getOutputStream()
			.write(String.format(Locale.ROOT, "%04x", bytes.length).getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().write(bytes);
		String answer = text(input, 4);
		if (!answer.equals("OKAY")) {
			String reason = answer.equals("FAIL") ? text(input, HexFormat.fromHexDigits(text(input, 4))) : answer;
			throw new IOException("The device %s cannot be used: %s".formatted(this.serial, reason));
		}
	}

	private static Result read(DataInputStream input) throws IOException {
		ByteArrayOutputStream stdout = new ByteArrayOutputStream();
		ByteArrayOutputStream stderr = new ByteArrayOutputStream();
		for (;;) {
			int kind;
			try {
				kind = input.readUnsignedByte();
			}
			catch (EOFException ex) {
				throw new IOException("The device has gone while a command was running", ex);
			}
			int length = Integer.reverseBytes(input.readInt());
			if (length < 0 || length > MAX_OUTPUT - stdout.size() - stderr.size()) {
				throw new IOException("The device says too much");
			}
			byte[] payload = input.readNBytes(length);
			switch (kind) {
				case STDOUT -> stdout.write(payload);
				case STDERR -> stderr.write(payload);
				case EXIT -> {
					return new Result(stdout.toByteArray(), stderr.toByteArray(),
							(length > 0) ? Byte.toUnsignedInt(payload[0]) : -1);
				}
				default -> {
					// of no interest to us
				}
			}
		}
	}

	private static String text(DataInputStream input, int length) throws IOException {
		return new String(input.readNBytes(length), StandardCharsets.UTF_8);
	}

}
