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

package io.agentbay.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an account has besides sessions and contexts, and what a session may be given at
 * its creation.
 */
class AccountTests {

	private LocalAgentBay runtime;

	private TestClient client;

	@BeforeEach
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().start();
		this.client = new TestClient(this.runtime);
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void aRuntimeWithoutSkillsSaysSo() {
		JsonNode answer = this.client.call("GetSkillMetaData").ok();
		assertThat(answer.path("TotalCount").intValue()).isZero();
		assertThat(answer.path("Data").path("MetaDataList")).isEmpty();
		assertThat(this.client.call("ListSkillMetaData").ok().path("Data")).isEmpty();
		this.client.createSession("LoadSkill", "True");
		this.client.createSession("PersistenceDataList", "[]", "LoadSkill", "False");
	}

	@ParameterizedTest
	@CsvSource({ "NetworkId, net-1, Network.NotFound", "Skills, '[\"pdf\"]', Skill.NotFound",
			"Skills, pdf, InvalidParameter", "Skills, '{}', InvalidParameter" })
	void aSessionIsNotGivenWhatThereIsNot(String parameter, String value, String code) {
		var answer = this.client.call("CreateMcpSession", "LoadSkill", "true", parameter, value);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"mobile\":{\"lockResolution\":true,\"hideNavigationBar\":false,\"uninstallBlacklist\":[\"a\"],"
					+ "\"appManagerRule\":{\"ruleType\":\"White\",\"appPackageNameList\":[\"com.a\",\"com.b\"]},"
					+ "\"simulateConfig\":{\"simulate\":true,\"simulatePath\":\"/p\",\"simulateMode\":\"All\","
					+ "\"simulatedContextId\":null}}}",
			"{\"mobile\":{\"lock_resolution\":true,\"hide_navigation_bar\":false,\"uninstall_blacklist\":[],"
					+ "\"app_manager_rule\":{\"rule_type\":\"Black\",\"app_package_name_list\":[\"a\"]},"
					+ "\"simulate_config\":{\"simulate\":false}}}",
			"{}" })
	void extraConfigsAreUnderstoodInEveryForm(String json) {
		this.client.createSession("ExtraConfigs", json);
	}

	@Test
	void extraConfigsMayComeOneByOne() {
		this.client.createSession("ExtraConfigs.Mobile.LockResolution", "True",
				"ExtraConfigs.Mobile.AppManagerRule.RuleType", "White",
				"ExtraConfigs.Mobile.AppManagerRule.AppPackageNameList.1", "com.c",
				"ExtraConfigs.Mobile.UninstallBlacklist.2", "com.b");
	}

	@ParameterizedTest
	@CsvSource({ "ExtraConfigs, nonsense", "ExtraConfigs, '[]'", "ExtraConfigs, '{\"desktop\":1}'",
			"ExtraConfigs, '{\"mobile\":{\"lockResolution\":\"maybe\"}}'",
			"ExtraConfigs.Mobile.AppManagerRule.RuleType, Grey", "ExtraConfigs.Mobile.Colour, red" })
	void extraConfigsThatMakeNoSenseAreRefused(String parameter, String value) {
		assertThat(this.client.call("CreateMcpSession", parameter, value).code()).isEqualTo("InvalidParameter");
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@Test
	@Exercises({ "GetSkillMetaData", "ListSkillMetaData" })
	void skillsAreDescribedByTheirFiles(@TempDir Path directory) throws IOException {
		Files.writeString(Files.createDirectory(directory.resolve("pdf")).resolve("SKILL.md"),
				"---\nname: pdf\ndescription: reads PDF files\n---\n");
		try (LocalAgentBay skilled = LocalAgentBay.builder().skillsDirectory(directory).start()) {
			TestClient its = new TestClient(skilled);
			assertThat(its.call("GetSkillMetaData").ok().path("Data").path("MetaDataList").toString())
				.isEqualTo(its.call("ListSkillMetaData").ok().path("Data").toString())
				.contains("reads PDF files");
		}
	}

	@Test
	@Exercises({ "CreateNetwork", "DescribeNetwork" })
	void aNetworkIsOnlineWhileItIsBound() {
		JsonNode network = this.client.call("CreateNetwork").ok().path("Data");
		String id = network.path("NetworkId").stringValue();
		assertThat(online(id)).isFalse();
		this.runtime.networks().bind(network.path("NetworkToken").stringValue());
		assertThat(online(id)).isTrue();
		this.client.createSession("NetworkId", id);
	}

	@Test
	@Exercises({ "GetVolume", "ListVolumes", "DeleteVolume" })
	void aVolumeIsMadeListedAndDeleted() {
		assertThat(this.client.call("GetVolume", "VolumeName", "v").json().path("Success").booleanValue()).isFalse();
		JsonNode made = this.client.call("GetVolume", "VolumeName", "v", "AllowCreate", "true").ok().path("Data");
		assertThat(this.client.call("ListVolumes").ok().path("Data")).singleElement().isEqualTo(made);
		this.client.call("DeleteVolume", "VolumeId", made.path("VolumeId").stringValue()).ok();
		assertThat(this.client.call("ListVolumes").ok().path("Data")).isEmpty();
	}

	@Test
	@Exercises({ "ApplyMqttToken", "HandleAIEngineMessage" })
	void twoActionsWantTheTokenOfASessionInsteadOfTheKey() {
		JsonNode session = this.client.call("CreateMcpSession").ok().path("Data");
		String token = session.path("Token").stringValue();
		JsonNode ticket = this.client.callWithoutKey("ApplyMqttToken", "DesktopId", "d-1", "SessionToken", token)
			.ok()
			.path("Data");
		assertThat(ticket.path("ClientId").stringValue()).contains("d-1");
		assertThat(ticket.propertyNames()).containsExactlyInAnyOrder("AccessKeyId", "ClientId", "Expiration",
				"InstanceId", "RegionId", "SecurityToken");
		this.client.callWithoutKey("HandleAIEngineMessage", "SessionToken", token, "MsgType", "mt", "Data", "{}").ok();
		assertThat(this.client.callWithoutKey("ApplyMqttToken", "DesktopId", "d", "SessionToken", "x").code())
			.isEqualTo("InvalidSessionToken");
		assertThat(this.client.callWithoutKey("HandleAIEngineMessage", "MsgType", "mt").code())
			.isEqualTo("MissingParameter");
		assertThat(this.client.callWithoutKey("ListVolumes").code()).isEqualTo("NOT_LOGIN");
	}

	@Test
	void aReleasedSessionIsGone() {
		String id = this.client.createSession();
		this.client.call("ReleaseMcpSession", "SessionId", id).ok();
		await().until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThat(this.client.call("ReleaseMcpSession", "SessionId", id).code())
			.isEqualTo("InvalidMcpSession.NotFound");
	}

	private boolean online(String networkId) {
		return this.client.call("DescribeNetwork", "NetworkId", networkId)
			.ok()
			.path("Data")
			.path("Online")
			.booleanValue();
	}

}
