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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.agentbay.context.Context;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextNames;
import io.agentbay.context.ContextSync;
import io.agentbay.context.browser.BrowserContext;
import io.agentbay.context.browser.BrowserSyncMode;
import io.agentbay.context.browser.ExtensionOption;
import io.agentbay.error.NotFoundException;
import io.agentbay.extension.Extension;
import io.agentbay.internal.json.Json;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LinkOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionStatus;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a browser keeps beyond its session, the service for its extensions, and sessions
 * that are taken up elsewhere.
 */
class BrowserContextTests {

	@TempDir
	private Path directory;

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	@BeforeEach
	void start() {
		this.runtime = LocalAgentBay.builder().start();
		this.agentBay = client();
	}

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	private AgentBay client() {
		return LocalClient.of(this.runtime).build();
	}

	@Test
	@Capability({ "2.7", "2.8", "2.9" })
	void profileExtensionsAndFingerprintAreFurtherContexts() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(Replies.gone());
			BrowserContext browser = BrowserContext.of("profile")
				.withoutAutoUpload()
				.withSyncMode(BrowserSyncMode.MINIMAL)
				.withExtensions(new ExtensionOption("extensions", List.of("ext_1.zip", "ext_2.zip")))
				.withFingerprintContextId("fingerprint");
			Refusal.of(() -> agentBay
				.create((options) -> options.browserContext(browser).contextSync(ContextSync.of("mine", "/tmp/mine"))));
			JsonNode mounted = Json.MAPPER.readTree(server.requests().get(0).form().get("PersistenceDataList"));
			assertThat(mounted).extracting((item) -> item.get("ContextId").asString())
				.containsExactly("mine", "extensions", "fingerprint", "profile");
			assertThat(mounted).extracting((item) -> item.get("Path").asString())
				.containsExactly("/tmp/mine", "/tmp/extensions/", "/tmp/browser_fingerprint", "/tmp/agentbay_browser");
			JsonNode extensions = Json.MAPPER.readTree(mounted.get(1).get("Policy").asString());
			assertThat(extensions.at("/uploadPolicy/autoUpload").booleanValue()).isFalse();
			assertThat(extensions.at("/deletePolicy/syncLocalFile").booleanValue()).isFalse();
			assertThat(extensions.at("/bwList/whiteLists").toString()).isEqualTo(
					"[{\"path\":\"ext_1.zip\",\"excludePaths\":[]},{\"path\":\"ext_2.zip\",\"excludePaths\":[]}]");
			JsonNode fingerprint = Json.MAPPER.readTree(mounted.get(2).get("Policy").asString());
			assertThat(fingerprint.at("/bwList/whiteLists")).isEmpty();
			JsonNode profile = Json.MAPPER.readTree(mounted.get(3).get("Policy").asString());
			assertThat(profile.at("/uploadPolicy/autoUpload").booleanValue()).isFalse();
			assertThat(profile.at("/bwList/whiteLists")).extracting((item) -> item.get("path").asString())
				.containsExactly("/Local State", "/Default/Cookies", "/Default/Cookies-journal");
		}
		assertThat(BrowserContext.of("c").toContextSyncs()).singleElement()
			.satisfies((profile) -> assertThat(profile.policy().whiteLists().whiteLists()).hasSize(19));
	}

	@Test
	void whatABrowserKeepsTheNextOneFinds() {
		Context context = this.agentBay.contexts().getOrCreate("profile");
		CreateSessionOptions params = CreateSessionOptions.builder()
			.browserContext(BrowserContext.of(context.id()))
			.build();
		try (Session session = this.agentBay.create(params)) {
			session.fileSystem().createDirectory("/tmp/agentbay_browser/Default");
			session.fileSystem().write("/tmp/agentbay_browser/Default/Cookies", "c");
			session.fileSystem().write("/tmp/agentbay_browser/Default/Cache", "x");
		}
		try (Session session = this.agentBay.create(params)) {
			assertThat(session.fileSystem().read("/tmp/agentbay_browser/Default/Cookies")).isEqualTo("c");
			assertThat(session.fileSystem().exists("/tmp/agentbay_browser/Default/Cache")).isFalse();
		}
	}

	@Test
	@Capability({ "19.5", "19.6", "19.7", "19.8", "19.9", "19.10" })
	void extensionsAreStoredReplacedListedAndDeleted() throws IOException {
		Path zip = Files.writeString(this.directory.resolve("my.zip"), "first");
		var extensions = this.agentBay.newExtensions();
		assertThat(extensions.list()).isEmpty();
		Extension extension = extensions.create(zip);
		assertThat(extension.id()).matches("ext_[0-9a-f]{32}\\.zip");
		assertThat(extension.name()).isEqualTo("my.zip");
		Files.writeString(zip, "second version");
		assertThat(extensions.update(extension.id(), zip).id()).isEqualTo(extension.id());
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> extensions.update("ext_none.zip", zip));
		assertThat(extensions.list()).extracting(Extension::id).containsExactly(extension.id());
		ExtensionOption option = extensions.createOption(List.of(extension.id()));
		assertThat(this.agentBay.contexts().listFiles(option.contextId(), "/tmp/extensions"))
			.extracting(ContextFile::size)
			.containsExactly(14L);
		extensions.delete(extension.id());
		assertThat(extensions.list()).isEmpty();
		extensions.cleanUp();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.agentBay.contexts().getById(option.contextId()));
		assertThat(this.agentBay.contexts().findById(option.contextId())).isEmpty();
		var named = this.agentBay.extensions("kept");
		assertThat(named.list()).isEmpty();
		named.cleanUp();
		assertThat(this.agentBay.contexts().find("kept")).isPresent();
	}

	@Test
	@Capability("1.14")
	void namesAreRandom() {
		Clock clock = Clock.fixed(Instant.parse("2026-04-16T09:30:01Z"), ZoneOffset.UTC);
		assertThat(ContextNames.timestamped(8, clock)).matches("20260416093001_[a-zA-Z0-9]{8}");
		assertThat(ContextNames.random(20)).matches("[a-zA-Z0-9]{20}").isNotEqualTo(ContextNames.random(20));
		assertThat(ContextNames.timestamped()).matches("\\d{14}_[a-zA-Z0-9]{8}");
	}

	@Test
	@Capability({ "3.20", "3.22", "3.26", "3.21" })
	void aSessionIsTakenUpInAnotherProcess() {
		Session session = this.agentBay.create(CreateSessionOptions.ofImage("code_latest"));
		SessionState state = session.state();
		assertThat(state.toString()).doesNotContain(state.token());
		assertThat(session.details().appInstanceId()).isEqualTo(state.appInstanceId()).isNotBlank();
		assertThat(session.details().resourceUrl()).isEqualTo(state.resourceUrl());
		assertThat(session.details().vpcResource()).isFalse();
		assertThat(session.details().networkInterfaceIp()).isNull();
		assertThat(session.details().httpPort()).isNull();
		String json = state.toJson();
		try (AgentBay other = client()) {
			Session taken = other.restore(SessionState.fromJson(json));
			assertThat(taken.id()).isEqualTo(session.id());
			assertThat(taken.imageId()).isEqualTo("code_latest");
			assertThat(taken.findServer("shell")).contains("wuying_shell");
			assertThat(taken.command().run("echo on").requireSuccess().stdout()).isEqualTo("on\n");
			assertThat(taken.state()).isEqualTo(state);
			taken.delete();
		}
		assertThat(this.agentBay.restore(state).id()).isEqualTo(session.id());
		assertThat(session.fetchStatus()).isEqualTo(SessionStatus.FINISH);
	}

	@Test
	@Capability("3.9")
	void aLinkMayArriveLater() {
		try (Session session = this.agentBay.create()) {
			assertThat(session.reactive().createLink(LinkOptions.ofPort(30100).withProtocol("https")).toFuture().join())
				.asString()
				.contains("/request_ai/");
		}
	}

}
