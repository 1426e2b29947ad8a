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

package io.agentbay.guide;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.code.CodeError;
import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.code.CodeResult;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandHandle;
import io.agentbay.command.CommandResult;
import io.agentbay.computer.Window;
import io.agentbay.context.Context;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextSync;
import io.agentbay.device.Screenshot;
import io.agentbay.error.ServiceException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.event.EventSubscription;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.git.GitCommit;
import io.agentbay.git.GitScope;
import io.agentbay.git.GitStatus;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.UiElement;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionSummary;
import io.agentbay.terminal.ReactiveTerminalWebSocketHandler;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.testing.LocalClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The examples of the guide, run. {@link GuideDocumentTests} sees to it that they are the
 * same.
 */
@TestInstance(Lifecycle.PER_CLASS)
class GuideTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private final ReactiveAgentBay reactiveAgentBay = this.agentBay.reactive();

	private final Session session = this.agentBay.create();

	@AfterAll
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	void commandsThatAreWatched() {
		CommandResult built = this.session.command().stream("for i in 1 2 3; do echo step $i; done", (event) -> {
			if (event instanceof CommandEvent.Stdout out) {
				System.out.print(out.chunk());
			}
		});
		assertThat(built.stdout()).isEqualTo("step 1\nstep 2\nstep 3\n");
	}

	@Test
	void commandsThatAreLeftRunning() {
		CommandHandle server = this.session.command().start("python3 -m http.server 8000");
		String id = server.id();
		CommandHandle again = this.session.command().find(id).orElseThrow();
		again.kill();
		int code = again.awaitExit(Duration.ofMinutes(1));
		again.remove();
		assertThat(code).isNotZero();
		assertThat(this.session.command().find(id)).isEmpty();
	}

	@Test
	void localRuntime() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = AgentBay.builder()
					.apiKey(runtime.apiKey())
					.endpoint(runtime.endpoint().toString())
					.build()) {
			assertThat(agentBay.create().id()).isEqualTo(runtime.liveSessionIds().get(0));
			agentBay.list().forEach(System.out::println);
		}
	}

	@Test
	void sessions() {
		try (Session session = this.agentBay
			.create((options) -> options.imageId("code_latest").label("team", "search"))) {
			System.out.println(session.id());
		}
		try (Session session = this.agentBay
			.create((options) -> options.imageId("code_latest").label("team", "search"))) {
			String id = session.id();
			Optional<Session> found = this.agentBay.find(id);
			assertThat(found).isPresent();
			List<String> ids = this.agentBay.list(SessionQuery.all().withLabel("team", "search"))
				.map(SessionSummary::sessionId)
				.toList();
			assertThat(ids).containsExactly(id);
			List<String> coders = this.agentBay.list(SessionQuery.all().withImageId("code_latest"))
				.map(SessionSummary::sessionId)
				.toList();
			assertThat(coders).containsExactly(id);
			session.keepAlive();
			session.pause();
			session.resume();
			URI link = session.createLink(30100);
			assertThat(link).hasNoQuery();
		}
	}

	@Test
	void commands() {
		CommandResult result = this.session.command().run("ls -l /tmp");
		System.out.println(result.stdout());
		this.session.fileSystem().write("log.txt", "all is well\n");
		CommandResult grep = this.session.command().run("grep -c error log.txt");
		if (grep.exitCode() == 2) {
			grep.requireSuccess();
		}
		assertThat(grep.exitCode()).isEqualTo(1);
		this.session.command()
			.run("mkdir -p /tmp/project; printf 'all:\\n\\t@echo $(CC); cat\\n' > /tmp/project/Makefile");
		String built = this.session.command()
			.run("make -j4",
					(options) -> options.withTimeout(Duration.ofMinutes(10))
						.withWorkingDirectory("/tmp/project")
						.withVariable("CC", "gcc")
						.withInput("yes\n"))
			.stdout();
		assertThat(built).isNotNull();
	}

	@Test
	void code() {
		this.session.code().run("x = 20", CodeLanguage.PYTHON).requireSuccess();
		String text = this.session.code().run("x + 22", CodeLanguage.PYTHON).requireSuccess().text();
		assertThat(text).isEqualTo("42");
		String drawing = """
				class Picture:
				    def _repr_png_(self): return bytes([0x89, 80, 78, 71])
				Picture()
				""";
		CodeResult plot = this.session.code().run(drawing, CodeLanguage.PYTHON).requireSuccess();
		byte[] png = plot.outputs().get(0).png();
		assertThat(png).startsWith(0x89, 'P', 'N', 'G');
		CodeError error = this.session.code().run("1 / 0", CodeLanguage.PYTHON).error();
		System.out.println(error.name() + ": " + error.value());
		assertThat(error.name()).isEqualTo("ZeroDivisionError");
		List<String> printed = new CopyOnWriteArrayList<>();
		this.session.code().stream("for i in range(3): print(i)", CodeLanguage.PYTHON, (event) -> {
			if (event instanceof CodeEvent.Stdout out) {
				printed.add(out.chunk());
			}
		});
		assertThat(String.join("", printed)).isEqualTo("0\n1\n2\n");
	}

	@Test
	void packages() {
		assumeTrue(this.session.command()
			.run("python3 -m venv try && try/bin/pip --version",
					(options) -> options.withTimeout(Duration.ofMinutes(5)))
			.success(), "python3-venv is missing");
		this.session.fileSystem().writeWithParents("greet/greet.py", "TEXT = 'hello'\n");
		this.session.fileSystem()
			.write("greet/setup.py", "from setuptools import setup; setup(name='greet', py_modules=['greet'])\n");
		String packages = "--no-index --no-build-isolation ./greet";
		this.session.command()
			.run("python3 -m venv env && env/bin/pip install --quiet " + packages,
					(options) -> options.withTimeout(Duration.ofMinutes(5)))
			.requireSuccess();
		String greeting = this.session.command().run("env/bin/python -c 'import greet; print(greet.TEXT)'").stdout();
		assertThat(greeting).isEqualTo("hello\n");
	}

	@Test
	void terminals() throws IOException {
		String shown;
		try (Terminal terminal = this.session.terminals().open(TerminalOptions.defaults().withSize(120, 40))) {
			terminal.write("echo $((6 * 7)); exit\r");
			shown = new String(terminal.output().readAllBytes(), StandardCharsets.UTF_8);
		}
		assertThat(shown).contains("42\r\n");
		Terminal terminal = this.session.terminals().open(TerminalOptions.defaults());
		long position = 0;
		String id = terminal.id();
		terminal.detach();
		Terminal again = this.session.terminals().attach(id, position);
		again.close();
		WebSocketHandler handler = this.session.terminals().webSocketHandler(TerminalOptions.defaults());
		WebSocketService service = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
				() -> WebsocketServerSpec.builder().maxFramePayloadLength(1024 * 1024)));
		assertThat(handler).isNotNull();
		assertThat(service).isNotNull();
	}

	@Test
	void terminalsOfTheSessionThatIsAskedFor() {
		WebSocketHandler handler = new ReactiveTerminalWebSocketHandler(
				(socket) -> this.reactiveAgentBay.get(socket.getHandshakeInfo().getUri().getPath().substring(1))
					.map(ReactiveSession::terminals),
				TerminalOptions.defaults());
		WebSocketService service = new HandshakeWebSocketService();
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle(new ReactorHttpHandlerAdapter(
					WebHttpHandlerBuilder.webHandler((exchange) -> service.handleRequest(exchange, handler)).build()))
			.bindNow();
		try {
			Sinks.One<CloseStatus> closed = Sinks.one();
			new ReactorNettyWebSocketClient()
				.execute(URI.create("ws://127.0.0.1:" + server.port() + "/" + this.session.id()), (socket) -> {
					socket.receive().subscribe();
					socket.send(Mono.just(socket.textMessage("kill -9 $$\r"))).subscribe();
					return socket.closeStatus().doOnNext(closed::tryEmitValue).then();
				})
				.subscribe();
			assertThat(closed.asMono().block(Duration.ofMinutes(1))).isEqualTo(new CloseStatus(1000, "exit -9"));
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void files(@TempDir Path directory) throws IOException {
		this.session.fileSystem().write("notes.txt", "first line\n");
		this.session.fileSystem().append("notes.txt", "second line\n");
		String notes = this.session.fileSystem().read("notes.txt");
		assertThat(notes).isEqualTo("first line\nsecond line\n");
		this.session.fileSystem().writeWithParents("project/src/Main.java", "class Main { }");
		this.session.fileSystem().createDirectory("project/src");
		List<DirectoryEntry> entries = this.session.fileSystem().list("project");
		assertThat(entries).extracting(DirectoryEntry::name).containsExactly("src");
		List<String> sources = this.session.fileSystem().search("project", "*.java");
		assertThat(sources).hasSize(1);
		Path movie = Files.write(directory.resolve("movie.mp4"), new byte[300_000]);
		Path copy = directory.resolve("copy.mp4");
		this.session.fileSystem().upload(movie, "movie.mp4");
		this.session.fileSystem().download("movie.mp4", copy);
		assertThat(copy).hasSameBinaryContentAs(movie);
		List<String> changed = new CopyOnWriteArrayList<>();
		this.session.fileSystem().createDirectory("inbox");
		try (EventSubscription watch = this.session.fileSystem()
			.watch("inbox", (change) -> changed.add(change.path()))) {
			this.session.fileSystem().write("inbox/letter", "hello");
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !changed.isEmpty());
			assertThat(watch.failure()).isNull();
		}
	}

	@Test
	void contexts() {
		Context memory = this.agentBay.contexts().getOrCreate("memory");
		CreateSessionOptions options = CreateSessionOptions.builder()
			.contextSync(ContextSync.of(memory, "/tmp/memory"))
			.build();
		try (Session session = this.agentBay.create(options)) {
			session.fileSystem().write("/tmp/memory/name", "Ada");
			session.context().sync();
			session.delete(DeleteOption.SAVE_CONTEXTS);
		}
		List<String> paths = this.agentBay.contexts()
			.listFiles(memory.id(), "/tmp/memory")
			.map(ContextFile::path)
			.toList();
		assertThat(paths).singleElement().asString().contains("name");
		ContextMount data = ContextMount.of(memory, "/mnt/data").withSourcePath("/tmp/memory").asReadOnly();
		CreateSessionOptions sharing = CreateSessionOptions.builder()
			.imageId("aio-ubuntu-2404")
			.contextMount(data)
			.build();
		try (Session session = this.agentBay.create(sharing)) {
			assertThat(session.fileSystem().read("/mnt/data/name")).isEqualTo("Ada");
		}
	}

	@Test
	void browser() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is missing");
		record Product(String name, String price) {
		}
		String address = "data:text/html,<dl><dt>Name</dt><dd>Lamp</dd><dt>Price</dt><dd>20</dd></dl><button>Buy</button>";
		this.session.browser().initialize();
		this.session.browser().operator().navigate(address);
		Product product = this.session.browser().operator().extract(Product.class, "the product");
		assertThat(product).isEqualTo(new Product("Lamp", "20"));
		this.session.browser().operator().act("click the button named Buy");
		URI devTools = this.session.browser().fetchEndpointUrl();
		assertThat(devTools.getScheme()).startsWith("ws");
		Playwright.CreateOptions options = new Playwright.CreateOptions()
			.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
		try (Playwright playwright = Playwright.create(options);
				Browser browser = playwright.chromium().connectOverCDP(devTools.toString())) {
			Page page = browser.contexts().get(0).pages().get(0);
			page.navigate(address);
			page.locator("button").click();
			assertThat(page.locator("button").textContent()).isEqualTo("Buy");
		}
	}

	@Test
	void desktop(@TempDir Path directory) throws IOException {
		assumeTrue(
				List.of("Xvfb", "xdotool", "xterm")
					.stream()
					.allMatch((program) -> Files.isExecutable(Path.of("/usr/bin", program))),
				"xvfb, xdotool or xterm is missing");
		Path picture = directory.resolve("picture.png");
		this.session.computer().startApp("xterm");
		Screenshot screenshot = this.session.computer().screenshot();
		Files.write(picture, screenshot.data());
		assertThat(picture).isNotEmptyFile();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.ignoreExceptionsInstanceOf(ServiceException.class)
			.until(() -> this.session.computer().fetchActiveWindow().id() != 0);
		Window window = this.session.computer().fetchActiveWindow();
		this.session.computer().maximizeWindow(window.id());
		this.session.computer().clickMouse(100, 100);
		this.session.computer().inputText("echo hello");
		this.session.computer().pressKeys(List.of("enter"));
	}

	@Test
	void phone() {
		try (Session phone = this.agentBay.create((options) -> options.imageId("mobile_latest"))) {
			phone.mobile().startApp("monkey -p io.agentbay.notes 1");
			List<UiElement> elements = phone.mobile().listClickableElements();
			phone.mobile().tap(200, 400);
			phone.mobile().sendKey(KeyCode.KEYCODE_HOME);
			assertThat(elements).isNotEmpty();
		}
	}

	@Test
	void git() {
		String repository = this.session.git().init("repository");
		this.session.git().configureUser(repository, "Ada", "ada@example.com", GitScope.LOCAL);
		this.session.fileSystem().write("repository/README", "hello\n");
		this.session.git().addAll(repository);
		this.session.git().commit(repository, "Say hello");
		GitStatus status = this.session.git().status(repository);
		List<GitCommit> log = this.session.git().log(repository, 10);
		assertThat(status.isClean()).isTrue();
		assertThat(log).hasSize(1);
		String url = "file://" + this.session.command().run("pwd").stdout().strip() + "/repository";
		String clone = this.session.git().clone(url, "copy");
		assertThat(clone).endsWith("copy");
	}

	@Test
	void errors() {
		Session session = this.agentBay.create();
		this.agentBay.delete(session.id());
		try {
			session.command().run("make");
		}
		catch (SessionGoneException ex) {
			session = this.agentBay.create();
		}
		try {
			session.fileSystem().read("/no/such/" + UUID.randomUUID());
		}
		catch (ServiceException ex) {
			System.err.println(ex.failureKind() + " " + ex.requestId() + ": " + ex.getMessage());
			assertThat(ex.requestId()).isNotBlank();
		}
		session.close();
	}

	@Test
	void reactive() {
		Mono<String> kernel = Mono.usingWhen(this.reactiveAgentBay.create(),
				(session) -> session.command().run("uname").map(CommandResult::stdout), ReactiveSession::delete);
		assertThat(kernel.block()).isNotBlank();
		Flux<String> output = this.session.reactive()
			.code()
			.stream("for i in range(3): print(i)", CodeOptions.of(CodeLanguage.PYTHON))
			.ofType(CodeEvent.Stdout.class)
			.map(CodeEvent.Stdout::chunk);
		assertThat(String.join("", output.collectList().block())).isEqualTo("0\n1\n2\n");
	}

}
