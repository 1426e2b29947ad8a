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
import io.agentbay.filesystem.WriteMode;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.session.Labels;
import io.agentbay.internal.settings.Environment;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.result.OperationResult;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.Session;
import io.agentbay.session.SessionStatus;
import io.agentbay.testing.Capability;
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
		.environment(Environment.none())
		.build();

	private final Context context = this.agentBay.context().create("kept").context();

	private final Session session = this.agentBay
		.create(CreateSessionParams.builder().contextSync(ContextSync.of(this.context.id(), "/tmp/kept")).build())
		.session();

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
		assertThat(this.agentBay.apiKey()).isEqualTo(this.runtime.apiKey());
		assertThat(this.agentBay.reactive().apiKey()).isEqualTo(this.runtime.apiKey());
		assertThat(this.session.apiKey()).isEqualTo(this.runtime.apiKey());
		assertThat(this.session.toString()).contains(this.session.id()).doesNotContain(this.runtime.apiKey());
		assertThat(this.session.fs()).isSameAs(this.session.files()).isSameAs(this.session.fileSystem());
	}

	@Test
	@Capability("3.6")
	void labelsAreCheckedWithoutAnySession() {
		assertThatCode(() -> Labels.validate(Map.of("team", "blue"))).doesNotThrowAnyException();
	}

	@Test
	@Capability("3.24")
	void pauseAndResumeHaveTheirBetaNames() {
		try (Session sleeper = this.agentBay.create().session()) {
			assertThat(sleeper.betaPause(Duration.ofSeconds(30), Duration.ofMillis(200)).orElseThrow().status())
				.isEqualTo(SessionStatus.PAUSED);
			assertThat(sleeper.betaResume(Duration.ofSeconds(30), Duration.ofMillis(200)).orElseThrow().status())
				.isEqualTo(SessionStatus.RUNNING);
		}
	}

	@Test
	@Capability("5.5")
	void aCallbackIsToldWhenContextsAreSaved() throws Exception {
		this.session.fs().write("/tmp/kept/a", "saved").orElseThrow();
		CompletableFuture<OperationResult> told = new CompletableFuture<>();
		this.session.context().sync(this.context.id(), "/tmp/kept", "upload", told::complete).get(30, TimeUnit.SECONDS);
		assertThat(told.getNow(null).success()).isTrue();
		assertThat(this.agentBay.context().listFiles(this.context.id(), "/tmp/kept").files()).hasSize(1);
		assertThat(this.session.context().sync(null, null, null, (result) -> {
			throw new IllegalStateException("consumers may fail");
		})).failsWithin(Duration.ofSeconds(30));
	}

	@Test
	@Capability({ "8.13", "8.24" })
	void filesAreCopiedAndMadeWithTheirDirectories() {
		var files = this.session.fileSystem();
		String odd = "/tmp/new/it's $(touch /tmp/pwned)/-f";
		files.writeWithParents(odd + "/a.txt", "one", WriteMode.OVERWRITE).orElseThrow();
		files.writeWithParents(odd + "/a.txt", " two", WriteMode.APPEND).orElseThrow();
		assertThat(files.exists(odd + "/a.txt").orElseThrow().exists()).isTrue();
		files.copy(odd, "/tmp/copy of it").orElseThrow();
		assertThat(files.read("/tmp/copy of it/a.txt").orElseThrow().content()).isEqualTo("one two");
		files.deleteRecursively(odd).orElseThrow();
		assertThat(files.exists(odd).orElseThrow().exists()).isFalse();
		files.deleteRecursively(odd).orElseThrow();
		OperationResult missing = files.copy(odd, "/tmp/x");
		assertThat(missing.success()).isFalse();
		assertThat(missing.errorMessage()).contains("No such file").doesNotContain("exit_code");
		assertThat(files.exists("/tmp/pwned").orElseThrow().exists()).isFalse();
	}

	@Test
	@Capability("9.6")
	void aCommandReadsItsInput() {
		CommandOptions options = CommandOptions.defaults().withInput("it's\n100% \\n $HOME");
		assertThat(this.session.command().run("cat", options).orElseThrow().stdout()).isEqualTo("it's\n100% \\n $HOME");
		assertThat(this.session.command().run("cat > /dev/null; exit 3", options).exitCode()).isEqualTo(3);
		assertThat(this.session.command().run("wc -l # lines", options.withInput("")).orElseThrow().stdout().strip())
			.isEqualTo("0");
	}

	@Test
	@Capability({ "16.13", "16.14" })
	void theOperatorIsAlsoAnAgentThatClicksAndTypes() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay scripted = server.client().build()) {
			server.answers(Replies.session()).answers(Replies.ok("{\"Port\":9222}"));
			for (int i = 0; i < 4; i++) {
				server.answers(Replies.toolText("{\"success\":true,\"is_done\":true,\"steps\":[]}"));
			}
			var browser = scripted.get(Replies.SESSION).session().browser();
			browser.initialize().orElseThrow();
			assertThat(browser.agent()).isSameAs(browser.operator());
			browser.agent().click("the \"Send\" button");
			browser.agent().type("name", "\"; delete all");
			browser.agent().navigateTo("https://example.invalid");
			browser.agent().takeScreenshot();
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
		assertThat(BrowserOption.builder().fingerprintFormat(loaded).build().fingerprintData())
			.isEqualTo(made.toJson());
	}

}
