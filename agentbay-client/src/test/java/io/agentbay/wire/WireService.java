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
package io.agentbay.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBayBuilder;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import io.agentbay.testing.ScriptedSocket;

/**
 * A service that answers whatever is asked, well enough for a call to send all its
 * requests, and writes down what it is sent.
 */
final class WireService implements Doors.Service, AutoCloseable {

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

	private final ScriptedServer server = new ScriptedServer();

	private final ScriptedSocket socket = new ScriptedSocket(new Conversation());

	private final List<Sent> sent = new ArrayList<>();

	private WireAnswers answers = new WireAnswers(Map.of(), "");

	WireService() {
		this.server.answersOtherwise(this::answer);
	}

	@Override
	public AgentBayBuilder client() {
		return this.server.client();
	}

	@Override
	public String link() {
		return this.server.endpoint() + "/link";
	}

	@Override
	public String socket() {
		return this.socket.url();
	}

	/** Forget what was sent and answer the next call. */
	synchronized void expect(WireCall call) {
		this.sent.clear();
		this.answers = new WireAnswers(call.answers(), this.server.endpoint());
	}

	/** What was sent since, in the form of the recordings. */
	synchronized String recording() {
		WireForm form = new WireForm();
		StringBuilder text = new StringBuilder();
		this.sent.forEach((request) -> text.append(request.in(form)));
		return text.toString();
	}

	@Override
	public synchronized void await(int requests) throws InterruptedException {
		long end = System.nanoTime() + PATIENCE;
		while (this.sent.size() < requests) {
			long left = end - System.nanoTime();
			if (left <= 0) {
				throw new AssertionError("Expected %d requests, got:%n%s".formatted(requests, recording()));
			}
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
	}

	private synchronized String answer(RecordedRequest request) {
		add((form) -> form.request(request));
		return this.answers.to(request);
	}

	private synchronized void add(Sent request) {
		this.sent.add(request);
		notifyAll();
	}

	@Override
	public void close() {
		this.server.close();
		this.socket.close();
	}

	/** Something that was sent. */
	private interface Sent {

		String in(WireForm form);

	}

	private final class Conversation implements ScriptedSocket.Conversation {

		@Override
		public void begins(RecordedRequest handshake) {
			add((form) -> form.request(handshake));
		}

		@Override
		public void said(ScriptedSocket.Peer peer, String text) throws IOException {
			add((form) -> form.frame(text));
			WireAnswers.toFrame(peer, text);
		}

	}

}
