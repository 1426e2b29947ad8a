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

package io.agentbay.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.agentbay.internal.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A WebSocket server that sends exactly the frames, or the bytes, that a test tells it
 * to.
 */
public final class ScriptedSocket implements AutoCloseable {

	private static final long PATIENCE = 20;

	private final Listener listener = new Listener("scripted-socket");

	private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();

	private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

	private final Conversation conversation;

	public ScriptedSocket() {
		this(new Conversation() {
		});
	}

	/** A server that answers by itself. */
	public ScriptedSocket(Conversation conversation) {
		this.conversation = conversation;
		this.listener.start(this::serve);
	}

	public String url() {
		return "ws://" + this.listener.address() + "/ws";
	}

	/** Answer the next handshake with a status of HTTP. */
	public ScriptedSocket refuses(int status) {
		this.refusals.add(status);
		return this;
	}

	/** The next client that has connected. */
	public Peer peer() throws InterruptedException {
		Peer peer = this.peers.poll(PATIENCE, TimeUnit.SECONDS);
		if (peer == null) {
			throw new AssertionError("Nobody has connected");
		}
		return peer;
	}

	public int connections() {
		return this.listener.connections().size();
	}

	private void serve(Socket connection) {
		try {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			ScriptedServer.RecordedRequest request = ScriptedServer.RecordedRequest.read(in);
			Integer refusal = this.refusals.poll();
			if (refusal != null) {
				connection.getOutputStream()
					.write(("HTTP/1.1 " + refusal + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
						.getBytes(StandardCharsets.US_ASCII));
				connection.close();
				return;
			}
			this.conversation.begins(request);
			String key = request.headers().get("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
			String accept = Base64.getEncoder()
				.encodeToString(MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.US_ASCII)));
			connection.getOutputStream()
				.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
						+ "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			Peer peer = new Peer(connection, request, this.conversation);
			this.peers.add(peer);
			peer.read(in);
		}
		catch (IOException ex) {
			// the client or the test hung up
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.listener.close();
	}

	/**
	 * What a server says by itself.
	 */
	public interface Conversation {

		/** A client asks for a WebSocket. */
		default void begins(ScriptedServer.RecordedRequest handshake) {
		}

		/** A client has sent a text. */
		default void said(Peer peer, String text) throws IOException {
		}

	}

	/**
	 * One client.
	 */
	public static final class Peer {

		private static final int TEXT = 1;

		private static final int CLOSE = 8;

		private static final int PING = 9;

		private final Socket connection;

		private final ScriptedServer.RecordedRequest handshake;

		private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

		private final BlockingQueue<Integer> controls = new LinkedBlockingQueue<>();

		private final Conversation conversation;

		private volatile boolean gone;

		Peer(Socket connection, ScriptedServer.RecordedRequest handshake, Conversation conversation) {
			this.connection = connection;
			this.handshake = handshake;
			this.conversation = conversation;
		}

		public ScriptedServer.RecordedRequest handshake() {
			return this.handshake;
		}

		/** The next text that the client has sent. */
		public JsonNode next() throws InterruptedException {
			String text = this.texts.poll(PATIENCE, TimeUnit.SECONDS);
			if (text == null) {
				throw new AssertionError("The client has sent nothing");
			}
			return Json.MAPPER.readTree(text);
		}

		public boolean hasSentMore() {
			return !this.texts.isEmpty();
		}

		public long pings() {
			return this.controls.stream().filter((opcode) -> opcode == PING).count();
		}

		/** Whether the client has closed the connection. */
		public boolean isGone() {
			return this.gone;
		}

		/** Send the data of an answer, written with single quotes. */
		public Peer answers(String id, String data) throws IOException {
			return sends(("{'invocationId':'%s','source':'server','target':'SDK','data':%s}".formatted(id, data))
				.replace('\'', '"'));
		}

		public Peer sends(String text) throws IOException {
			return sends(TEXT, text.getBytes(StandardCharsets.UTF_8));
		}

		public Peer sends(byte[] text) throws IOException {
			return sends(TEXT, text);
		}

		public Peer closes(int code, String reason) throws IOException {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			body.write(code >> 8);
			body.write(code);
			body.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
			return sends(CLOSE, body.toByteArray());
		}

		public void hangsUp() throws IOException {
			this.connection.close();
		}

		private synchronized Peer sends(int opcode, byte[] payload) throws IOException {
			ByteArrayOutputStream frame = new ByteArrayOutputStream();
			frame.write(0x80 | opcode);
			if (payload.length < 126) {
				frame.write(payload.length);
			}
			else if (payload.length < 65536) {
				frame.write(126);
				frame.write(payload.length >> 8);
				frame.write(payload.length);
			}
			else {
				frame.write(127);
				for (int shift = 56; shift >= 0; shift -= 8) {
					frame.write((int) ((long) payload.length >> shift));
				}
			}
			frame.writeBytes(payload);
			OutputStream out = this.connection.getOutputStream();
			out.write(frame.toByteArray());
			out.flush();
			return this;
		}

		private void read(InputStream in) throws IOException {
			try {
				for (int first = in.read(); first >= 0; first = in.read()) {
					int length = in.read() & 0x7F;
					if (length == 126) {
						length = in.read() << 8 | in.read();
					}
					byte[] mask = in.readNBytes(4);
					byte[] payload = in.readNBytes(length);
					for (int i = 0; i < payload.length; i++) {
						payload[i] ^= mask[i % 4];
					}
					if ((first & 0x0F) == TEXT) {
						String text = new String(payload, StandardCharsets.UTF_8);
						this.texts.add(text);
						this.conversation.said(this, text);
					}
					else {
						this.controls.add(first & 0x0F);
					}
				}
			}
			finally {
				this.gone = true;
			}
		}

	}

}
