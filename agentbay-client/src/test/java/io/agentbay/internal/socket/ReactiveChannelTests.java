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

package io.agentbay.internal.socket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.agentbay.AgentBay;
import io.agentbay.channel.ChannelState;
import io.agentbay.channel.Push;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.channel.ReactiveChannelCall;
import io.agentbay.channel.StreamFrame;
import io.agentbay.error.CallDetails;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.event.EventSubscription;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedSocket;
import io.agentbay.testing.ScriptedSocket.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * A channel against a peer that misbehaves: streams do not lie.
 */
@Tag("failure")
class ReactiveChannelTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final ScriptedSocket socket = new ScriptedSocket();

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().build();

	private final Queue<StreamFrame> frames = new ConcurrentLinkedQueue<>();

	private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

	private final ReactiveChannel channel = channel(this.socket.url());

	@AfterEach
	void close() {
		VirtualTimeScheduler.reset();
		this.agentBay.close();
		this.server.close();
		this.socket.close();
	}

	private ReactiveChannel channel(String url) {
		this.server.answers(Replies.session().replace("\"WsUrl\":\"\"", "\"WsUrl\":\"" + url + "\""));
		return this.agentBay.get(Replies.SESSION).reactive().channel();
	}

	private String begin() throws Exception {
		ReactiveChannelCall stream = this.channel.call("server", Map.of("method", "m"));
		stream.stream().subscribe(this.frames::add, this.failures::add);
		return stream.invocationId();
	}

	private StreamBrokenException broken() {
		await().atMost(PATIENCE).until(() -> !this.failures.isEmpty());
		assertThat(this.failures).hasSize(1);
		return (StreamBrokenException) this.failures.remove();
	}

	@Test
	@Capability({ "4.1", "4.2", "4.3" })
	void framesHaveTheDocumentedForm() throws Exception {
		ReactiveChannelCall stream = this.channel.call("server", Map.of("method", "m", "params", Map.of("a", 1)));
		stream.stream().subscribe(this.frames::add);
		Peer peer = this.socket.peer();
		assertThat(peer.handshake().headers()).containsEntry("x-access-token", "tok-secret");
		assertThat(peer.handshake().target()).isEqualTo("/ws");
		JsonNode call = peer.next();
		assertThat(stream.invocationId()).matches("[0-9a-f]{32}");
		assertThat(call.propertyNames()).containsExactly("invocationId", "source", "target", "data");
		assertThat(call.path("invocationId").asString()).isEqualTo(stream.invocationId());
		assertThat(call.path("source").asString()).isEqualTo("SDK");
		assertThat(call.path("target").asString()).isEqualTo("server");
		assertThat(call.path("data").path("params").toString()).isEqualTo("{\"a\":1}");
		stream.write(Map.of("method", "resume_task")).block(PATIENCE);
		JsonNode further = peer.next();
		assertThat(further.path("invocationId").asString()).isEqualTo(stream.invocationId());
		assertThat(further.path("data").toString()).isEqualTo("{\"method\":\"resume_task\"}");
		peer.answers(stream.invocationId(), "{'phase':'end','seq':1}");
		await().atMost(PATIENCE).until(() -> this.frames.size() == 1);
		assertThatExceptionOfType(StreamBrokenException.class)
			.isThrownBy(() -> stream.write(Map.of("method", "late")).block(PATIENCE));
		assertThatIllegalStateException().isThrownBy(() -> stream.run().block(PATIENCE));
	}

	@Test
	@Capability("4.6")
	void aMessageGoesOutAndNothingIsAwaited() throws Exception {
		this.channel.send("server", Map.of("type", "call-for-user")).block(PATIENCE);
		assertThat(this.socket.peer().next().path("data").toString()).isEqualTo("{\"type\":\"call-for-user\"}");
	}

	@Test
	void channelsThatWereClosedLeaveNoThread() throws Exception {
		this.channel.connect().block(PATIENCE);
		this.channel.disconnect().block(PATIENCE);
		int before = Thread.getAllStackTraces().size();
		for (int i = 0; i < 200; i++) {
			this.channel.connect().block(PATIENCE);
			this.channel.disconnect().block(PATIENCE);
		}
		assertThat(this.socket.connections()).isEqualTo(201);
		await().atMost(Duration.ofSeconds(60)).until(() -> Thread.getAllStackTraces().size() < before + 10);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 2" })
	void numbersBeginWithZeroOrOne(int first, int second) throws Exception {
		String id = begin();
		this.socket.peer()
			.answers(id, "{'phase':'event','eventType':'e','seq':" + first + "}")
			.answers(id, "{'phase':'end','seq':" + second + "}");
		await().atMost(PATIENCE).until(() -> this.frames.size() == 2);
		assertThat(this.failures).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void aFrameOutOfOrderIsALoss(int number) throws Exception {
		String id = begin();
		this.socket.peer()
			.answers(id, "{'phase':'event','eventType':'e','seq':1}")
			.answers(id, "{'phase':'end','seq':" + number + "}");
		assertThat(broken().reason()).isEqualTo(Reason.LOST_FRAME);
		assertThat(this.frames).hasSize(1);
	}

	@Test
	void aStreamThatBeginsLateHasLostItsBeginning() throws Exception {
		String id = begin();
		this.socket.peer().answers(id, "{'phase':'end','seq':2}");
		assertThat(broken().reason()).isEqualTo(Reason.LOST_FRAME);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "{\"invocationId\":", "[1]", "" })
	void garbageFailsOnlyWhatMightMissIt(String garbage) throws Exception {
		String unnumbered = begin();
		Peer peer = this.socket.peer();
		peer.answers(unnumbered, "{'phase':'event','eventType':'e'}");
		await().atMost(PATIENCE).until(() -> this.frames.size() == 1);
		Mono<StreamFrame> other = this.channel.call("server", Map.of()).run();
		Queue<StreamFrame> ends = new ConcurrentLinkedQueue<>();
		other.subscribe(ends::add, this.failures::add);
		peer.next();
		String numbered = peer.next().path("invocationId").asString();
		peer.answers(numbered, "{'phase':'event','eventType':'e','seq':1}").sends(garbage);
		assertThat(broken().reason()).isEqualTo(Reason.INVALID_FRAME);
		peer.answers(numbered, "{'phase':'end','seq':2}");
		await().atMost(PATIENCE).until(() -> ends.size() == 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "{\"data\":{\"phase\":\"event\"}}" })
	void garbageBeforeTheFirstFrameIsNotForgotten(String garbage) throws Exception {
		String id = begin();
		Peer peer = this.socket.peer();
		peer.sends(garbage);
		peer.answers(id, "{'phase':'end'}");
		assertThat(broken().reason()).isEqualTo(Reason.INVALID_FRAME);
		assertThat(this.frames).isEmpty();
	}

	@Test
	void aFrameOfNobodyDisturbsNobody() throws Exception {
		String id = begin();
		Peer peer = this.socket.peer();
		peer.sends("{\"notice\":\"hello\"}");
		peer.answers(id, "{'phase':'end'}");
		await().atMost(PATIENCE).until(() -> this.frames.size() == 1);
		assertThat(this.failures).isEmpty();
	}

	@Test
	void textThatIsNotUtf8IsGarbage() throws Exception {
		String id = begin();
		Peer peer = this.socket.peer();
		peer.answers(id, "{'phase':'event','eventType':'e'}");
		byte[] frame = "{\"invocationId\":\"%s\",\"source\":\"s\",\"data\":{\"phase\":\"event\",\"chunk\":\"\u00fc\"}}"
			.formatted(id)
			.getBytes(StandardCharsets.ISO_8859_1);
		peer.sends(frame);
		assertThat(broken().reason()).isIn(Reason.INVALID_FRAME, Reason.CONNECTION_LOST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'phase':'what','seq':1}", "{'seq':1}", "7", "'text'", "[]" })
	void aFrameThatMakesNoSenseFailsItsCall(String data) throws Exception {
		String id = begin();
		this.socket.peer().answers(id, data);
		assertThat(broken().reason()).isEqualTo(Reason.INVALID_FRAME);
	}

	@Test
	void dataMayBeTheTextOfAnObject() throws Exception {
		String id = begin();
		this.socket.peer()
			.sends("{\"requestId\":\"%s\",\"source\":\"s\",\"data\":\"{\\\"phase\\\":\\\"end\\\",\\\"x\\\":1}\"}"
				.formatted(id));
		await().atMost(PATIENCE).until(() -> this.frames.size() == 1);
		assertThat(this.frames.peek().data().path("x").asInt()).isEqualTo(1);
	}

	@Test
	void refusalsAreFailuresOfTheService() throws Exception {
		String id = begin();
		Peer peer = this.socket.peer();
		peer.sends("{\"invocationId\":\"%s\",\"source\":\"WEBSOCKET_SERVER\",\"error\":\"no target\"}".formatted(id));
		await().atMost(PATIENCE).until(() -> !this.failures.isEmpty());
		assertThat(this.failures.remove()).isInstanceOf(ServiceException.class).hasMessageContaining("no target");
		String other = begin();
		peer.answers(other, "{'error':'broken tool'}");
		await().atMost(PATIENCE).until(() -> !this.failures.isEmpty());
		assertThat(((ServiceException) this.failures.remove()).failureKind()).isEqualTo(FailureKind.TOOL);
		String ended = begin();
		peer.sends("{\"invocationId\":\"%s\",\"source\":\"WEBSOCKET_SERVER\",\"data\":{}}".formatted(ended));
		await().atMost(PATIENCE).until(() -> this.frames.size() == 1);
		assertThat(this.frames.peek().end()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aCutConnectionIsAnErrorAndTheNextCallOpensAnother(boolean inOrder) throws Exception {
		String id = begin();
		Peer peer = this.socket.peer();
		peer.answers(id, "{'phase':'event','eventType':'e','seq':1}");
		await().atMost(PATIENCE).until(() -> this.frames.size() == 1);
		if (inOrder) {
			peer.closes(1000, "bye");
		}
		else {
			peer.hangsUp();
		}
		StreamBrokenException failure = broken();
		assertThat(failure.reason()).isEqualTo(Reason.CONNECTION_LOST);
		assertThat(failure.requestId()).isEqualTo(id);
		assertThat(this.channel.state()).isEqualTo(ChannelState.CLOSED);
		String next = begin();
		this.socket.peer().answers(next, "{'phase':'end'}");
		await().atMost(PATIENCE).until(() -> this.frames.size() == 2);
	}

	@Test
	void aCloseThatSaysTheSessionIsGoneEndsTheChannel() throws Exception {
		begin();
		this.socket.peer().closes(4404, "InvalidMcpSession.NotFound: gone");
		await().atMost(PATIENCE).until(() -> !this.failures.isEmpty());
		assertThat(this.failures.peek()).isInstanceOf(SessionGoneException.class);
		assertThat(this.channel.state()).isEqualTo(ChannelState.ENDED);
	}

	@Test
	void aRefusedHandshakeTellsItsStatusOrThatTheSessionIsGone() {
		this.socket.refuses(403).refuses(404);
		this.server.answers(Replies.ok("{\"Status\":\"RUNNING\"}")).answers(400, Replies.gone());
		assertThatExceptionOfType(ConnectionFailedException.class)
			.isThrownBy(() -> this.channel.connect().block(PATIENCE))
			.withMessageContaining("403");
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> this.channel.connect().block(PATIENCE));
		assertThat(this.channel.state()).isEqualTo(ChannelState.ENDED);
	}

	@Test
	void allWhoUseAChannelThatHasEndedGetExceptionsOfTheirOwn() throws Exception {
		begin();
		begin();
		this.channel.listen("server").subscribe((push) -> {
		}, this.failures::add);
		this.socket.peer().closes(4404, "InvalidMcpSession.NotFound: gone");
		await().atMost(PATIENCE).until(() -> this.failures.size() == 3);
		Mono<Void> late = this.channel.connect().doOnError(this.failures::add).onErrorComplete();
		late.block(PATIENCE);
		late.block(PATIENCE);
		assertThat(this.failures).hasSize(5)
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(SessionGoneException.class))
			.allSatisfy(
					(failure) -> assertThat(((SessionGoneException) failure).sessionId()).isEqualTo(Replies.SESSION));
		Set<Throwable> instances = Collections.newSetFromMap(new IdentityHashMap<>());
		instances.addAll(this.failures);
		assertThat(instances).hasSize(5);
	}

	@Test
	void allWhoWaitForOneAttemptToOpenItGetExceptionsOfTheirOwn() {
		this.socket.refuses(403);
		this.server.answers(Replies.ok("{\"Status\":\"RUNNING\"}"));
		Mono<Void> attempt = this.channel.connect();
		Mono.whenDelayError(attempt.doOnError(this.failures::add), attempt.doOnError(this.failures::add))
			.onErrorComplete()
			.block(PATIENCE);
		assertThat(this.failures).hasSize(2)
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(ConnectionFailedException.class)
				.hasMessageContaining("403"));
		assertThat(this.failures.remove()).isNotSameAs(this.failures.remove());
		assertThat(this.socket.connections()).isEqualTo(1);
	}

	@Test
	void failuresTellTheSessionAndTheMethod() throws Exception {
		String id = begin();
		this.socket.peer().answers(id, "{'error':'broken tool'}");
		await().atMost(PATIENCE).until(() -> !this.failures.isEmpty());
		assertThat(((ServiceException) this.failures.remove()).details())
			.isEqualTo(new CallDetails("m", Replies.SESSION, id));
	}

	@Test
	void aListenerIsInPlaceWhenItsSubscriptionIsThere() throws Exception {
		Queue<Push> pushes = new ConcurrentLinkedQueue<>();
		try (EventSubscription listening = this.channel.blocking().listen("server", pushes::add)) {
			assertThat(this.channel.state()).isEqualTo(ChannelState.OPEN);
			this.socket.peer().answers("p1", "{'n':1}");
			await().atMost(PATIENCE).until(() -> pushes.size() == 1);
			assertThat(listening.isActive()).isTrue();
		}
		assertThat(this.channel.state()).isEqualTo(ChannelState.OPEN);
	}

	@Test
	void withoutAWebSocketNothingIsStreamed() {
		ReactiveChannel none = channel("");
		assertThat(none.isAvailable()).isFalse();
		assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> none.connect().block(PATIENCE))
			.withMessageContaining("ws_url is not available for this session");
	}

	@Test
	@Capability({ "4.7", "4.8" })
	void listenersSurviveALossOfTheConnection() throws Exception {
		Queue<Push> pushes = new ConcurrentLinkedQueue<>();
		Queue<ChannelState> states = new ConcurrentLinkedQueue<>();
		this.channel.watchState().subscribe(states::add);
		Disposable listening = this.channel.listen("server").subscribe(pushes::add, this.failures::add);
		Peer peer = this.socket.peer();
		peer.answers("p1", "{'n':1}")
			.sends("{\"invocationId\":\"p2\",\"source\":\"x\",\"target\":\"server\",\"data\":{\"n\":2}}")
			.sends("{\"invocationId\":\"p3\",\"source\":\"SDK\",\"target\":\"other\",\"data\":{\"n\":3}}");
		await().atMost(PATIENCE).until(() -> pushes.size() == 2);
		this.socket.refuses(503);
		this.server.answers(Replies.ok("{\"Status\":\"PAUSED\"}"));
		peer.hangsUp();
		this.socket.peer().answers("p4", "{'n':4}");
		await().atMost(PATIENCE).until(() -> pushes.size() == 3);
		assertThat(List.copyOf(states)).containsExactly(ChannelState.CLOSED, ChannelState.OPEN,
				ChannelState.RECONNECTING, ChannelState.OPEN);
		listening.dispose();
		assertThat(this.failures).isEmpty();
	}

	@Test
	@Capability("4.4")
	void whatIsCancelledIsForgottenAndNothingIsSentThatTheServiceDoesNotKnow() throws Exception {
		Disposable call = this.channel.call("server", Map.of()).stream().subscribe(this.frames::add);
		Peer peer = this.socket.peer();
		String id = peer.next().path("invocationId").asString();
		call.dispose();
		peer.answers(id, "{'phase':'end'}");
		String next = begin();
		assertThat(peer.next().path("invocationId").asString()).isEqualTo(next);
		peer.answers(next, "{'phase':'end'}");
		await().atMost(PATIENCE).until(() -> this.frames.size() == 1);
		assertThat(this.frames.peek().invocationId()).isEqualTo(next);
	}

	@Test
	void aConsumerThatTakesNothingIsGivenUpAndOthersGoOn() throws Exception {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		Stubborn stubborn = new Stubborn();
		ReactiveChannelCall stream = this.channel.call("server", Map.of());
		stream.stream().subscribe(stubborn);
		Peer peer = this.socket.peer();
		for (int i = 1; i <= 2 * Inbox.MAX_WAITING; i++) {
			peer.answers(stream.invocationId(), "{'phase':'event','eventType':'e','seq':" + i + "}");
		}
		String other = begin();
		peer.answers(other, "{'phase':'end'}");
		await().atMost(PATIENCE).until(() -> {
			time.advanceTimeBy(Inbox.PATIENCE);
			return this.frames.size() == 1;
		});
		stubborn.request(Long.MAX_VALUE);
		await().atMost(PATIENCE).until(() -> stubborn.failure != null);
		assertThat(((StreamBrokenException) stubborn.failure).reason()).isEqualTo(Reason.OVERFLOW);
	}

	@Test
	@Capability("4.8")
	void aPeerThatAnswersNoHeartbeatIsLost() throws Exception {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		begin();
		Peer peer = this.socket.peer();
		peer.next();
		await().atMost(PATIENCE).until(() -> {
			time.advanceTimeBy(Duration.ofSeconds(20));
			return !this.failures.isEmpty();
		});
		assertThat(peer.pings()).isPositive();
		assertThat(broken()).hasMessageContaining("heartbeat");
		await().atMost(PATIENCE).until(peer::isGone);
	}

	@Test
	void theClientClosesItsSockets() throws Exception {
		begin();
		Peer peer = this.socket.peer();
		peer.next();
		this.agentBay.close();
		await().atMost(PATIENCE).until(peer::isGone);
		assertThat(broken().reason()).isEqualTo(Reason.CONNECTION_LOST);
		assertThat(this.socket.connections()).isEqualTo(1);
	}

	private static final class Stubborn extends BaseSubscriber<StreamFrame> {

		private volatile Throwable failure;

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// It takes nothing.
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.failure = failure;
		}

	}

}
