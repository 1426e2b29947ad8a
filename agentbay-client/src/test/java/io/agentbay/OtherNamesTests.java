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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.FingerprintFormat;
import io.agentbay.command.CommandOptions;
import io.agentbay.context.Context;
import io.agentbay.context.ContextSync;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.context.SyncDirection;
import io.agentbay.context.SyncOptions;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.session.Labels;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.WaitOptions;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Names that other SDKs have for things, and what only some of them offer.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OtherNamesTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = AgentBay.builder()
		.apiKey(this.runtime.apiKey())
		.endpoint(this.runtime.endpoint().toString())
		.regionId("cn-hangzhou")
		.environment(Map.of())
		.build();

	private final Context context = this.agentBay.contexts().getOrCreate("kept");

	private final Session session = this.agentBay
		.create(CreateSessionOptions.builder().contextSync(ContextSync.of(this.context.id(), "/tmp/kept")).build());

	@AfterAll
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	@Capability({ "1.9", "3.19", "3.23" })
	void whatAClientAndASessionAreMadeOfCanBeAsked() {
		assertThat(this.agentBay.regionId()).isEqualTo("cn-hangzhou");
		assertThat(this.session.toString()).contains(this.session.id()).doesNotContain(this.runtime.apiKey());
		assertThat(this.session.fileSystem()).isSameAs(this.session.fileSystem());
	}

	@Test
	@Capability("3.6")
	void labelsAreCheckedWithoutAnySession() {
		assertThatCode(() -> Labels.validate(Map.of("team", "blue"))).doesNotThrowAnyException();
	}

	@Test
	@Capability("3.24")
	void aSessionSleepsAndWakes() {
		try (Session sleeper = this.agentBay.create()) {
			WaitOptions wait = WaitOptions.defaults()
				.withTimeout(Duration.ofSeconds(30))
				.withPollInterval(Duration.ofMillis(200));
			sleeper.pause(wait);
			assertThat(sleeper.fetchStatus()).isEqualTo(SessionStatus.PAUSED);
			sleeper.resume(wait);
			assertThat(sleeper.fetchStatus()).isEqualTo(SessionStatus.RUNNING);
		}
	}

	@Test
	@Capability("5.5")
	void aCallbackIsToldWhenContextsAreSaved() throws Exception {
		this.session.fileSystem().write("/tmp/kept/a", "saved");
		CompletableFuture<String> told = new CompletableFuture<>();
		ReactiveContextManager contexts = this.session.context().reactive();
		contexts.sync(SyncOptions.of(this.context.id(), "/tmp/kept").withDirection(SyncDirection.UPLOAD))
			.subscribe((nothing) -> {
			}, told::completeExceptionally, () -> told.complete("saved"));
		assertThat(told.get(30, TimeUnit.SECONDS)).isEqualTo("saved");
		assertThat(this.agentBay.contexts().listFiles(this.context.id(), "/tmp/kept")).hasSize(1);
		assertThat(contexts.sync(SyncOptions.of("SdkCtx-none", "/tmp/none")).toFuture())
			.failsWithin(Duration.ofSeconds(30));
	}

	@Test
	@Capability({ "8.13", "8.24" })
	void filesAreCopiedAndMadeWithTheirDirectories() {
		var files = this.session.fileSystem();
		String odd = "/tmp/new/it's $(touch /tmp/pwned)/-f";
		files.writeWithParents(odd + "/a.txt", "one", WriteMode.OVERWRITE);
		files.writeWithParents(odd + "/a.txt", " two", WriteMode.APPEND);
		assertThat(files.exists(odd + "/a.txt")).isTrue();
		files.copy(odd, "/tmp/copy of it");
		assertThat(files.read("/tmp/copy of it/a.txt")).isEqualTo("one two");
		files.deleteRecursively(odd);
		assertThat(files.exists(odd)).isFalse();
		files.deleteRecursively(odd);
		assertThat(Refusal.of(() -> files.copy(odd, "/tmp/x"))).hasMessageContaining("No such file")
			.hasMessageNotContaining("exit_code");
		assertThat(files.exists("/tmp/pwned")).isFalse();
	}

	@Test
	@Capability("9.6")
	void aCommandReadsItsInput() {
		CommandOptions options = CommandOptions.defaults().withInput("it's\n100% \\n $HOME");
		assertThat(this.session.command().run("cat", options).requireSuccess().stdout())
			.isEqualTo("it's\n100% \\n $HOME");
		assertThat(this.session.command().run("cat > /dev/null; exit 3", options).exitCode()).isEqualTo(3);
		assertThat(this.session.command().run("wc -l # lines", options.withInput("")).requireSuccess().stdout().strip())
			.isEqualTo("0");
	}

	@Test
	@Capability({ "16.13", "16.14" })
	void theOperatorClicksAndTypes() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay scripted = server.client().build()) {
			server.answers(Replies.session()).answers(Replies.ok("{\"Port\":9222}"));
			for (int i = 0; i < 4; i++) {
				server.answers(Replies.toolText("{\"success\":true,\"is_done\":true,\"steps\":[]}"));
			}
			var browser = scripted.get(Replies.SESSION).browser();
			browser.initialize();
			browser.operator().click("the \"Send\" button");
			browser.operator().type("name", "\"; delete all");
			browser.operator().navigate("https://example.invalid");
			browser.operator().screenshot();
			JsonNode click = arguments(server, 2, "page_use_act");
			assertThat(click.path("action").asString()).isEqualTo("Click on %element%");
			assertThat(click.path("variables").path("element").asString()).isEqualTo("the \"Send\" button");
			JsonNode type = arguments(server, 3, "page_use_act");
			assertThat(type.path("action").asString()).isEqualTo("Type %text% into %element%");
			assertThat(type.path("variables").path("text").asString()).isEqualTo("\"; delete all");
			assertThat(arguments(server, 4, "page_use_navigate").path("url").asString())
				.isEqualTo("https://example.invalid");
			arguments(server, 5, "page_use_screenshot");
		}
	}

	private static JsonNode arguments(ScriptedServer server, int index, String tool) {
		assertThat(server.requests().get(index).form()).containsEntry("Name", tool);
		return Json.MAPPER.readTree(server.requests().get(index).form().get("Args"));
	}

	@Test
	@Capability("19.11")
	void aFingerprintIsLoadedAndSaved(@TempDir Path directory) throws IOException {
		FingerprintFormat made = new FingerprintFormat(Json.MAPPER.readTree("{\"screen\":{\"width\":1920}}"),
				Map.of("Accept-Language", "en"));
		Path file = directory.resolve("fingerprint.json");
		made.save(file);
		FingerprintFormat loaded = FingerprintFormat.load(file);
		assertThat(loaded).isEqualTo(made);
		assertThat(FingerprintFormat.fromJson("{\"fingerprint\":{\"slim\":true}}").headers()).isEmpty();
		assertThat(BrowserOption.builder().fingerprintData(loaded).build().fingerprintData()).isEqualTo(made.toJson());
	}

}
