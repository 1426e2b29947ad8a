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

package io.agentbay.boot.secrecy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A service that hands out secrets: tokens, links and signed addresses. It answers well,
 * unless it is told to fail.
 */
final class TellingService implements AutoCloseable {

	private static final String SESSION = "{\"SessionId\":\"session-0a1b2c3d4e5f6g7h8\",\"Success\":true,"
			+ "\"Token\":\"hush-token\",\"LinkUrl\":\"%1$s/link\",\"ResourceUrl\":\"%1$s/hush-resource\","
			+ "\"WsUrl\":\"\",\"ToolList\":\"[{\\\"name\\\":\\\"shell\\\",\\\"server\\\":\\\"wuying_shell\\\"}]\"}";

	private static final String TOOL_REPLY = "{\"data\":{\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}}}";

	private static final Pattern ACTION = Pattern.compile("Action=(\\w+)");

	private static final Pattern LABELS = Pattern.compile("(?:^|&)Labels=([^&]*)");

	private final HttpServer server;

	private final Map<String, String> data;

	private final Map<String, Failure> failures = new ConcurrentHashMap<>();

	private final List<String> targets = new CopyOnWriteArrayList<>();

	private final List<String> labels = new CopyOnWriteArrayList<>();

	TellingService() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		String session = SESSION.formatted(endpoint());
		String file = "{\"Url\":\"" + endpoint() + "/bucket?signature=hush-signature\"}";
		this.data = Map.of("ListSession", "[{\"SessionId\":\"session-0a1b2c3d4e5f6g7h8\"}]", "CreateMcpSession",
				session, "GetSession", session, "GetContextInfo", "{\"ContextStatus\":\"[]\"}",
				"GetAndLoadInternalContext", "[{\"ContextId\":\"c\",\"ContextPath\":\"/t/\"}]",
				"GetContextFileUploadUrl", file);
	}

	String endpoint() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** The next request fails whose address contains the text. */
	void failsNext(String target, Failure failure) {
		this.failures.put(target, failure);
	}

	/** What was asked for, with its query. */
	List<String> targets() {
		return this.targets;
	}

	/** The labels that were sent. */
	List<String> labels() {
		return this.labels;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String target = exchange.getRequestURI().toString();
		this.targets.add(target);
		String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Matcher labels = LABELS.matcher(form);
		if (labels.find()) {
			this.labels.add(URLDecoder.decode(labels.group(1), StandardCharsets.UTF_8));
		}
		Failure failure = this.failures.keySet()
			.stream()
			.filter(target::contains)
			.findFirst()
			.map(this.failures::remove)
			.orElse(null);
		if (failure == Failure.HANG_UP) {
			exchange.close();
			return;
		}
		boolean refused = failure == Failure.REFUSE || target.contains("DeleteSessionAsync");
		byte[] reply = (failure == Failure.GARBLE) ? new byte[] { 1, 2, 3 }
				: reply(target, refused).getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(refused ? 400 : 200, reply.length);
		exchange.getResponseBody().write(reply);
		exchange.close();
	}

	/** A storage that refuses repeats what was signed. */
	private String reply(String target, boolean refused) {
		if (target.startsWith("/bucket")) {
			return refused ? "<Error><Code>Denied</Code><StringToSign>hush-signature</StringToSign></Error>" : "";
		}
		if (target.startsWith("/link")) {
			return TOOL_REPLY;
		}
		if (refused) {
			return "{\"Code\":\"InvalidMcpSession.NotFound\",\"Message\":\"gone\",\"RequestId\":\"R-1\"}";
		}
		Matcher action = ACTION.matcher(target);
		return "{\"Code\":\"ok\",\"RequestId\":\"R-1\",\"Success\":true,\"Data\":"
				+ (action.find() ? this.data.getOrDefault(action.group(1), "[]") : "[]") + "}";
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/** How it fails. */
	enum Failure {

		HANG_UP, GARBLE, REFUSE

	}

}
