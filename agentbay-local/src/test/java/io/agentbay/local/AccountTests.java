package io.agentbay.local;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
	void twoActionsWantTheTokenOfASessionInsteadOfTheKey() {
		JsonNode session = this.client.call("CreateMcpSession").ok().path("Data");
		String token = session.path("Token").stringValue();
		JsonNode ticket = withoutKey("ApplyMqttToken", "DesktopId", "d-1", "SessionToken", token).ok().path("Data");
		assertThat(ticket.path("ClientId").stringValue()).contains("d-1");
		assertThat(ticket.propertyNames()).containsExactlyInAnyOrder("AccessKeyId", "ClientId", "Expiration",
				"InstanceId", "RegionId", "SecurityToken");
		withoutKey("HandleAIEngineMessage", "SessionToken", token, "MsgType", "mt", "Data", "{}").ok();
		assertThat(withoutKey("ApplyMqttToken", "DesktopId", "d", "SessionToken", "x").code())
			.isEqualTo("InvalidSessionToken");
		assertThat(withoutKey("HandleAIEngineMessage", "MsgType", "mt").code()).isEqualTo("MissingParameter");
		assertThat(withoutKey("ListVolumes").code()).isEqualTo("NOT_LOGIN");
	}

	@Test
	void aReleasedSessionIsGone() {
		String id = this.client.createSession();
		this.client.call("ReleaseMcpSession", "SessionId", id).ok();
		await().until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThat(this.client.call("ReleaseMcpSession", "SessionId", id).code())
			.isEqualTo("InvalidMcpSession.NotFound");
	}

	private TestClient.Answer withoutKey(String action, String... parameters) {
		return TestClient.answer(this.client.web().post().uri((uri) -> {
			uri.path("/").queryParam("Action", action);
			for (int i = 0; i < parameters.length; i += 2) {
				uri.queryParam(parameters[i], "{" + parameters[i] + "}");
			}
			Map<String, Object> values = new HashMap<>();
			for (int i = 0; i < parameters.length; i += 2) {
				values.put(parameters[i], parameters[i + 1]);
			}
			return uri.build(values);
		}));
	}

}
