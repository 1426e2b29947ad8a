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
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A peer that answers exactly the bytes a test tells it to, or none, and remembers each
 * request byte for byte.
 */
public final class ScriptedServer implements AutoCloseable {

	/** The key that tests use, easy to find where it must not be. */
	public static final String KEY = "akm-very-secret-key";

	private final Listener listener = new Listener("scripted-server");

	private @Nullable ClosedPort port;

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

	private final AtomicLong endlessBytes = new AtomicLong();

	private volatile Function<RecordedRequest, String> standard = (request) -> "";

	public ScriptedServer() {
		this.listener.start(this::serve);
	}

	public String endpoint() {
		return "http://" + this.listener.address();
	}

	/** A client of this server that looks up nothing in the machine's environment. */
	public AgentBayBuilder client() {
		return AgentBay.builder().apiKey(KEY).endpoint(endpoint()).environment(Map.of());
	}

	public ScriptedServer answers(String json) {
		return answers(200, json);
	}

	public ScriptedServer answers(int status, String body, String... headers) {
		return answers(status, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	public ScriptedServer answers(int status, byte[] body, String... headers) {
		return answersBytes(response(status, body, headers));
	}

	/** What is answered with success to requests for which nothing was scripted. */
	public ScriptedServer answersOtherwise(Function<RecordedRequest, String> standard) {
		this.standard = standard;
		return this;
	}

	/** Answer what is made of all requests so far. */
	public ScriptedServer answersFrom(Function<List<RecordedRequest>, String> answer) {
		this.answers.add((out) -> {
			out.write(response(200, answer.apply(requests()).getBytes(StandardCharsets.UTF_8)));
			return true;
		});
		return this;
	}

	/** Answer the labels that the session was created with. */
	public ScriptedServer answersTheLabelsOfTheCreatedSession() {
		return answersFrom((requests) -> Replies.labels(requests.stream()
			.filter((request) -> "CreateMcpSession".equals(request.query().get("Action")))
			.findFirst()
			.orElseThrow()
			.form()
			.get("Labels")));
	}

	/** Answer the start of a response and close the connection. */
	public ScriptedServer answersOnlyTheFirst(int bytes, String json) {
		byte[] whole = response(200, json.getBytes(StandardCharsets.UTF_8));
		byte[] cut = new byte[whole.length - json.getBytes(StandardCharsets.UTF_8).length + bytes];
		System.arraycopy(whole, 0, cut, 0, cut.length);
		this.answers.add((out) -> {
			out.write(cut);
			return false;
		});
		return this;
	}

	/** Answer the start of a response, and nothing more until the server is closed. */
	public ScriptedServer answersTheFirstAndStops(int bytes, String content) {
		byte[] whole = response(200, content.getBytes(StandardCharsets.UTF_8));
		int head = whole.length - content.getBytes(StandardCharsets.UTF_8).length;
		return answersBytes(Arrays.copyOf(whole, head + bytes));
	}

	/** Take the request and close the connection without a word. */
	public ScriptedServer hangsUp() {
		this.answers.add((out) -> false);
		return this;
	}

	/** Take the request and say nothing until the server is closed. */
	public ScriptedServer keepsSilent() {
		this.answers.add((out) -> true);
		return this;
	}

	/** Answer the same bytes over and over, until nobody takes them any longer. */
	public ScriptedServer answersEndlessly(String start, byte[] piece) {
		this.answers.add((out) -> {
			out.write(start.getBytes(StandardCharsets.US_ASCII));
			while (true) {
				out.write(piece);
				this.endlessBytes.addAndGet(piece.length);
			}
		});
		return this;
	}

	/** How much of endless answers was taken, buffers of the network included. */
	public long endlessBytes() {
		return this.endlessBytes.get();
	}

	private ScriptedServer answersBytes(byte[] bytes) {
		this.answers.add((out) -> {
			out.write(bytes);
			return true;
		});
		return this;
	}

	public int acceptedConnections() {
		return this.listener.connections().size();
	}

	/** Connections that neither side has closed, as far as this side can see. */
	public long openConnections() {
		return this.listener.connections().stream().filter((connection) -> !connection.isClosed()).count();
	}

	public List<RecordedRequest> requests() {
		return List.copyOf(this.requests);
	}

	public List<String> actions() {
		return this.requests.stream().map((request) -> request.query().getOrDefault("Action", "?")).toList();
	}

	public RecordedRequest onlyRequest() {
		if (this.requests.size() != 1) {
			throw new AssertionError("expected one request, got " + actions());
		}
		return this.requests.get(0);
	}

	private static byte[] response(int status, byte[] body, String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Text\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
		bytes.writeBytes(body);
		return bytes.toByteArray();
	}

	private void serve(Socket connection) {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			RecordedRequest request = RecordedRequest.read(in);
			while (request != null) {
				this.requests.add(request);
				Answer answer = this.answers.poll();
				if (answer == null) {
					byte[] bytes = standard(request);
					answer = (out) -> {
						out.write(bytes);
						return true;
					};
				}
				OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 65536);
				boolean goOn = answer.writeTo(out);
				out.flush();
				if (!goOn) {
					return;
				}
				request = RecordedRequest.read(in);
			}
		}
		catch (SocketException ex) {
			// the client or the test hung up
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] standard(RecordedRequest request) {
		String body = this.standard.apply(request);
		return body.isEmpty() ? response(500, "{\"Code\":\"NotScripted\"}".getBytes(StandardCharsets.UTF_8))
				: response(200, body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Go away, and see to it that nobody else listens at the same port until this is
	 * closed.
	 */
	public void goAway() {
		String address = this.listener.address();
		this.listener.close();
		this.port = new ClosedPort(Integer.parseInt(address.substring(address.indexOf(':') + 1)));
	}

	@Override
	public void close() {
		this.listener.close();
		if (this.port != null) {
			this.port.close();
		}
	}

	/** Writes an answer and tells whether the connection stays open. */
	private interface Answer {

		boolean writeTo(OutputStream out) throws IOException;

	}

	/**
	 * A request as it arrived.
	 *
	 * @param method the method
	 * @param target the path with its query
	 * @param headers the headers by lower-case name
	 * @param body the body
	 */
	public record RecordedRequest(String method, String target, Map<String, String> headers, String body) {

		static RecordedRequest read(InputStream in) throws IOException {
			String start = line(in);
			if (start.isEmpty()) {
				return null;
			}
			Map<String, String> headers = new LinkedHashMap<>();
			for (String line = line(in); !line.isEmpty(); line = line(in)) {
				int colon = line.indexOf(':');
				headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
			}
			byte[] body = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in)
					: in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
			String[] parts = start.split(" ");
			return new RecordedRequest(parts[0], parts[1], headers, new String(body, StandardCharsets.UTF_8));
		}

		private static byte[] chunks(InputStream in) throws IOException {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			for (int size = size(in); size > 0; size = size(in)) {
				body.writeBytes(in.readNBytes(size));
				line(in);
			}
			line(in);
			return body.toByteArray();
		}

		private static int size(InputStream in) throws IOException {
			return Integer.parseInt(line(in).strip(), 16);
		}

		private static String line(InputStream in) throws IOException {
			StringBuilder line = new StringBuilder();
			for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
				if (read != '\r') {
					line.append((char) read);
				}
			}
			return line.toString();
		}

		public Map<String, String> query() {
			int mark = this.target.indexOf('?');
			return (mark < 0) ? Map.of() : decode(this.target.substring(mark + 1));
		}

		public Map<String, String> form() {
			return decode(this.body);
		}

		private static Map<String, String> decode(String encoded) {
			Map<String, String> parameters = new LinkedHashMap<>();
			for (String pair : encoded.split("&")) {
				if (!pair.isEmpty()) {
					String[] parts = pair.split("=", 2);
					parameters.put(decoded(parts[0]), decoded(parts[1]));
				}
			}
			return parameters;
		}

		private static String decoded(String text) {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}

	}

}
