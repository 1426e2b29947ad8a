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
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.crypto.Cipher;

import io.agentbay.local.internal.adb.DeviceShell.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The protocol of {@code adb}, message by message.
 */
class AdbProtocolTests {

	private static final int PATIENCE_MILLIS = 30_000;

	private static final KeyPair OWNER = pair();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<Socket> sockets = new ArrayList<>();

	private AdbDaemon daemon;

	@BeforeEach
	void start() throws IOException {
		this.daemon = AdbDaemon.start("127.0.0.1", this.threads,
				(line) -> new Result(line.repeat(5).getBytes(StandardCharsets.UTF_8), new byte[] { 'e' }, 7));
		this.daemon.trust(AdbKey.parse(written((RSAPublicKey) OWNER.getPublic()) + " me@here\n"));
	}

	@AfterEach
	void stop() throws IOException {
		this.daemon.close();
		this.threads.shutdownNow();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	@Test
	void aPieceIsSentWhenThePeerIsReadyForIt() throws Exception {
		Socket peer = connected(1000);
		send(peer, AdbMessage.OPEN, 11, 0, "exec:" + "x".repeat(500) + "\0");
		AdbMessage agreed = read(peer);
		assertThat(agreed.command()).isEqualTo(AdbMessage.READY);
		assertThat(agreed.second()).isEqualTo(11);
		for (int length : new int[] { 1000, 1000, 500 }) {
			AdbMessage piece = read(peer);
			assertThat(piece.command()).isEqualTo(AdbMessage.WRITE);
			assertThat(piece.payload()).hasSize(length);
			assertSilent(peer);
			send(peer, AdbMessage.READY, 11, agreed.first(), "");
		}
		assertThat(read(peer)).extracting(AdbMessage::command, AdbMessage::second)
			.containsExactly(AdbMessage.CLOSE, 11);
	}

	@Test
	void outputErrorOutputAndExitCodeArePacketsInTheSecondVersion() throws Exception {
		Socket peer = connected(4096);
		send(peer, AdbMessage.OPEN, 1, 0, "shell,v2,TERM=xterm,raw:a\0");
		read(peer);
		assertThat(read(peer).payload()).containsExactly(1, 5, 0, 0, 0, 'a', 'a', 'a', 'a', 'a', 2, 1, 0, 0, 0, 'e', 3,
				1, 0, 0, 0, 7);
		send(peer, AdbMessage.OPEN, 2, 0, "shell:a\0");
		read(peer);
		assertThat(read(peer).text()).isEqualTo("aaaaae");
	}

	@Test
	void servicesThatAreNotOfferedAreRefused() throws Exception {
		Socket peer = connected(4096);
		for (String service : new String[] { "sync:\0", "tcp:80\0", "shellx:a\0", "" }) {
			send(peer, AdbMessage.OPEN, 5, 0, service);
			assertThat(read(peer)).extracting(AdbMessage::command, AdbMessage::first, AdbMessage::second)
				.containsExactly(AdbMessage.CLOSE, 0, 5);
		}
	}

	@Test
	void strangersAreNotHeard() throws Exception {
		Socket peer = socket();
		send(peer, AdbMessage.OPEN, 1, 0, "shell:a\0");
		send(peer, AdbMessage.CONNECT, 0x01000001, 4096, "host::\0");
		byte[] first = read(peer).payload();
		send(peer, new AdbMessage(AdbMessage.AUTHENTICATE, 2, 0, signature(pair(), first)));
		byte[] second = read(peer).payload();
		assertThat(second).isNotEqualTo(first);
		send(peer, new AdbMessage(AdbMessage.AUTHENTICATE, 2, 0, signature(OWNER, first)));
		assertThat(read(peer)).extracting(AdbMessage::command, AdbMessage::first)
			.containsExactly(AdbMessage.AUTHENTICATE, 1);
		send(peer, AdbMessage.AUTHENTICATE, 3, 0, "a public key\0");
		send(peer, AdbMessage.OPEN, 1, 0, "shell:a\0");
		assertSilent(peer);
	}

	@Test
	void whatIsNoMessageEndsTheConnection() throws Exception {
		for (byte[] header : List.of(header(AdbMessage.CONNECT, 0, 0),
				header(AdbMessage.CONNECT, -1, ~AdbMessage.CONNECT),
				header(AdbMessage.CONNECT, AdbMessage.MAX_PAYLOAD + 1, ~AdbMessage.CONNECT))) {
			Socket peer = socket();
			peer.getOutputStream().write(header);
			assertThat(peer.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	void thereAreNotMoreThanEightConnections() throws Exception {
		List<Socket> peers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			peers.add(connected(4096));
		}
		assertThat(socket().getInputStream().read()).isEqualTo(-1);
		send(peers.get(7), AdbMessage.OPEN, 5, 0, "shell:a\0");
		assertThat(read(peers.get(7)).command()).isEqualTo(AdbMessage.READY);
	}

	private Socket connected(int maxPayload) throws Exception {
		Socket peer = socket();
		send(peer, AdbMessage.CONNECT, 0x01000001, maxPayload, "host::features=shell_v2\0");
		AdbMessage token = read(peer);
		assertThat(token.command()).isEqualTo(AdbMessage.AUTHENTICATE);
		send(peer, new AdbMessage(AdbMessage.AUTHENTICATE, 2, 0, signature(OWNER, token.payload())));
		AdbMessage answer = read(peer);
		assertThat(answer.command()).isEqualTo(AdbMessage.CONNECT);
		assertThat(answer.text()).startsWith("device::");
		return peer;
	}

	private Socket socket() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.daemon.port());
		this.sockets.add(socket);
		socket.setSoTimeout(PATIENCE_MILLIS);
		return socket;
	}

	private static void send(Socket peer, int command, int first, int second, String payload) throws IOException {
		send(peer, new AdbMessage(command, first, second, payload.getBytes(StandardCharsets.UTF_8)));
	}

	private static void send(Socket peer, AdbMessage message) throws IOException {
		message.write(peer.getOutputStream());
	}

	private static AdbMessage read(Socket peer) throws IOException {
		return AdbMessage.read(new DataInputStream(peer.getInputStream()));
	}

	private static void assertSilent(Socket peer) throws IOException {
		peer.setSoTimeout(100);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> peer.getInputStream().read());
		peer.setSoTimeout(PATIENCE_MILLIS);
	}

	private static byte[] header(int command, int length, int check) {
		return ByteBuffer.allocate(24)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(command)
			.putInt(12, length)
			.putInt(20, check)
			.array();
	}

	private static KeyPair pair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] signature(KeyPair pair, byte[] token) throws GeneralSecurityException {
		byte[] prefix = { 0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14 };
		Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
		cipher.init(Cipher.ENCRYPT_MODE, pair.getPrivate());
		cipher.update(prefix);
		return cipher.doFinal(token);
	}

	/** As adb writes it; the helpers for its arithmetic are left out. */
	private static String written(RSAPublicKey key) {
		ByteBuffer bytes = ByteBuffer.allocate(524).order(ByteOrder.LITTLE_ENDIAN).putInt(64).putInt(0);
		byte[] modulus = key.getModulus().toByteArray();
		for (int i = 0; i < 256; i++) {
			bytes.put(modulus[modulus.length - 1 - i]);
		}
		bytes.putInt(520, key.getPublicExponent().intValue());
		return Base64.getEncoder().encodeToString(bytes.array());
	}

}
