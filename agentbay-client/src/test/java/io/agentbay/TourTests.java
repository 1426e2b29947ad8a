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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeLanguage;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandHandle;
import io.agentbay.context.Context;
import io.agentbay.context.ContextSync;
import io.agentbay.event.EventSubscription;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.Session;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.testing.LocalClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The examples of docs/tour.md, run.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TourTests {

	private static final Path TOUR = Path.of("..", "docs", "tour.md");

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private final Session session = this.agentBay.create();

	@AfterAll
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	void everyExampleOfTheTourIsInThisTest() throws IOException {
		String source = squeezed(
				Files.readString(Path.of("src/test/java", TourTests.class.getName().replace('.', '/') + ".java"))
					.replace("this.", ""));
		Matcher example = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(TOUR));
		List<String> examples = example.results().map((result) -> squeezed(result.group(1))).toList();
		assertThat(examples).hasSizeGreaterThan(5).allSatisfy((text) -> assertThat(source).contains(text));
	}

	private static String squeezed(String code) {
		return code.replaceAll("\\s+", "");
	}

	@Test
	void commands() {
		var result = this.session.command().run("echo hello; exit 3");
		if (!result.success()) {
			System.out.println(result.exitCode() + ": " + result.stdout());
		}
		assertThat(result.exitCode()).isEqualTo(3);
	}

	@Test
	void codeAsItRuns() {
		List<String> printed = new CopyOnWriteArrayList<>();
		this.session.code().stream("for i in range(3): print(i)", CodeLanguage.PYTHON, (event) -> {
			if (event instanceof CodeEvent.Stdout out) {
				printed.add(out.chunk());
			}
		}).requireSuccess();
		assertThat(String.join("", printed)).isEqualTo("0\n1\n2\n");
	}

	@Test
	void commandsThatTakeTheirTime() throws IOException {
		List<String> lines = new CopyOnWriteArrayList<>();
		this.session.command().stream("for i in 1 2 3; do echo $i; done", (event) -> {
			if (event instanceof CommandEvent.Stdout out) {
				lines.add(out.chunk());
			}
		}).requireSuccess();
		assertThat(String.join("", lines)).isEqualTo("1\n2\n3\n");
		CommandHandle server = this.session.command()
			.start("read -r name; echo hello $name", (options) -> options.withOpenInput());
		CommandHandle again = this.session.command().find(server.id()).orElseThrow();
		again.write("world\n");
		int code = again.awaitExit(Duration.ofMinutes(1));
		String said = new String(again.stdout(0).readAllBytes(), StandardCharsets.UTF_8);
		again.remove();
		assertThat(code).isZero();
		assertThat(said).isEqualTo("hello world\n");
	}

	@Test
	void terminals() throws IOException {
		String shown;
		try (Terminal terminal = this.session.terminals().open(TerminalOptions.defaults().withSize(120, 40))) {
			terminal.write("python3 -c 'print(6 * 7)'; exit\r");
			shown = new String(terminal.output().readAllBytes(), StandardCharsets.UTF_8);
		}
		assertThat(shown).contains("42\r\n");
	}

	@Test
	void aTerminalInABrowser() {
		WebSocketHandler handler = this.session.terminals().webSocketHandler(TerminalOptions.defaults());
		var mapping = new SimpleUrlHandlerMapping(Map.of("/terminal", handler), -1);
		assertThat((Object) mapping.getUrlMap().get("/terminal")).isSameAs(handler);
	}

	@Test
	void filesOfAnySize(@TempDir Path directory) throws IOException {
		Path movie = Files.write(directory.resolve("movie.mp4"), new byte[300_000]);
		Path copy = directory.resolve("copy.mp4");
		this.session.fileSystem().upload(movie, "movie.mp4");
		this.session.fileSystem().download("movie.mp4", copy);
		assertThat(copy).hasSameBinaryContentAs(movie);
	}

	@Test
	void watching() {
		List<String> changed = new CopyOnWriteArrayList<>();
		this.session.fileSystem().createDirectory("/tmp/inbox");
		try (EventSubscription watch = this.session.fileSystem()
			.watch("/tmp/inbox", (change) -> changed.add(change.path()))) {
			this.session.fileSystem().write("/tmp/inbox/letter", "hello");
			Awaitility.await().until(() -> !changed.isEmpty());
			assertThat(watch.failure()).isNull();
		}
		assertThat(changed.get(0)).endsWith("letter");
	}

	@Test
	void contexts() {
		Context memory = this.agentBay.contexts().getOrCreate("memory");
		var params = CreateSessionOptions.builder()
			.imageId("code_latest")
			.contextSync(ContextSync.of(memory.id(), "/tmp/memory"))
			.build();
		try (Session first = this.agentBay.create(params)) {
			first.fileSystem().write("/tmp/memory/name", "Ada");
			first.delete(DeleteOption.SAVE_CONTEXTS);
		}
		try (Session second = this.agentBay.create(params)) {
			assertThat(second.fileSystem().read("/tmp/memory/name")).isEqualTo("Ada");
		}
	}

	@Test
	void pages() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is missing");
		record Product(String name, String price) {
		}
		String address = "data:text/html,<dl><dt>Name</dt><dd>Lamp</dd><dt>Price</dt><dd>20</dd></dl>";
		this.session.browser().initialize();
		this.session.browser().operator().navigate(address);
		Product product = this.session.browser().operator().extract(Product.class, "the product");
		assertThat(product).isEqualTo(new Product("Lamp", "20"));
	}

	@Test
	void phones() {
		try (Session phone = this.agentBay.create(CreateSessionOptions.ofImage("mobile_latest"))) {
			phone.mobile().startApp("monkey -p io.agentbay.notes 1");
			var elements = phone.mobile().listClickableElements();
			assertThat(elements).isNotEmpty();
		}
	}

}
