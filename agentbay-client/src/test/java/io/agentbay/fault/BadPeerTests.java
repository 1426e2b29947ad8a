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

package io.agentbay.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.agentbay.AgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.internal.json.Json;
import io.agentbay.session.SessionQuery;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A peer that is broken or hostile costs a typed error and little memory, and learns
 * nothing.
 */
@Tag("failure")
class BadPeerTests {

	private static final int LIMIT = 100_000;

	/** What the network takes before the sender notices that nobody reads. */
	private static final long BUFFERS = 20_000_000;

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client()
		.retryPolicy(RetryPolicy.none())
		.maxReplySize(DataSize.ofBytes(LIMIT))
		.responseTimeout(Duration.ofSeconds(20))
		.build();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void aReplyOfAGigabyteIsNotTaken() {
		this.server.answersEndlessly("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", new byte[65536]);
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("maxReplySize");
		assertThat(this.server.endlessBytes()).isLessThan(BUFFERS);
	}

	@Test
	void aReplyWithoutEndIsNotTaken() {
		byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
		this.server.answersEndlessly("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunk);
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("maxReplySize");
		assertThat(this.server.endlessBytes()).isLessThan(BUFFERS);
	}

	@Test
	void headersWithoutEndAreNotTaken() {
		byte[] header = ("X-Header: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
		this.server.answersEndlessly("HTTP/1.1 200 OK\r\n", header);
		assertThatExceptionOfType(AgentBayException.class).isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()));
		assertThat(this.server.endlessBytes()).isLessThan(BUFFERS);
	}

	@Test
	void aCompressedBombIsNotUnpacked() throws IOException {
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
			gzip.write(new byte[10_000_000]);
		}
		assertThat(bomb.size()).isLessThan(LIMIT);
		this.server.answers(200, bomb.toByteArray(), "Content-Encoding: gzip");
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"Code\":\"ok\",\"Code\":\"no\",\"Success\":true}", "{\"Success\":true,\"Success\":[]}" })
	void namesThatAppearTwiceAreNoReply(String reply) {
		this.server.answers(200, reply);
		assertThat(catchThrowable(() -> this.agentBay.listPage(SessionQuery.all())))
			.isInstanceOfAny(InvalidReplyException.class);
	}

	@Test
	void bytesThatAreNoUtf8DoNoHarm() {
		byte[] reply = Replies.ok("[{\"SessionId\":\"session-????????\"}]").getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < reply.length; i++) {
			reply[i] = (reply[i] == '?') ? (byte) (0xC0 + i % 64) : reply[i];
		}
		this.server.answers(200, reply);
		Throwable thrown = catchThrowable(() -> this.agentBay.listPage(SessionQuery.all()));
		assertThat(thrown == null || thrown instanceof AgentBayException).isTrue();
	}

	static Stream<String> repliesWithWrongTypes() {
		ObjectNode whole = (ObjectNode) Json.MAPPER.readTree(Replies.session());
		Stream<ObjectNode> outer = whole.propertyNames().stream().flatMap((name) -> wrongValues().map((value) -> {
			ObjectNode copy = whole.deepCopy();
			return copy.set(name, Json.MAPPER.readTree(value));
		})).map(ObjectNode.class::cast);
		Stream<ObjectNode> inner = ((ObjectNode) whole.get("Data")).propertyNames()
			.stream()
			.flatMap((name) -> wrongValues().map((value) -> {
				ObjectNode copy = whole.deepCopy();
				((ObjectNode) copy.get("Data")).set(name, Json.MAPPER.readTree(value));
				return copy;
			}));
		return Stream.concat(outer, inner).map(ObjectNode::toString);
	}

	private static Stream<String> wrongValues() {
		return Arrays.stream(new String[] { "null", "17", "true", "\"text\"", "[]", "{}", "[[{}]]" });
	}

	/** It may be understood or not, but nothing else may happen. */
	@ParameterizedTest
	@MethodSource("repliesWithWrongTypes")
	void aFieldOfAnotherTypeIsAnErrorOrHarmless(String reply) {
		this.server.answers(200, reply);
		Throwable thrown = catchThrowable(() -> this.agentBay.get(Replies.SESSION));
		if (thrown != null) {
			assertThat(thrown).isInstanceOf(AgentBayException.class);
			assertThat(thrown.toString()).doesNotContain(ScriptedServer.KEY);
		}
	}

}
