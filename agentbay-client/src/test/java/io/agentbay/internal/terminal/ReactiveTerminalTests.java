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

package io.agentbay.internal.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.ServiceException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.error.ToolFailedException;
import io.agentbay.terminal.ReactiveTerminal;
import io.agentbay.terminal.ReactiveTerminals;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedSocket;
import io.agentbay.testing.ScriptedSocket.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Terminals of a service that says nothing but what the official clients know, or says it
 * wrong.
 */
@Tag("failure")
class ReactiveTerminalTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ScriptedSocket socket = new ScriptedSocket();

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().build();

	private final ReactiveTerminals terminals = terminals();

	private Peer peer;

	private ReactiveTerminals terminals() {
		this.server.answers(Replies.session().replace("\"WsUrl\":\"\"", "\"WsUrl\":\"" + this.socket.url() + "\""));
		return this.agentBay.get(Replies.SESSION).reactive().terminals();
	}

	@AfterEach
	void close() {
		this.agentBay.close();
		this.server.close();
		this.socket.close();
	}

	private <T> CompletableFuture<T> begin(Mono<T> call) throws InterruptedException {
		CompletableFuture<T> begun = call.toFuture();
		if (this.peer == null) {
			this.peer = this.socket.peer();
		}
		return begun;
	}

	private ReactiveTerminal open() throws Exception {
		CompletableFuture<ReactiveTerminal> opening = begin(this.terminals.open());
		answer(this.peer.next(), "{'result':{'ptySessionId':'t-1'}}");
		return opening.get(30, TimeUnit.SECONDS);
	}

	private void say(String text) throws IOException {
		this.peer.sends(text.replace('\'', '"'));
	}

	private void answer(JsonNode call, String data) throws IOException {
		say("{'invocationId':'" + call.path("invocationId").asString()
				+ "','source':'PTY_SERVER','target':'SDK','data':" + data + "}");
	}

	private void push(String data) throws IOException {
		say("{'invocationId':'p-1','source':'PTY_SERVER','target':'SDK','data':" + data + "}");
	}

	private void output(String more) throws IOException {
		push("{'eventType':'pty.output','ptySessionId':'t-1'," + more + "}");
	}

	private static CompletableFuture<String> all(ReactiveTerminal terminal) {
		return terminal.output()
			.collect(ByteArrayOutputStream::new, (all, buffer) -> all.writeBytes(array(buffer)))
			.map((all) -> all.toString(StandardCharsets.UTF_8))
			.toFuture();
	}

	private static byte[] array(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		return bytes;
	}

	@Test
	@Capability({ "21.2", "21.3", "21.4", "21.7", "21.8", "28.1" })
	void callsHaveTheDocumentedForm() throws Exception {
		CompletableFuture<ReactiveTerminal> opening = begin(this.terminals.open(TerminalOptions.defaults()
			.withSize(100, 30)
			.withWorkingDirectory("/tmp")
			.withShell("zsh")
			.withEnvironment(Map.of("LANG", "C"))));
		JsonNode create = this.peer.next();
		assertThat(create.path("target").asString()).isEqualTo("PTY_SERVER");
		assertThat(create.path("data").path("method").asString()).isEqualTo("pty.create");
		assertThat(create.path("data").path("params").toString()).isEqualTo("{\"cols\":100,\"rows\":30,"
				+ "\"envs\":{\"TERM\":\"xterm-256color\",\"LANG\":\"C\"},\"cwd\":\"/tmp\",\"shell\":\"zsh\"}");
		answer(create, "{'result':{'ptySessionId':'t-1'}}");
		ReactiveTerminal terminal = opening.get(30, TimeUnit.SECONDS);
		terminal.write("ls ü\r").block(PATIENCE);
		assertThat(this.peer.next().path("data").path("params").path("encoding").asString()).isEqualTo("utf8");
		terminal.write(new byte[] { (byte) 0xc3 }).block(PATIENCE);
		JsonNode half = this.peer.next().path("data").path("params");
		assertThat(half.path("encoding").asString()).isEqualTo("base64");
		assertThat(half.path("data").asString()).isEqualTo("ww==");
		terminal.resize(7, 8).block(PATIENCE);
		JsonNode resize = this.peer.next().path("data");
		assertThat(resize.path("method").asString()).isEqualTo("pty.resize");
		assertThat(resize.path("params").path("cols").asInt()).isEqualTo(7);
		assertThat(resize.path("params").path("rows").asInt()).isEqualTo(8);
	}

	@Test
	@Capability("21.6")
	void outputThatComesBeforeTheAnswerIsKept() throws Exception {
		CompletableFuture<ReactiveTerminal> opening = begin(this.terminals.open());
		JsonNode call = this.peer.next();
		output("'data':'a'");
		push("{'eventType':'pty.output','ptySessionId':'another','data':'x'}");
		answer(call, "{'result':{'ptySessionId':'t-1'}}");
		output("'data':'Yg==','encoding':'base64'");
		push("{'eventType':'pty.exit','ptySessionId':'t-1','exitCode':3}");
		ReactiveTerminal terminal = opening.get(30, TimeUnit.SECONDS);
		assertThat(terminal.awaitExit().block(PATIENCE)).isEqualTo(3);
		assertThat(all(terminal)).succeedsWithin(PATIENCE).isEqualTo("ab");
		assertThat(terminal.position()).hasValue(2);
		assertThat(terminal.missed()).hasValue(0);
	}

	@Test
	void whatCameBeforeTheAnswerIsNoGapWhenAllIsRepeated() throws Exception {
		CompletableFuture<ReactiveTerminal> attaching = begin(this.terminals.attach("t-1", 0));
		JsonNode call = this.peer.next();
		output("'data':'c','offset':2");
		answer(call, "{'result':{'ptySessionId':'t-1','offset':0}}");
		output("'data':'abc','offset':0");
		push("{'eventType':'pty.exit','ptySessionId':'t-1','exitCode':0}");
		assertThat(all(attaching.get(30, TimeUnit.SECONDS))).succeedsWithin(PATIENCE).isEqualTo("abc");
	}

	@Test
	void piecesThatAreShownTwiceAreShownOnce() throws Exception {
		ReactiveTerminal terminal = open();
		output("'data':'abc','offset':0");
		output("'data':'bcd','offset':1");
		output("'data':'ab','offset':0");
		output("'data':'e','offset':4");
		push("{'eventType':'pty.exit','ptySessionId':'t-1','exitCode':0}");
		assertThat(all(terminal)).succeedsWithin(PATIENCE).isEqualTo("abcde");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'data':'c','offset':2", "'data':'?','encoding':'base64'" })
	void aPieceThatIsMissingIsAnError(String next) throws Exception {
		ReactiveTerminal terminal = open();
		output("'data':'a','offset':0");
		output(next);
		assertThat(all(terminal)).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(StreamBrokenException.class)
			.satisfies((ex) -> assertThat(((StreamBrokenException) ex).reason()).isEqualTo(Reason.LOST_FRAME));
		assertThat(terminal.isAttached()).isFalse();
	}

	@Test
	void aFrameThatCannotBeReadMayHaveBeenOutput() throws Exception {
		ReactiveTerminal terminal = open();
		say("<html>");
		assertThat(all(terminal)).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(StreamBrokenException.class);
	}

	@Test
	@Capability({ "21.14" })
	void aServiceThatKeepsNothingSaysSo() throws Exception {
		CompletableFuture<ReactiveTerminal> attaching = begin(this.terminals.attach("t-1", 5));
		answer(this.peer.next(), "{'result':{}}");
		ReactiveTerminal terminal = attaching.get(30, TimeUnit.SECONDS);
		assertThat(terminal.id()).isEqualTo("t-1");
		assertThat(terminal.missed()).isEmpty();
		assertThat(terminal.position()).isEmpty();
	}

	@Test
	@Capability({ "21.9", "21.10" })
	void anEndThatNobodyTellsIsKnownAfterAKill() throws Exception {
		ReactiveTerminal terminal = open();
		CompletableFuture<Void> killing = begin(this.terminals.kill("t-1"));
		JsonNode kill = this.peer.next();
		assertThat(kill.path("data").path("method").asString()).isEqualTo("pty.kill");
		answer(kill, "{}");
		assertThat(killing).succeedsWithin(PATIENCE);
		assertThat(terminal.awaitExit().block(PATIENCE)).isEqualTo(-9);
		assertThat(all(terminal)).succeedsWithin(PATIENCE).isEqualTo("");
	}

	@Test
	@Capability({ "21.12", "21.17" })
	void anErrorOfTheTerminalEndsIt() throws Exception {
		ReactiveTerminal terminal = open();
		push("{'eventType':'pty.error','ptySessionId':'t-1','error':'it broke'}");
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> terminal.awaitExit().block(PATIENCE))
			.withMessageContaining("it broke");
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> terminal.write("x").block(PATIENCE));
		push("{'eventType':'pty.exit','ptySessionId':'t-1'}");
		assertThat(terminal.exitCode()).isEmpty();
	}

	@Test
	@Capability("21.17")
	void refusalsAreTold() throws Exception {
		CompletableFuture<ReactiveTerminal> attaching = begin(this.terminals.attach("t-9"));
		answer(this.peer.next(), "{'error':'PTY session not found: t-9'}");
		assertThat(attaching).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(NotFoundException.class);
		CompletableFuture<List<String>> listing = begin(this.terminals.list().collectList());
		say("{'invocationId':'" + this.peer.next().path("invocationId").asString()
				+ "','source':'WEBSOCKET_SERVER','target':'SDK','error':'target not connected','data':{}}");
		assertThat(listing).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(ServiceException.class)
			.withMessageContaining("target not connected");
		CompletableFuture<ReactiveTerminal> opening = begin(this.terminals.open());
		answer(this.peer.next(), "{'result':{}}");
		assertThat(opening).failsWithin(PATIENCE);
	}

	@Test
	void aListWithoutAnythingIsEmpty() throws Exception {
		CompletableFuture<List<String>> listing = begin(this.terminals.list().collectList());
		answer(this.peer.next(), "{'result':{}}");
		assertThat(listing).succeedsWithin(PATIENCE).isEqualTo(List.of());
	}

	@Test
	@Capability("21.5")
	void aTerminalThatIsOpenedTooLateIsEnded() throws Exception {
		CompletableFuture<ReactiveTerminal> opening = begin(
				this.terminals.open(TerminalOptions.defaults().withTimeout(Duration.ofMillis(300))));
		JsonNode create = this.peer.next();
		assertThat(opening).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(StreamBrokenException.class);
		answer(create, "{'result':{'ptySessionId':'t-late'}}");
		JsonNode kill = this.peer.next();
		assertThat(kill.path("data").path("method").asString()).isEqualTo("pty.kill");
		assertThat(kill.path("data").path("params").path("ptySessionId").asString()).isEqualTo("t-late");
	}

	@Test
	void theLossOfTheConnectionIsTold() throws Exception {
		ReactiveTerminal terminal = open();
		output("'data':'a'");
		CompletableFuture<String> read = all(terminal);
		this.peer.hangsUp();
		assertThat(read).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(StreamBrokenException.class)
			.satisfies((ex) -> assertThat(((StreamBrokenException) ex).reason()).isEqualTo(Reason.CONNECTION_LOST));
		await().atMost(PATIENCE).until(() -> !terminal.isAttached());
		assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(() -> terminal.write("x").block(PATIENCE));
		assertThat(terminal.position()).hasValue(1);
	}

}
