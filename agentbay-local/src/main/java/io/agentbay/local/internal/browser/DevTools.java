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

package io.agentbay.local.internal.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of the DevTools protocol. All clients share the one pipe to the browser, which
 * nobody else can reach: each has a session of the protocol of its own there, and takes
 * it for the connection.
 */
public final class DevTools implements AutoCloseable {

	private static final List<String> SHOWN = List.of("page", "iframe", "worker", "service_worker", "webview", "other");

	private final CdpPipe pipe;

	private final JsonMapper mapper;

	private final Receiver receiver;

	private final String browserSession;

	/** What the client takes for its connection. */
	private volatile String root;

	private DevTools(CdpPipe pipe, JsonMapper mapper, Receiver receiver, String browserSession) {
		this.pipe = pipe;
		this.mapper = mapper;
		this.receiver = receiver;
		this.browserSession = browserSession;
		this.root = browserSession;
	}

	/**
	 * Let a client in.
	 * @param target the page that it asks for, empty for the browser itself
	 */
	static DevTools open(CdpPipe pipe, JsonMapper mapper, String target, Receiver receiver)
			throws BrowserException, InterruptedException {
		String session = pipe.call(null, "Target.attachToBrowserTarget", Map.of(), Browser.ANSWER_LIMIT)
			.path("sessionId")
			.asString("");
		DevTools client = new DevTools(pipe, mapper, receiver, session);
		if (target.isEmpty()) {
			pipe.lead(session, client);
			return client;
		}
		client.root = pipe
			.call(session, "Target.attachToTarget", Map.of("targetId", target, "flatten", true), Browser.ANSWER_LIMIT)
			.path("sessionId")
			.asString("");
		pipe.lead(client.root, client);
		return client;
	}

	/**
	 * Take a message of the client.
	 * @param text the message; what is none is dropped, as browsers do it
	 */
	public void send(String text) {
		JsonNode message;
		try {
			message = this.mapper.readTree(text);
		}
		catch (JacksonException ex) {
			return;
		}
		JsonNode id = message.path("id");
		String session = message.path("sessionId").asString("");
		Map<String, Object> parameters = message.path("params").isObject()
				? this.mapper.convertValue(message.path("params"), new TypeReference<>() {
				}) : Map.of();
		this.pipe.forward(session.isEmpty() ? this.root : session, message.path("method").asString(""), parameters)
			.thenAccept((answer) -> answered(answer, id, session));
	}

	private void answered(JsonNode answer, JsonNode id, String session) {
		ObjectNode own = (ObjectNode) answer.deepCopy();
		own.set("id", id);
		if (session.isEmpty()) {
			own.remove("sessionId");
		}
		this.receiver.receive(this.mapper.writeValueAsString(own));
	}

	void heard(JsonNode event) {
		ObjectNode own = (ObjectNode) event;
		if (event.path("sessionId").asString("").equals(this.root)) {
			own.remove("sessionId");
		}
		this.receiver.receive(this.mapper.writeValueAsString(own));
	}

	void ended() {
		this.receiver.end();
	}

	/**
	 * Take leave of the browser; what the client has attached to goes with it.
	 */
	@Override
	public void close() {
		this.pipe.leave(this);
		this.pipe.tell(null, "Target.detachFromTarget", Map.of("sessionId", this.browserSession));
	}

	/**
	 * What a browser serves beside the protocol.
	 * @param pipe the way to it
	 * @param path what is asked for, such as {@code /json/list}
	 * @param query what may follow a question mark
	 * @param address where clients reach the browser, without path
	 * @param ownPath where on that address the browser itself is
	 * @return the answer, nothing if there is none to this question
	 */
	static Optional<Object> describe(CdpPipe pipe, String path, String query, String address, String ownPath)
			throws BrowserException, InterruptedException {
		String asked = (path.length() > 1 && path.endsWith("/")) ? path.substring(0, path.length() - 1) : path;
		if (asked.equals("/json/version")) {
			JsonNode version = pipe.call(null, "Browser.getVersion", Map.of(), Browser.ANSWER_LIMIT);
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("Browser", version.path("product").asString(""));
			answer.put("Protocol-Version", version.path("protocolVersion").asString(""));
			answer.put("User-Agent", version.path("userAgent").asString(""));
			answer.put("V8-Version", version.path("jsVersion").asString(""));
			answer.put("WebKit-Version", version.path("revision").asString(""));
			answer.put("webSocketDebuggerUrl", address + ownPath);
			return Optional.of(answer);
		}
		if (asked.equals("/json") || asked.equals("/json/list")) {
			return Optional.of(targets(pipe, "", address));
		}
		if (asked.equals("/json/new")) {
			String id = pipe
				.call(null, "Target.createTarget", Map.of("url", query.isEmpty() ? "about:blank" : query),
						Browser.ANSWER_LIMIT)
				.path("targetId")
				.asString("");
			return targets(pipe, id, address).stream().findFirst().map(Object.class::cast);
		}
		return Optional.empty();
	}

	private static List<Map<String, String>> targets(CdpPipe pipe, String id, String address)
			throws BrowserException, InterruptedException {
		return pipe.call(null, "Target.getTargets", Map.of(), Browser.ANSWER_LIMIT)
			.path("targetInfos")
			.valueStream()
			.filter((target) -> SHOWN.contains(target.path("type").asString("")))
			.filter((target) -> id.isEmpty() || id.equals(target.path("targetId").asString("")))
			.map((target) -> {
				Map<String, String> shown = new LinkedHashMap<>();
				shown.put("description", "");
				shown.put("id", target.path("targetId").asString(""));
				shown.put("title", target.path("title").asString(""));
				shown.put("type", target.path("type").asString(""));
				shown.put("url", target.path("url").asString(""));
				shown.put("webSocketDebuggerUrl", address + "/devtools/page/" + target.path("targetId").asString(""));
				return shown;
			})
			.toList();
	}

	/**
	 * Takes what the browser has to say to a client.
	 */
	public interface Receiver {

		/**
		 * Take a message.
		 * @param text the message
		 */
		void receive(String text);

		/**
		 * The browser has ended.
		 */
		void end();

	}

}
