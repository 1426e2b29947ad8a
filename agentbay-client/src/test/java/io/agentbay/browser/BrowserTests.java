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

package io.agentbay.browser;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.ToolFailedException;
import io.agentbay.internal.json.Json;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The browser's actions on the wire, and what it makes of answers.
 */
class BrowserTests {

	private static final String STARTED = Replies.ok("{\"Port\":9222}");

	private final ScriptedServer server = new ScriptedServer().answers(Replies.session());

	private AgentBay agentBay;

	private Browser browser;

	@BeforeEach
	void connect() {
		this.agentBay = this.server.client().build();
		this.browser = this.agentBay.get(Replies.SESSION).browser();
	}

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability({ "15.1", "15.17" })
	void aDefaultBrowserIsAskedForInFewWords() {
		this.server.answers(STARTED);
		this.browser.initialize();
		assertThat(this.browser.port()).isEqualTo(9222);
		Map<String, String> form = this.server.requests().get(1).form();
		assertThat(this.server.requests().get(1).query()).containsEntry("Action", "InitBrowser");
		assertThat(form).containsOnlyKeys("Authorization", "SessionId", "PersistentPath", "BrowserOption")
			.containsEntry("SessionId", Replies.SESSION)
			.containsEntry("PersistentPath", "/tmp/agentbay_browser");
		assertThat(json(form.get("BrowserOption"))).isEqualTo(json("{\"useStealth\":false,\"solveCaptchas\":false,"
				+ "\"autoLogin\":false,\"callForUser\":false,\"extensionPath\":\"/tmp/extensions/\"}"));
	}

	@Test
	@Capability({ "15.10", "15.11", "15.12", "15.13", "15.15", "15.16" })
	void everyOptionIsSent() {
		String fingerprint = "{\"screen\":\"ü\"}";
		JsonNode option = sent(BrowserOption.builder()
			.useStealth(true)
			.userAgent("Agent/1")
			.viewport(new BrowserSize(800, 600))
			.screen(new BrowserSize(1600, 900))
			.fingerprint(BrowserFingerprint.any()
				.withDevices(BrowserFingerprint.Device.DESKTOP)
				.withOperatingSystems(BrowserFingerprint.OperatingSystem.MACOS, BrowserFingerprint.OperatingSystem.IOS)
				.withLocales("de-DE"))
			.fingerprintData(fingerprint)
			.fingerprintPersistent(true)
			.solveCaptchas(true)
			.autoLogin(true)
			.callForUser(true)
			.proxy(BrowserProxy.custom("http://proxy:1"))
			.extensionPath("/tmp/mine/")
			.arguments("--mute-audio", "--incognito")
			.startUrl("https://example.com")
			.type(BrowserType.CHROMIUM)
			.behaviorSimulate(false)
			.build());
		assertThat(option).isEqualTo(json("""
				{"behaviorSimulate":false,"useStealth":true,"userAgent":"Agent/1",
				"viewport":{"width":800,"height":600},"screen":{"width":1600,"height":900},
				"fingerprint":{"devices":["desktop"],"operatingSystems":["macos","ios"],"locales":["de-DE"]},
				"fingerprintRawData":"%s","fingerprintPersistPath":"/tmp/browser_fingerprint/fingerprint.json",
				"solveCaptchas":true,"autoLogin":true,"callForUser":true,
				"proxies":[{"type":"custom","server":"http://proxy:1"}],"extensionPath":"/tmp/mine/",
				"cmdArgs":["--mute-audio","--incognito"],"defaultNavigateUrl":"https://example.com",
				"browserType":"chromium"}"""
			.formatted(Base64.getEncoder().encodeToString(fingerprint.getBytes(StandardCharsets.UTF_8)))));
	}

	@Test
	@Capability("15.14")
	void everyKindOfProxyHasItsForm() {
		sends(BrowserProxy.custom("http://p:1", "u", "secret-word"),
				"{'type':'custom','server':'http://p:1','username':'u','password':'secret-word'}");
		sends(BrowserProxy.restricted(), "{'type':'wuying','strategy':'restricted'}");
		sends(BrowserProxy.polling().withPoolSize(3), "{'type':'wuying','strategy':'polling','pollsize':3}");
		sends(BrowserProxy.managed(BrowserProxy.Managed.Strategy.STICKY, "u-1"),
				"{'type':'managed','strategy':'sticky','userId':'u-1'}");
		sends(BrowserProxy.managed(BrowserProxy.Managed.Strategy.ROTATING, "u-1")
			.withIsp("isp")
			.withCountry("CN")
			.withProvince("Zhejiang")
			.withCity("Hangzhou"),
				"{'type':'managed','strategy':'rotating','userId':'u-1','isp':'isp','country':'CN',"
						+ "'province':'Zhejiang','city':'Hangzhou'}");
		sends(BrowserProxy.managed(BrowserProxy.Managed.Strategy.STICKY, "u-1")
			.withIsp("isp")
			.withCountry("CN")
			.withProvince("Zhejiang")
			.withCity("Hangzhou")
			.withStrategy(BrowserProxy.Managed.Strategy.MATCHED),
				"{'type':'managed','strategy':'matched','userId':'u-1','isp':'isp','country':'CN',"
						+ "'province':'Zhejiang','city':'Hangzhou'}");
	}

