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

import io.agentbay.context.Context;
import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.WhiteList;
import io.agentbay.context.policy.WhiteLists;
import io.agentbay.error.NotFoundException;
import io.agentbay.internal.json.Json;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.mobile.AppRule;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.MobileSimulateConfig;
import io.agentbay.mobile.SimulateMode;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * Phones that are configured, or take over another phone, when they are created.
 */
class MobileCreationTests {

	private static final String DESCRIPTION = "{\"version\":1,\"properties\":{\"ro.product.model\":\"Model A\"},"
			+ "\"packages\":[]}";

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	@BeforeEach
	void start() {
		this.runtime = LocalAgentBay.builder().start();
		this.agentBay = LocalClient.of(this.runtime).build();
	}

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	private static CreateSessionOptions.Builder phone() {
		return CreateSessionOptions.builder().imageId("mobile_latest");
	}

	@Test
	@Capability("2.13")
	void aPhoneIsConfiguredWhenItIsCreated() {
		MobileExtraConfig config = MobileExtraConfig.unchanged()
			.withResolutionLocked()
			.withNavigationBarShown()
			.withAppRule(AppRule.forbid("com.example.game"))
			.withProtectedApps(List.of("com.example.a", "com.example.b"));
		try (Session session = this.agentBay.create(phone().mobileConfig(config).build())) {
			assertThat(session.command().run("getprop sys.wuying.lockres").stdout().strip()).isEqualTo("1");
			assertThat(session.command().run("cat /data/system/pm_blacklist.txt").stdout().strip())
				.isEqualTo("com.example.game");
		}
		try (ScriptedServer server = new ScriptedServer(); AgentBay scripted = server.client().build()) {
			server.answers(Replies.session());
			for (int i = 0; i < 3; i++) {
				server.answers(Replies.toolText("{\"stdout\":\"\",\"stderr\":\"\",\"exit_code\":0}"));
			}
			server.answers(Replies.toolError("no such phone"));
			Session result = scripted.create(phone().mobileConfig(config).build());
			assertThat(server.requests().get(0).form()).containsEntry("ExtraConfigs.Mobile.LockResolution", "true")
				.containsEntry("ExtraConfigs.Mobile.HideNavigationBar", "false")
				.containsEntry("ExtraConfigs.Mobile.AppManagerRule.RuleType", "Black")
				.containsEntry("ExtraConfigs.Mobile.AppManagerRule.AppPackageNameList.1", "com.example.game")
				.containsEntry("ExtraConfigs.Mobile.UninstallBlacklist.1", "com.example.a")
				.containsEntry("ExtraConfigs.Mobile.UninstallBlacklist.2", "com.example.b");
			assertThat(result.warnings()).singleElement(as(STRING))
				.startsWith("The phone could not be configured: no such phone (");
		}
	}

	@Test
	@Capability({ "2.14", "2.15", "2.33", "14.1", "14.3", "14.6" })
	void aPhoneTakesOverAnother() {
		MobileSimulateConfig config = this.agentBay.mobileSimulate().uploadMobileInfo(DESCRIPTION);
		assertThat(config.isEnabled()).isTrue();
		assertThat(this.agentBay.contexts().getById(config.contextSync().contextId()).name())
			.matches("mobile_sim_[0-9a-f]{32}_\\d+");
		Session created = this.agentBay.create(phone().mobileSimulate(config).build());
		assertThat(created.warnings()).isEmpty();
		try (Session session = created) {
			assertThat(model(session)).isEqualTo("Model A");
		}
		try (Session session = this.agentBay.create(phone().mobileSimulate(config.withoutSimulation()).build())) {
			assertThat(model(session)).isNotEqualTo("Model A");
			assertThat(session.fileSystem().read("/data/agentbay_mobile_info/dev_info.json")).isEqualTo(DESCRIPTION);
		}
	}

	@Test
	@Capability({ "14.5", "14.6" })
	void aDescriptionMayBeBesideOtherFiles() {
		Context context = this.agentBay.contexts().getOrCreate("mine");
		ContextSync mine = ContextSync.of(context.id(), "/data/it's mine/")
			.withPolicy(SyncPolicy.defaults().withWhiteLists(new WhiteLists(List.of(WhiteList.of("/docs")))));
		assertThat(this.agentBay.mobileSimulate().hasMobileInfo(mine)).isFalse();
		MobileSimulateConfig config = this.agentBay.mobileSimulate().uploadMobileInfo(DESCRIPTION, mine);
		assertThat(config.path()).isEqualTo("/data/it's mine/agentbay_mobile_info");
		assertThat(config.contextSync().policy().whiteLists().whiteLists()).extracting(WhiteList::path)
			.containsExactly("/docs", "/agentbay_mobile_info/");
		assertThat(mine.policy().whiteLists().whiteLists()).hasSize(1);
		assertThat(this.agentBay.mobileSimulate().hasMobileInfo(mine)).isTrue();
		try (Session session = this.agentBay.create(phone().contextSync(mine).mobileSimulate(config).build())) {
			assertThat(model(session)).isEqualTo("Model A");
			assertThat(session.context().listBindings()).hasSize(1);
		}
		assertThat(Refusal.of(() -> this.agentBay.mobileSimulate().hasMobileInfo(ContextSync.of("SdkCtx-none", "/a"))))
			.isInstanceOf(NotFoundException.class);
	}

	@ParameterizedTest
	@Capability({ "14.2", "14.4", "2.15" })
	@CsvSource({ "PROPERTIES_ONLY, ''", "SENSORS_ONLY, '-sensors '", "PACKAGES_ONLY, '-packages '",
			"SERVICES_ONLY, '-services '", "ALL, '-all '" })
	void theModeIsAnOptionOfTheCommand(SimulateMode mode, String option) {
		MobileSimulateConfig config = MobileSimulateConfig.ofContext("SdkCtx-1").withMode(mode);
		assertThat(config.withContextId("SdkCtx-2").mode()).isEqualTo(mode);
		try (ScriptedServer server = new ScriptedServer(); AgentBay scripted = server.client().build()) {
			server.answers(Replies.session())
				.answers(Replies
					.ok("{\"ContextStatus\":" + Json.MAPPER.writeValueAsString("[{\"type\":\"data\",\"data\":"
							+ "\"[{\\\"contextId\\\":\\\"SdkCtx-1\\\",\\\"status\\\":\\\"Success\\\","
							+ "\\\"taskType\\\":\\\"download\\\"}]\"}]") + "}"))
				.answers(Replies.toolError("{\"stdout\":\"\",\"stderr\":\"broken file\",\"exit_code\":1}"));
			Session result = scripted.create(phone().mobileSimulate(config).build());
			JsonNode mounted = Json.MAPPER.readTree(server.requests().get(0).form().get("PersistenceDataList"));
			assertThat(mounted.toString())
				.isEqualTo("[{\"ContextId\":\"SdkCtx-1\",\"Path\":\"/data/agentbay_mobile_info\"}]");
			JsonNode shell = Json.MAPPER.readTree(server.requests().get(2).form().get("Args"));
			assertThat(shell.get("command").asString()).isEqualTo("chmod -R a+rwx '/data/agentbay_mobile_info'; "
					+ "wya apply " + option + "'/data/agentbay_mobile_info/dev_info.json'");
			assertThat(shell.get("timeout_ms").asInt()).isEqualTo(300_000);
			assertThat(result.warnings()).singleElement(as(STRING))
				.startsWith("The phone could not take over another one: broken file (");
		}
	}

	private static String model(Session session) {
		return session.command().run("getprop ro.product.model").requireSuccess().stdout().strip();
	}

}
