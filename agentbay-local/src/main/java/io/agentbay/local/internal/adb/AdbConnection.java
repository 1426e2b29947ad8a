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
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The connection of one {@code adb}. It is served by one thread, so its commands run one
 * after the other.
 */
final class AdbConnection {

	private static final int VERSION = 0x01000001;

	private static final int TOKEN = 1;

	private static final int SIGNATURE = 2;

	private static final int TOKEN_BYTES = 20;

	private static final int MAX_STREAMS = 64;

	/** How long somebody may be connected who has not proven who it is. */
	private static final int STRANGER_MILLIS = 60_000;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Socket socket;

	private final Collection<AdbKey> keys;

	private final DeviceShell shell;

	private final OutputStream output;

	private final Map<Integer, Outgoing> streams = new HashMap<>();

	private byte[] token = new byte[0];

	private boolean trusted;

	private int maxPayload = AdbMessage.MAX_PAYLOAD;

	private int lastStream;

	/**
	 * Prepare to serve a connection.
	 * @param keys who may connect; may grow meanwhile
	 * @param shell the shell of the device
	 */
	AdbConnection(Socket socket, Collection<AdbKey> keys, DeviceShell shell) throws IOException {
		this.socket = socket;
		this.keys = keys;
		this.shell = shell;
		this.output = socket.getOutputStream();
	}

	/**
	 * Serve it until it ends.
	 * @throws IOException when it does
	 * @throws InterruptedException if a command is interrupted
	 */
	void serve() throws IOException, InterruptedException {
		this.socket.setSoTimeout(STRANGER_MILLIS);
		DataInputStream input = new DataInputStream(this.socket.getInputStream());
		for (;;) {
			AdbMessage message = AdbMessage.read(input);
			if (message.command() == AdbMessage.CONNECT) {
				this.maxPayload = Math.min(AdbMessage.MAX_PAYLOAD, message.second());
				if (this.maxPayload < 1) {
					throw new IOException("A peer that takes no payload");
				}
				this.trusted = false;
				challenge();
			}
			else if (message.command() == AdbMessage.AUTHENTICATE && message.first() == SIGNATURE) {
				check(message.payload());
			}
			else if (this.trusted) {
				handle(message);
			}
			// Else a stranger, who may show a key but is not let in with it.
		}
	}

	private void challenge() throws IOException {
		this.token = new byte[TOKEN_BYTES];
		RANDOM.nextBytes(this.token);
		send(AdbMessage.AUTHENTICATE, TOKEN, 0, ByteBuffer.wrap(this.token));
	}

	private void check(byte[] signature) throws IOException {
		byte[] asked = this.token;
		// Each token is good for one answer.
		this.token = new byte[0];
		if (asked.length == 0 || this.keys.stream().noneMatch((key) -> key.hasSigned(asked, signature))) {
			challenge();
			return;
		}
		this.trusted = true;
		this.socket.setSoTimeout(0);
		String banner = "device::ro.product.name=agentbay;ro.product.model=phone;ro.product.device=agentbay;"
				+ "features=shell_v2";
		send(AdbMessage.CONNECT, VERSION, AdbMessage.MAX_PAYLOAD,
				ByteBuffer.wrap(banner.getBytes(StandardCharsets.US_ASCII)));
	}

	private void handle(AdbMessage message) throws IOException, InterruptedException {
		if (message.command() == AdbMessage.OPEN) {
			open(message);
			return;
		}
		Outgoing stream = this.streams.get(message.second());
		if (stream == null) {
			return;
		}
		if (message.command() == AdbMessage.READY) {
			goOn(message.second(), stream);
		}
		else if (message.command() == AdbMessage.WRITE) {
			// Input of a command: none of them reads any.
			send(AdbMessage.READY, message.second(), stream.peer(), ByteBuffer.allocate(0));
		}
		else if (message.command() == AdbMessage.CLOSE) {
			this.streams.remove(message.second());
		}
	}

	private void open(AdbMessage message) throws IOException, InterruptedException {
		Optional<AdbService> service = AdbService.of(message.text());
		if (service.isEmpty() || this.streams.size() >= MAX_STREAMS) {
			send(AdbMessage.CLOSE, 0, message.first(), ByteBuffer.allocate(0));
			return;
		}
		int number = ++this.lastStream;
		send(AdbMessage.READY, number, message.first(), ByteBuffer.allocate(0));
		Outgoing stream = new Outgoing(message.first(), service.get().run(this.shell));
		this.streams.put(number, stream);
		goOn(number, stream);
	}

	/**
	 * Send the next piece, for which the peer is ready, or the end.
	 */
	private void goOn(int number, Outgoing stream) throws IOException {
		int length = Math.min(this.maxPayload, stream.rest().remaining());
		if (length == 0) {
			this.streams.remove(number);
			send(AdbMessage.CLOSE, number, stream.peer(), stream.rest());
			return;
		}
		ByteBuffer piece = stream.rest().slice(stream.rest().position(), length);
		stream.rest().position(stream.rest().position() + length);
		send(AdbMessage.WRITE, number, stream.peer(), piece);
	}

	private void send(int command, int first, int second, ByteBuffer payload) throws IOException {
		byte[] bytes = new byte[payload.remaining()];
		payload.get(bytes);
		new AdbMessage(command, first, second, bytes).write(this.output);
	}

	/**
	 * A stream on its way out.
	 *
	 * @param peer the peer's number of it
	 * @param rest what is still to be sent
	 */
	private record Outgoing(int peer, ByteBuffer rest) {
	}

}
