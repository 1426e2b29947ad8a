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

package io.agentbay;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.agentbay.command.CommandOptions;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Keys and tokens show up nowhere: not in the logs of any library at any level, not in
 * exceptions, not in text forms.
 */
class SecrecyTests {

	private static final String[] SECRETS = { ScriptedServer.KEY, "tok-secret", "hush-variable" };

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Logger netty = (Logger) LoggerFactory.getLogger("reactor.netty");

	private final Appender<ILoggingEvent> console = this.root.getAppender("STDOUT");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().retryPolicy(RetryPolicy.none()).build();

	@BeforeEach
	void listen() {
		this.log.start();
		this.root.detachAppender(this.console);
		this.root.addAppender(this.log);
		this.root.setLevel(Level.TRACE);
		this.netty.setLevel(Level.TRACE);
	}

	@AfterEach
	void stop() {
		this.root.setLevel(Level.WARN);
		this.netty.setLevel(Level.ERROR);
		this.root.detachAppender(this.log);
		this.root.addAppender(this.console);
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability("1.11")
	void noLogOfAnyLibraryShowsThem() {
		this.server.answers(Replies.sessionWithLink(this.server.endpoint() + "/link"))
			.answers("{\"data\":{\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}}}")
			.answers(Replies.ok())
			.answers(Replies.ok("{\"ContextStatus\":\"\"}"))
			.hangsUp()
			.answers(200, "garbage");
		Session session = this.agentBay.get(Replies.SESSION);
		CommandOptions options = CommandOptions.defaults().withVariable("PASSWORD", "hush-variable");
		session.command().run("ls", options);
		session.context().sync();
		assertThat(this.server.requests().get(2).query()).containsEntry("Authorization",
				"Bearer " + ScriptedServer.KEY);
		Throwable lost = catchThrowable(() -> session.context().requestSync());
		Throwable garbled = catchThrowable(session::keepAlive);
		String texts = session + " " + session.details() + " " + options + " " + this.agentBay + " " + text(lost) + " "
				+ text(garbled);
		assertThat(texts).doesNotContain(SECRETS);
		List<ILoggingEvent> events = List.copyOf(this.log.list);
		assertThat(events).hasSizeGreaterThan(50);
		assertThat(events.stream().map(SecrecyTests::text).collect(Collectors.joining("\n"))).doesNotContain(SECRETS);
	}

	@Test
	void noLogOfAnyLibraryShowsASignedAddress() {
		String address = this.server.endpoint() + "/bucket/file?signature=hush-signature";
		this.server.answers(Replies.session())
			.answers(Replies.ok("[{\"ContextId\":\"c\",\"ContextPath\":\"/t/\"}]"))
			.answers(Replies.ok("{\"Url\":\"" + address + "\"}"))
			.answers(403, "<Error><Code>Denied</Code><StringToSign>hush-signature</StringToSign></Error>")
			.answers(Replies.ok("{\"Url\":\"" + address + "\"}"))
			.hangsUp();
		Session session = this.agentBay.get(Replies.SESSION);
		UploadSource source = UploadSource.of(new byte[] { 1 });
		String refused = text(
				Refusal.of(() -> session.fileSystem().upload(source, "/t/f", TransferOptions.defaults())));
		Throwable lost = catchThrowable(() -> session.fileSystem().upload(source, "/t/f", TransferOptions.defaults()));
		assertThat(this.server.requests().get(3).target()).isEqualTo("/bucket/file?signature=hush-signature");
		assertThat(refused).contains("Denied").doesNotContain("hush");
		assertThat(lost).isNotNull();
		assertThat(text(lost)).doesNotContain("hush");
		List<ILoggingEvent> events = List.copyOf(this.log.list);
		assertThat(events).hasSizeGreaterThan(50);
		assertThat(events.stream().map(SecrecyTests::text).collect(Collectors.joining("\n"))).doesNotContain("hush");
	}

	@Test
	void noLogOfAWebSocketShowsThem() throws Exception {
		try (ScriptedSocket socket = new ScriptedSocket()) {
			this.server.answers(Replies.session()
				.replace("\"WsUrl\":\"\"", "\"WsUrl\":\"" + socket.url() + "?signature=hush-variable\""));
			Session session = this.agentBay.get(Replies.SESSION);
			session.channel().send("server", Map.of("type", "x"));
			ScriptedSocket.Peer peer = socket.peer();
			peer.next();
			assertThat(peer.handshake().target()).isEqualTo("/ws?signature=hush-variable");
			session.channel().disconnect();
			socket.refuses(403);
			this.server.answers(Replies.ok("{\"Status\":\"RUNNING\"}"));
			Throwable refused = catchThrowable(() -> session.channel().connect());
			assertThat(text(refused)).contains("403").doesNotContain(SECRETS);
		}
		List<ILoggingEvent> events = List.copyOf(this.log.list);
		assertThat(events).hasSizeGreaterThan(20);
		assertThat(events.stream().map(SecrecyTests::text).collect(Collectors.joining("\n"))).doesNotContain(SECRETS);
	}

	private static String text(ILoggingEvent event) {
		String trace = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
				: "";
		return event.getLoggerName() + " " + event.getFormattedMessage() + " " + trace;
	}

	private static String text(Throwable thrown) {
		StringBuilder text = new StringBuilder();
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			text.append(cause);
			for (Throwable suppressed : cause.getSuppressed()) {
				text.append(suppressed);
			}
		}
		return text.toString();
	}

}
