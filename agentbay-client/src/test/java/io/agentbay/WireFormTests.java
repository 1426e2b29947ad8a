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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.agentbay.error.InvalidReplyException;
import io.agentbay.internal.json.Json;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.LinkOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import io.agentbay.tool.ToolCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each action on the wire: every parameter at its documented place under its documented
 * name, and absent when unset.
 */
class WireFormTests {

	private final ScriptedServer server = new ScriptedServer();

	private AgentBay agentBay;

	@BeforeEach
	void connect() {
		this.agentBay = this.server.client().regionId("cn-hangzhou").build();
	}

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability({ "1.1", "2.19" })
	void everyRequestIsAnRpcFormPost() {
		this.server.answers(Replies.session());
		this.agentBay.get(Replies.SESSION);
		RecordedRequest request = this.server.onlyRequest();
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.target()).startsWith("/?");
		assertThat(request.query()).containsOnlyKeys("Action", "Version", "Format", "Timestamp", "SignatureNonce")
			.containsEntry("Action", "GetSession")
			.containsEntry("Version", "2025-05-06")
			.containsEntry("Format", "json");
		assertThat(request.query().get("Timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
		assertThat(request.query().get("SignatureNonce")).matches("[0-9a-f]{32}");
		assertThat(request.headers()).containsEntry("x-acs-action", "GetSession")
			.containsEntry("x-acs-version", "2025-05-06")
			.containsEntry("content-type", "application/x-www-form-urlencoded")
			.doesNotContainKey("authorization");
		assertThat(request.headers().get("user-agent")).startsWith("agentbay-spring/");
		assertThat(request.form()).containsOnlyKeys("Authorization", "SessionId")
			.containsEntry("Authorization", "Bearer " + ScriptedServer.KEY)
			.containsEntry("SessionId", Replies.SESSION);
	}

	@Test
	@Capability({ "1.8", "1.13", "2.1" })
	void createWithoutParametersSendsOnlyWhatIsAlwaysSent() {
		this.server.answers(Replies.session());
		this.agentBay.create();
		RecordedRequest request = this.server.onlyRequest();
		assertThat(request.query()).containsEntry("Action", "CreateMcpSession");
		assertThat(request.form()).containsOnlyKeys("Authorization", "Labels", "LoginRegionId", "SdkStats")
			.containsEntry("LoginRegionId", "cn-hangzhou");
		assertThat(json(request.form().get("Labels")).propertyNames()).containsExactly("agentbay-creation");
		JsonNode stats = json(request.form().get("SdkStats"));
		assertThat(stats.get("source").asString()).isEqualTo("sdk");
		assertThat(stats.get("sdk_language").asString()).isEqualTo("java-spring");
		assertThat(stats.get("framework").asString()).isEmpty();
	}

	@Test
	@Capability({ "2.2", "2.3", "2.4", "2.10", "2.11", "2.12", "2.16" })
	void createSendsEveryParameter() {
		this.server.answers(Replies.session());
		this.agentBay.create(CreateSessionOptions.builder()
			.imageId("code_latest")
			.label("project", "demo & co")
			.label("env", "t 1")
			.idleReleaseTimeout(Duration.ofMinutes(5))
			.policyId("policy-1")
			.networkId("net-1")
			.enableBrowserReplay(false)
			.loadSkills("skill-a", "skill-b")
			.framework("spring-ai")
			.build());
		Map<String, String> form = this.server.onlyRequest().form();
		assertThat(form).containsEntry("ImageId", "code_latest")
			.containsEntry("Timeout", "300")
			.containsEntry("McpPolicyId", "policy-1")
			.containsEntry("NetworkId", "net-1")
			.containsEntry("EnableRecord", "false")
			.containsEntry("LoadSkill", "true")
			.containsEntry("Skills", "[\"skill-a\",\"skill-b\"]");
		JsonNode labels = json(form.get("Labels"));
		assertThat(labels.get("project").asString()).isEqualTo("demo & co");
		assertThat(labels.get("env").asString()).isEqualTo("t 1");
		assertThat(json(form.get("SdkStats")).get("framework").asString()).isEqualTo("spring-ai");
	}

	@Test
	void eachCreateCarriesAMarkOfItsOwn() {
		this.server.answers(Replies.session()).answers(Replies.session());
		this.agentBay.create();
		this.agentBay.create();
		assertThat(this.server.requests().get(0).form().get("Labels"))
			.isNotEqualTo(this.server.requests().get(1).form().get("Labels"));
	}

	@Test
	@Capability({ "2.21", "2.22", "2.23" })
	void listSendsFiltersInTheBody() {
		this.server.answers("{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R-7\",\"MaxResults\":5,\"TotalCount\":7,"
				+ "\"NextToken\":\"nt-2\",\"Data\":[{\"SessionId\":\"session-a\",\"SessionStatus\":\"RUNNING\"},"
				+ "{\"SessionId\":\"session-b\"}]}");
		var page = this.agentBay.listPage(
				SessionQuery.all().withLabels(Map.of("env", "t 1")).withPageSize(5).withStatus(SessionStatus.RUNNING));
		assertThat(this.server.onlyRequest().form()).containsEntry("Labels", "{\"env\":\"t 1\"}")
			.containsEntry("MaxResults", "5")
			.containsEntry("Status", "RUNNING")
			.doesNotContainKey("NextToken");
		assertThat(page.items()).extracting(SessionSummary::sessionId).containsExactly("session-a", "session-b");
		assertThat(page.items().get(1).status()).isEqualTo(SessionStatus.UNKNOWN);
		assertThat(page.totalCount()).isEqualTo(7);
		assertThat(page.nextToken()).isEqualTo("nt-2");
		assertThat(page.isLast()).isFalse();
	}

	@Test
	@Capability("3.2")
	void statusIsAskedForInTheQuery() {
		this.server.answers(Replies.session()).answers(Replies.ok("{\"Status\":\"RUNNING\"}"));
		assertThat(session().fetchStatus()).isEqualTo(SessionStatus.RUNNING);
		RecordedRequest request = this.server.requests().get(1);
		assertThat(request.query()).containsEntry("Action", "GetSessionDetail")
			.containsEntry("SessionId", Replies.SESSION);
		assertThat(request.form()).containsOnlyKeys("Authorization");
	}

	@Test
	@Capability("3.3")
	void keepAliveSendsTheSession() {
		this.server.answers(Replies.session()).answers(Replies.ok());
		session().keepAlive();
		RecordedRequest request = this.server.requests().get(1);
		assertThat(request.query()).containsEntry("Action", "RefreshSessionIdleTime");
		assertThat(request.form()).containsEntry("SessionId", Replies.SESSION);
	}

	@Test
	@Capability("3.7")
	void infoReadsTheDesktop() {
		this.server.answers(Replies.session())
			.answers(Replies.ok("{\"SessionId\":\"%s\",\"ResourceUrl\":\"https://example.invalid/app\",\"DesktopInfo\":"
				.formatted(Replies.SESSION)
					+ "{\"AppId\":\"app\",\"AuthCode\":\"code\",\"ConnectionProperties\":\"{}\",\"ResourceId\":\"p-1\","
					+ "\"ResourceType\":\"AIAgent\",\"Ticket\":\"secret-ticket\"}}"));
		var info = session().fetchInfo();
		assertThat(this.server.actions()).contains("GetMcpResource");
		assertThat(info.resourceUrl()).isEqualTo("https://example.invalid/app");
		assertThat(info.appId()).isEqualTo("app");
		assertThat(info.resourceType()).isEqualTo("AIAgent");
		assertThat(info.ticket()).isEqualTo("secret-ticket");
		assertThat(info.toString()).doesNotContain("secret-ticket").doesNotContain("code");
	}

	@Test
	@Capability("3.4")
	void setLabelsKeepsTheMarkOfTheClient() {
		this.server.answers(Replies.session()).answers(Replies.ok());
		Session session = this.agentBay.create();
		session.setLabels(Map.of("env", "prod"));
		String created = this.server.requests().get(0).form().get("Labels");
		JsonNode set = json(this.server.requests().get(1).form().get("Labels"));
		assertThat(set.get("env").asString()).isEqualTo("prod");
		assertThat(set.get("agentbay-creation")).isEqualTo(json(created).get("agentbay-creation"));
	}

	@Test
	void setLabelsOfAFoundSessionReadsItsMarkFirst() {
		this.server.answers(Replies.session())
			.answers(Replies.ok("{\"Labels\":\"{\\\"a\\\":\\\"b\\\",\\\"agentbay-creation\\\":\\\"m-1\\\"}\"}"))
			.answers(Replies.ok());
		session().setLabels(Map.of("env", "prod"));
		assertThat(this.server.actions()).containsExactly("GetSession", "GetLabel", "SetLabel");
		JsonNode set = json(this.server.requests().get(2).form().get("Labels"));
		assertThat(set.propertyNames()).containsExactlyInAnyOrder("env", "agentbay-creation");
	}

	@Test
	@Capability("3.5")
	void getLabelsHidesTheMarkOfTheClient() {
		this.server.answers(Replies.session())
			.answers(Replies.ok("{\"Labels\":\"{\\\"a\\\":\\\"b\\\",\\\"agentbay-creation\\\":\\\"m-1\\\"}\"}"));
		assertThat(session().fetchLabels()).containsOnly(Map.entry("a", "b"));
	}

	@Test
	@Capability("3.8")
	void getLinkSendsProtocolPortAndOption() {
		this.server.answers(Replies.session())
			.answers(Replies.ok("{\"Url\":\"https://gw.example.invalid/request_ai/secret/path/\"}"));
		var link = session().createLink(LinkOptions.ofPort(30100).withProtocol("https").withOption("opt"));
		assertThat(this.server.requests().get(1).form()).containsEntry("ProtocolType", "https")
			.containsEntry("Port", "30100")
			.containsEntry("Option", "opt");
		assertThat(link).hasToString("https://gw.example.invalid/request_ai/secret/path/");
	}

	@Test
	void getLinkWithoutArgumentsSendsOnlyTheSession() {
		this.server.answers(Replies.session()).answers(Replies.ok("{\"Url\":\"wss://gw.example.invalid/w/x\"}"));
		session().createLink();
		assertThat(this.server.requests().get(1).form()).containsOnlyKeys("Authorization", "SessionId");
	}

	@Test
	@Capability("3.10")
	void toolsOfAnImageAreListed() {
		this.server.answers(Replies.session())
			.answers(Replies.ok("\"[{\\\"name\\\":\\\"shell\\\",\\\"description\\\":\\\"run\\\",\\\"inputSchema\\\":"
					+ "{\\\"type\\\":\\\"object\\\"},\\\"server\\\":\\\"wuying_shell\\\",\\\"tool\\\":\\\"shell\\\"}]\""));
		var tools = session().listTools();
		assertThat(this.server.requests().get(1).form()).containsEntry("ImageId", "linux_latest")
			.doesNotContainKey("SessionId");
		assertThat(tools).singleElement().satisfies((tool) -> {
			assertThat(tool.name()).isEqualTo("shell");
			assertThat(tool.server()).isEqualTo("wuying_shell");
			assertThat(tool.inputSchema()).isEqualTo("{\"type\":\"object\"}");
		});
	}

	@Test
	@Capability({ "3.11", "3.13", "3.15" })
	void toolsAreCalledWithArgumentsAsJsonText() {
		this.server.answers(Replies.session()).answers(Replies.toolText("done"));
		var result = session().callTool(ToolCall.of("shell", Map.of("command", "echo ü")).withAutoGenSession(true))
			.requireSuccess();
		Map<String, String> form = this.server.requests().get(1).form();
		assertThat(form).containsEntry("SessionId", Replies.SESSION)
			.containsEntry("Name", "shell")
			.containsEntry("Args", "{\"command\":\"echo ü\"}")
			.containsEntry("Server", "wuying_shell")
			.containsEntry("AutoGenSession", "true");
		assertThat(result.text()).isEqualTo("done");
		assertThat(result.requestId()).isEqualTo("R-1");
	}

	@Test
	void aToolThatTheSessionDidNotAnnounceIsCalledWithoutServer() {
		this.server.answers(Replies.session()).answers(Replies.toolText("done"));
		session().callTool("my_tool", Map.of());
		assertThat(this.server.requests().get(1).form()).doesNotContainKey("Server")
			.containsEntry("Args", "{}")
			.containsEntry("AutoGenSession", "false");
	}

	@Test
	@Capability({ "2.24", "3.1" })
	void deleteAsksForTheEndAndThenForTheStatus() {
		this.server.answers(Replies.session())
			.answers(Replies.ok())
			.answers(Replies.ok("{\"Status\":\"DELETING\"}"))
			.answers(400, Replies.gone());
		session().delete();
		assertThat(this.server.actions()).containsExactly("GetSession", "DeleteSessionAsync", "GetSessionDetail",
				"GetSessionDetail");
	}

	@Test
	@Capability("2.24")
	void savingContextsCarriesTheKeyInTheQuery() {
		this.server.answers(Replies.session())
			.answers(Replies.ok())
			.answers(Replies.ok("{\"ContextStatus\":\"\"}"))
			.answers(Replies.ok())
			.answers(400, Replies.gone());
		session().delete(DeleteOption.SAVE_CONTEXTS);
		RecordedRequest sync = this.server.requests().get(1);
		assertThat(sync.query()).containsEntry("Action", "SyncContext")
			.containsEntry("Authorization", "Bearer " + ScriptedServer.KEY);
		assertThat(sync.form()).containsOnlyKeys("SessionId");
		assertThat(this.server.actions()).containsExactly("GetSession", "SyncContext", "GetContextInfo",
				"DeleteSessionAsync", "GetSessionDetail");
	}

	@Test
	@Capability("3.11")
	void theDirectLinkTakesJsonWithTheToken() {
		this.server.answers(Replies.sessionWithLink(this.server.endpoint() + "/link/"))
			.answers(
					"{\"data\":{\"result\":{\"isError\":false,\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]}}}");
		var result = session().callTool("shell", Map.of("command", "x")).requireSuccess();
		RecordedRequest request = this.server.requests().get(1);
		assertThat(request.target()).isEqualTo("/link/callTool");
		assertThat(request.headers()).containsEntry("x-access-token", "tok-secret")
			.containsEntry("content-type", "application/json");
		JsonNode body = json(request.body());
		assertThat(body.propertyNames()).containsExactlyInAnyOrder("args", "server", "requestId", "tool", "token");
		assertThat(body.get("args").get("command").asString()).isEqualTo("x");
		assertThat(body.get("server").asString()).isEqualTo("wuying_shell");
		assertThat(body.get("tool").asString()).isEqualTo("shell");
		assertThat(body.get("token").asString()).isEqualTo("tok-secret");
		assertThat(body.get("requestId").asString()).matches("link-\\d{13}-\\d{9}").isEqualTo(result.requestId());
		assertThat(request.body() + request.headers() + request.target()).doesNotContain(ScriptedServer.KEY);
		assertThat(result.text()).isEqualTo("hello");
	}

	@Test
	@Capability("3.14")
	void keysMayBeNamedAsUsersNameThem() {
		this.server.answers(Replies.session()).answers(Replies.toolText("ok")).answers(Replies.toolText("ok"));
		Session session = session();
		session.callTool("press_keys",
				Map.of("keys", List.of("CTRL", "Esc", "A", "7", "pgdn", "up", "f12", "minus", "Hyper"), "hold", true));
		session.callTool("input_text", Map.of("keys", List.of("CTRL")));
		assertThat(args(1)).isEqualTo(json("{\"keys\":[\"Ctrl\",\"Escape\",\"a\",\"7\",\"PageDown\",\"ArrowUp\","
				+ "\"F12\",\"-\",\"Hyper\"],\"hold\":true}"));
		assertThat(args(2)).isEqualTo(json("{\"keys\":[\"CTRL\"]}"));
	}

	@Test
	@Capability("3.16")
	void metricsAreReadUnderEachOfTheirNames() {
		this.server.answers(Replies.session())
			.answers(Replies.toolText("{\"cpu_count\":4,\"cpu_used_pct\":1.5,\"mem_total\":8000000000,\"mem_used\":2,"
					+ "\"disk_total\":3,\"disk_used\":4,\"rx_rate_kbps\":0.5,\"tx_rate_KBps\":0.25,\"rx_used_kb\":7,"
					+ "\"tx_used_kbyte\":8,\"timestamp\":\"2026-03-01T08:00:00Z\"}"))
			.answers(Replies.toolText("[]"));
		Session session = session();
		var metrics = session.fetchMetrics();
		assertThat(metrics.cpuCount()).isEqualTo(4);
		assertThat(metrics.memoryTotal()).isEqualTo(8_000_000_000L);
		assertThat(metrics.receiveRate()).isEqualTo(0.5);
		assertThat(metrics.sendRate()).isEqualTo(0.25);
		assertThat(metrics.received()).isEqualTo(7);
		assertThat(metrics.sent()).isEqualTo(8);
		assertThat(metrics.timestamp()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
		assertThat(metrics.details()).containsEntry("disk_used", 4);
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(session::fetchMetrics)
			.withMessageContaining("get_metrics");
	}

	@Test
	@Capability({ "3.17", "3.18" })
	void theServerOfAToolIsKnownWithoutAsking() {
		this.server.answers(Replies.session());
		Session session = session();
		assertThat(session.findServer("shell")).contains("wuying_shell");
		assertThat(session.findServer("other")).isEmpty();
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void filesAreCalledByTheirTools() {
		this.server.answers(Replies.session())
			.answers(Replies.toolText("ok"))
			.answers(Replies.toolText("noise\n[DIR] sub\n[FILE] a b.txt"))
			.answers(Replies.toolText("No matches found"));
		var files = session().fileSystem();
		files.append("/tmp/a", "text");
		var entries = files.list("/tmp");
		var found = files.search("/tmp", "*.txt", List.of("a*", "b?"));
		assertThat(args(1)).isEqualTo(json("{\"path\":\"/tmp/a\",\"content\":\"text\",\"mode\":\"append\"}"));
		assertThat(entries).hasSize(2);
		assertThat(entries.get(0).directory()).isTrue();
		assertThat(entries.get(1).name()).isEqualTo("a b.txt");
		assertThat(args(3)).isEqualTo(json("{\"path\":\"/tmp\",\"pattern\":\"*.txt\",\"excludePatterns\":\"a*,b?\"}"));
		assertThat(found).isEmpty();
	}

	private Session session() {
		return this.agentBay.get(Replies.SESSION);
	}

	private JsonNode args(int request) {
		return json(this.server.requests().get(request).form().get("Args"));
	}

	private static JsonNode json(String text) {
		return Json.MAPPER.readTree(text);
	}

}