	@ParameterizedTest
	@Capability("15.16")
	@CsvSource({ "0,false", "1,true", "yes,true" })
	void theEnvironmentDecidesOnImitatedBehaviour(String value, boolean sent) {
		Map<String, String> environment = Map.of("AGENTBAY_BROWSER_BEHAVIOR_SIMULATE", value);
		this.server.answers(Replies.session()).answers(STARTED);
		try (AgentBay client = this.server.client().environment(environment).build()) {
			client.get(Replies.SESSION).browser().initialize();
		}
		assertThat(option(2).get("behaviorSimulate").asBoolean()).isEqualTo(sent);
	}

	@Test
	void aSessionThatIsRecordedSaysSo() {
		this.server.answers(Replies.session()).answers(STARTED);
		Session recorded = this.agentBay.create(CreateSessionOptions.builder().enableBrowserReplay(true).build());
		recorded.browser().initialize();
		assertThat(option(2).get("enableRecord").asBoolean()).isTrue();
	}

	@Test
	@Capability({ "15.1", "15.2" })
	void aBrowserThatRunsIsNotStartedAgain() {
		assertThat(this.browser.isInitialized()).isFalse();
		assertThat(this.browser.option()).isNull();
		assertThat(this.browser.port()).isNull();
		this.server.answers(STARTED);
		BrowserOption option = BrowserOption.builder().useStealth(true).build();
		this.browser.initialize(option);
		this.browser.initialize();
		assertThat(this.browser.port()).isEqualTo(9222);
		assertThat(this.browser.isInitialized()).isTrue();
		assertThat(this.browser.option()).isEqualTo(option);
		assertThat(this.server.actions()).containsExactly("GetSession", "InitBrowser");
	}

	@Test
	void anAnswerWithoutPortIsAFailure() {
		this.server.answers(Replies.ok("{}"));
		assertThatExceptionOfType(ServiceException.class).isThrownBy(this.browser::initialize)
			.withMessageStartingWith("The service did not start the browser")
			.satisfies((ex) -> assertThat(ex.failureKind()).isEqualTo(FailureKind.SERVICE))
			.satisfies((ex) -> assertThat(ex.operation()).isEqualTo("InitBrowser"));
		assertThat(this.browser.isInitialized()).isFalse();
	}

	@Test
	@Capability("15.3")
	void theEndpointIsAskedForEachTime() {
		this.server.answers(STARTED)
			.answers(Replies.ok("{\"Url\":\"wss://gw.example.invalid/first-secret\"}"))
			.answers(Replies.ok("{\"Url\":\"wss://gw.example.invalid/second-secret\"}"));
		this.browser.initialize();
		assertThat(this.browser.fetchEndpointUrl()).isEqualTo(URI.create("wss://gw.example.invalid/first-secret"));
		assertThat(this.browser.fetchEndpointUrl()).hasPath("/second-secret");
		assertThat(this.server.requests().get(2).query()).containsEntry("Action", "GetCdpLink");
		assertThat(this.server.requests().get(2).form()).containsOnlyKeys("Authorization", "SessionId");
	}

	@Test
	@Capability("15.4")
	void aBrowserThatCouldNotBeEndedStaysInitialized() {
		this.server.answers(STARTED).answers(Replies.toolError("busy")).answers(Replies.toolText("ok"));
		this.browser.initialize();
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(this.browser::destroy)
			.withMessageStartingWith("busy");
		assertThat(this.browser.isInitialized()).isTrue();
		this.browser.destroy();
		assertThat(this.browser.isInitialized()).isFalse();
		assertThat(this.server.requests().get(3).form()).containsEntry("Name", "stopChrome")
			.containsEntry("Args", "{}");
	}

	@Test
	@Capability("15.2")
	void nothingIsSentBeforeTheBrowserIsInitialized() {
		assertThatIllegalStateException().isThrownBy(this.browser::fetchEndpointUrl)
			.withMessageContaining("initialize");
		assertThatIllegalStateException().isThrownBy(this.browser::destroy).withMessageContaining("initialize");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void optionsAreEqualToTheirCopy() {
		BrowserOption option = BrowserOption.of((it) -> it.useStealth(true)
			.arguments("--mute-audio")
			.viewport(new BrowserSize(800, 600))
			.behaviorSimulate(true));
		assertThat(option.toBuilder().build()).isEqualTo(option).hasSameHashCodeAs(option);
		assertThat(option.toBuilder().useStealth(false).build()).isNotEqualTo(option);
	}

	@Test
	void optionsDoNotShowWhatIsSecret() {
		BrowserProxy proxy = BrowserProxy.custom("http://user:secret-word@proxy", "u", "secret-word");
		assertThat(proxy + " " + BrowserOption.builder().proxy(proxy).fingerprintData("secret-word").build())
			.doesNotContain("secret-word");
	}

	private JsonNode sent(BrowserOption option) {
		this.server.answers(STARTED);
		this.browser.initialize(option);
		return option(1);
	}

	private JsonNode option(int request) {
		return json(this.server.requests().get(request).form().get("BrowserOption"));
	}

	private void sends(BrowserProxy proxy, String form) {
		this.server.answers(Replies.session()).answers(STARTED);
		this.agentBay.get(Replies.SESSION).browser().initialize((option) -> option.proxy(proxy));
		assertThat(option(this.server.requests().size() - 1).path("proxies"))
			.isEqualTo(json("[" + form.replace('\'', '"') + "]"));
	}

	private static JsonNode json(String text) {
		return Json.MAPPER.readTree(text);
	}

}
