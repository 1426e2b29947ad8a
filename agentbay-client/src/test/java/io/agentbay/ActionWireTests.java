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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.agentbay.browser.BrowserOption;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextQuery;
import io.agentbay.context.ContextSync;
import io.agentbay.context.ContextTaskQuery;
import io.agentbay.context.MountStrategy;
import io.agentbay.context.SyncDirection;
import io.agentbay.context.SyncOptions;
import io.agentbay.internal.api.Action;
import io.agentbay.internal.json.Json;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LinkOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionStatus;
import io.agentbay.skill.SkillBinding;
import io.agentbay.skill.SkillQuery;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import io.agentbay.volume.VolumeQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each action sends: no parameter is missing, misnamed or at the wrong place, and
 * what is unset is absent.
 */
class ActionWireTests {

	private static final Set<String> ALWAYS = Set.of("Action", "Version", "Format", "Timestamp", "SignatureNonce",
			"Authorization");

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client()
		.regionId("cn-hangzhou")
		.retryPolicy(RetryPolicy.none())
		.build();

	private final AgentBay withoutRegion = this.server.client().retryPolicy(RetryPolicy.none()).build();

	@AfterEach
	void disconnect() {
		this.withoutRegion.close();
		this.agentBay.close();
		this.server.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void sendsItsParameters(Sent expected) {
		expected.answers().forEach(this.server::answers);
		Session session = this.agentBay.restore(SessionState.builder("s-1").imageId("code_latest").build());
		expected.call().on(new Doors(this.agentBay, this.withoutRegion, session));
		RecordedRequest request = request(expected.action());
		boolean keyInQuery = expected.action() == Action.SYNC_CONTEXT;
		assertThat(keyInQuery ? request.query() : request.form()).containsEntry("Authorization",
				"Bearer " + ScriptedServer.KEY);
		assertThat(keyInQuery ? request.form() : request.query()).doesNotContainKey("Authorization");
		assertThat(asJson(request.query())).isEqualTo(json(expected.query()));
		assertThat(asJson(request.form())).isEqualTo(json(expected.form()));
	}

	@Test
	void everyActionIsAmongThem() {
		assertThat(calls().map(Sent::action).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Action.class));
	}

	static Stream<Sent> calls() {
		return Stream.of(sessions(), properties(), tools(), contexts(), contextFiles(), sessionContexts(), account())
			.flatMap((calls) -> calls);
	}

	private static Stream<Sent> sessions() {
		return Stream.of(
				sent(Action.CREATE_MCP_SESSION, "{'Labels':'*','SdkStats':'*'}",
						(doors) -> doors.withoutRegion().create(), Replies.session()),
				sent(Action.CREATE_MCP_SESSION, """
						{'ImageId':'code_latest','Labels':'*','Timeout':'90','McpPolicyId':'p','NetworkId':'n',
						'EnableRecord':'true','LoginRegionId':'cn-hangzhou','SdkStats':'*','LoadSkill':'true',
						'Skills':['a','b'],'PersistenceDataList':[{'ContextId':'c','Path':'/data'}]}""",
						(doors) -> doors.agentBay()
							.create(CreateSessionOptions.builder()
								.imageId("code_latest")
								.idleReleaseTimeout(Duration.ofSeconds(90))
								.policyId("p")
								.networkId("n")
								.enableBrowserReplay(true)
								.loadSkills("a", "b")
								.contextSync(new ContextSync("c", "/data", null, false))
								.build()),
						Replies.session()),
				sent(Action.GET_SESSION, "{'SessionId':'s-2'}", (doors) -> doors.agentBay().fetchDetails("s-2"),
						Replies.session()),
				inQuery(Action.GET_SESSION_DETAIL, "{'SessionId':'s-1'}", "{}",
						(doors) -> doors.session().fetchStatus(), Replies.ok("{\"Status\":\"RUNNING\"}")),
				sent(Action.LIST_SESSION, "{'Labels':{},'MaxResults':'10'}",
						(doors) -> doors.agentBay().listPage(SessionQuery.all()), Replies.ok("[]")),
				sent(Action.LIST_SESSION, "{'Labels':{'a':'b'},'MaxResults':'5','Status':'PAUSED'}",
						(doors) -> doors.agentBay()
							.listPage(SessionQuery.all()
								.withLabels(Map.of("a", "b"))
								.withPageSize(5)
								.withStatus(SessionStatus.PAUSED)),
						Replies.ok("[]")),
				sent(Action.DELETE_SESSION_ASYNC, "{'SessionId':'s-1'}", (doors) -> doors.session().delete(),
						Replies.ok(), Replies.ok("{\"Status\":\"FINISH\"}")),
				sent(Action.PAUSE_SESSION_ASYNC, "{'SessionId':'s-1'}", (doors) -> doors.session().requestPause(),
						Replies.ok()),
				sent(Action.RESUME_SESSION_ASYNC, "{'SessionId':'s-1'}", (doors) -> doors.session().requestResume(),
						Replies.ok()),
				sent(Action.REFRESH_SESSION_IDLE_TIME, "{'SessionId':'s-1'}", (doors) -> doors.session().keepAlive(),
						Replies.ok()));
	}

	private static Stream<Sent> properties() {
		return Stream.of(
				sent(Action.GET_MCP_RESOURCE, "{'SessionId':'s-1'}", (doors) -> doors.session().fetchInfo(),
						Replies.ok("{\"SessionId\":\"s-1\"}")),
				sent(Action.SET_LABEL, "{'SessionId':'s-1','Labels':{'a':'ü & b'}}",
						(doors) -> doors.session().setLabels(Map.of("a", "ü & b")), Replies.ok("{\"Labels\":\"{}\"}"),
						Replies.ok()),
				sent(Action.GET_LABEL, "{'SessionId':'s-1'}", (doors) -> doors.session().fetchLabels(),
						Replies.ok("{\"Labels\":\"{}\"}")),
				sent(Action.GET_LINK, "{'SessionId':'s-1'}", (doors) -> doors.session().createLink(),
						Replies.ok("{\"Url\":\"wss://a\"}")),
				sent(Action.GET_LINK, "{'SessionId':'s-1','ProtocolType':'wss','Port':'30199','Option':'o'}",
						(doors) -> doors.session()
							.createLink(LinkOptions.ofPort(30199).withProtocol("wss").withOption("o")),
						Replies.ok("{\"Url\":\"wss://a\"}")),
				sent(Action.INIT_BROWSER, """
						{'SessionId':'s-1','PersistentPath':'/tmp/agentbay_browser','BrowserOption':{'useStealth':false,
						'extensionPath':'/tmp/extensions/','callForUser':false,'solveCaptchas':false,
						'autoLogin':false}}""", (doors) -> doors.session().browser().initialize(),
						Replies.ok("{\"Port\":9222}")),
				sent(Action.INIT_BROWSER, """
						{'SessionId':'s-1','PersistentPath':'/tmp/agentbay_browser','BrowserOption':{'useStealth':true,
						'extensionPath':'/tmp/x/','callForUser':false,'solveCaptchas':false,'autoLogin':false,
						'userAgent':'me','cmdArgs':['--mute-audio'],'defaultNavigateUrl':'https://a'}}""",
						(doors) -> doors.session()
							.browser()
							.initialize(BrowserOption.builder()
								.useStealth(true)
								.userAgent("me")
								.extensionPath("/tmp/x/")
								.arguments("--mute-audio")
								.startUrl("https://a")
								.build()),
						Replies.ok("{\"Port\":9222}")),
				sent(Action.GET_CDP_LINK, "{'SessionId':'s-1'}", (doors) -> {
					doors.session().browser().initialize();
					doors.session().browser().fetchEndpointUrl();
				}, Replies.ok("{\"Port\":9222}"), Replies.ok("{\"Url\":\"wss://a\"}")),
				sent(Action.GET_ADB_LINK, "{'SessionId':'s-1','Option':{'adbkey_pub':'key \\\"of\\\" me'}}",
						(doors) -> doors.session().mobile().createAdbLink("key \"of\" me"),
						Replies.ok("{\"Url\":\"adb connect a:1\"}")));
	}

	private static Stream<Sent> tools() {
		return Stream.of(
				sent(Action.CALL_MCP_TOOL,
						"{'SessionId':'s-1','Name':'my_tool','Args':{'a':[1]},'AutoGenSession':'false'}",
						(doors) -> doors.session().callTool("my_tool", Map.of("a", List.of(1))), Replies.toolText("")),
				sent(Action.LIST_MCP_TOOLS, "{'ImageId':'code_latest'}", (doors) -> doors.session().listTools(),
						Replies.ok("\"[]\"")),
				sent(Action.LIST_MCP_TOOLS, "{'ImageId':'other'}", (doors) -> doors.session().listTools("other"),
						Replies.ok("\"[]\"")));
	}

	private static Stream<Sent> contexts() {
		String context = Replies.ok("{\"Id\":\"c\",\"Name\":\"n\",\"State\":\"available\"}");
		return Stream.of(
				sent(Action.GET_CONTEXT, "{'Name':'n','AllowCreate':'false'}",
						(doors) -> doors.agentBay().contexts().get("n"), context),
				sent(Action.GET_CONTEXT, "{'Name':'n','AllowCreate':'true','LoginRegionId':'cn-hangzhou'}",
						(doors) -> doors.agentBay().contexts().getOrCreate("n"), context),
				sent(Action.GET_CONTEXT, "{'Name':'n','AllowCreate':'true'}",
						(doors) -> doors.withoutRegion().contexts().getOrCreate("n"), context),
				sent(Action.GET_CONTEXT, "{'ContextId':'c','AllowCreate':'false'}",
						(doors) -> doors.agentBay().contexts().getById("c"), context),
				sent(Action.LIST_CONTEXTS, "{'MaxResults':'10'}",
						(doors) -> doors.agentBay().contexts().listPage(ContextQuery.all()), Replies.ok("[]")),
				sent(Action.LIST_CONTEXTS, "{'MaxResults':'3','NextToken':'t','SessionId':'s'}",
						(doors) -> doors.agentBay()
							.contexts()
							.listPage(ContextQuery.all().withPageSize(3).withPageToken("t").withSessionId("s")),
						Replies.ok("[]")),
				sent(Action.MODIFY_CONTEXT, "{'Id':'c','Name':'m'}",
						(doors) -> doors.agentBay().contexts().rename("c", "m"), Replies.ok()),
				sent(Action.DELETE_CONTEXT, "{'Id':'c'}", (doors) -> doors.agentBay().contexts().delete("c"),
						Replies.ok()),
				sent(Action.CLEAR_CONTEXT, "{'Id':'c'}", (doors) -> doors.agentBay().contexts().requestClear("c"),
						Replies.ok()));
	}

	private static Stream<Sent> contextFiles() {
		String address = Replies.ok("{\"Url\":\"https://a/b\",\"ExpireTime\":3600}");
		return Stream.of(sent(Action.DESCRIBE_CONTEXT_FILES,
				"{'ContextId':'c','ParentFolderPath':'/f','PageNumber':'1','PageSize':'50'}",
				(doors) -> doors.agentBay().contexts().listFilesPage(ContextFileQuery.of("c", "/f")), Replies.ok("[]")),
				sent(Action.DESCRIBE_CONTEXT_FILES,
						"{'ContextId':'c','ParentFolderPath':'/f','PageNumber':'2','PageSize':'7'}",
						(doors) -> doors.agentBay()
							.contexts()
							.listFilesPage(ContextFileQuery.of("c", "/f").withPageToken("2").withPageSize(7)),
						Replies.ok("[]")),
				sent(Action.GET_CONTEXT_FILE_UPLOAD_URL, "{'ContextId':'c','FilePath':'/a ü'}",
						(doors) -> doors.agentBay().contexts().createUploadUrl("c", "/a ü"), address),
				sent(Action.GET_CONTEXT_FILE_DOWNLOAD_URL, "{'ContextId':'c','FilePath':'/a ü'}",
						(doors) -> doors.agentBay().contexts().createDownloadUrl("c", "/a ü"), address),
				sent(Action.DELETE_CONTEXT_FILE, "{'ContextId':'c','FilePath':'/a ü'}",
						(doors) -> doors.agentBay().contexts().deleteFile("c", "/a ü"), Replies.ok()));
	}

	private static Stream<Sent> sessionContexts() {
		String nothing = Replies.ok("{\"ContextStatus\":\"\"}");
		return Stream.of(
				sent(Action.BIND_CONTEXTS, """
						{'SessionId':'s-1','PersistenceDataList':[{'ContextId':'a','Path':'/a'},
						{'ContextId':'b','Path':'/b'}]}""",
						(doors) -> doors.session()
							.context()
							.requestBind(List.of(ContextSync.of("a", "/a").withoutPolicy(),
									ContextSync.of("b", "/b").withoutPolicy())),
						Replies.ok()),
				sent(Action.BIND_CONTEXTS, """
						{'SessionId':'s-1','PersistenceDataList':[{'ContextId':'a','Path':'/a','Type':'mount',
						'MountConfig':{'AccessMode':'readOnly','StorageMode':'performance','SourcePath':'/p'}},
						{'ContextId':'b','Path':'/b','Type':'mount',
						'MountConfig':{'AccessMode':'readWrite','StorageMode':'standard','SourcePath':''}}]}""",
						(doors) -> doors.session()
							.context()
							.requestBind(List.of(ContextMount.of("a", "/a")
								.asReadOnly()
								.withStrategy(MountStrategy.PERFORMANCE)
								.withSourcePath("/p"), ContextMount.of("b", "/b"))),
						Replies.ok()),
				sent(Action.DESCRIBE_SESSION_CONTEXTS, "{'SessionId':'s-1'}",
						(doors) -> doors.session().context().listBindings(), Replies.ok("[]")),
				sent(Action.SYNC_CONTEXT, "{'SessionId':'s-1'}", (doors) -> doors.session().context().requestSync(),
						Replies.ok()),
				sent(Action.SYNC_CONTEXT, "{'SessionId':'s-1','ContextId':'c','Path':'/p','Mode':'download'}",
						(doors) -> doors.session()
							.context()
							.requestSync(SyncOptions.of("c", "/p").withDirection(SyncDirection.DOWNLOAD)),
						Replies.ok()),
				sent(Action.GET_CONTEXT_INFO, "{'SessionId':'s-1'}", (doors) -> doors.session().context().listTasks(),
						nothing),
				sent(Action.GET_CONTEXT_INFO, "{'SessionId':'s-1','ContextId':'c','Path':'/p','TaskType':'upload'}",
						(doors) -> doors.session()
							.context()
							.listTasks(ContextTaskQuery.all()
								.withContextId("c")
								.withPath("/p")
								.withDirection(SyncDirection.UPLOAD)),
						nothing),
				sent(Action.GET_AND_LOAD_INTERNAL_CONTEXT, "{'SessionId':'s-1','ContextTypes.1':'file_transfer'}",
						(doors) -> doors.session().fileSystem().transferPath(), Replies
							.ok("[{\"ContextId\":\"c\",\"ContextPath\":\"/t/\",\"ContextType\":\"file_transfer\"}]")));
	}

	private static Stream<Sent> account() {
		String network = Replies.ok("{\"NetworkId\":\"n\",\"NetworkToken\":\"t\"}");
		String volume = Replies.ok("{\"VolumeId\":\"v\",\"VolumeName\":\"n\"}");
		return Stream.of(
				sent(Action.CREATE_NETWORK, "{'LoginRegionId':'cn-hangzhou'}",
						(doors) -> doors.agentBay().networks().create(), network),
				sent(Action.CREATE_NETWORK, "{'NetworkId':'n'}", (doors) -> doors.withoutRegion().networks().get("n"),
						network),
				sent(Action.DESCRIBE_NETWORK, "{'NetworkId':'n'}",
						(doors) -> doors.agentBay().networks().fetchStatus("n"), Replies.ok("{\"Online\":true}")),
				sent(Action.GET_SKILL_META_DATA, "{}", (doors) -> doors.agentBay().skills().list(),
						Replies.ok("{\"SkillPath\":\"/s\",\"MetaDataList\":[]}")),
				sent(Action.GET_SKILL_META_DATA, "{'ImageId':'i','SkillGroupIds':['a','b']}",
						(doors) -> doors.agentBay()
							.skills()
							.list(SkillQuery.all().withImageId("i").withNames("a", "b")),
						Replies.ok("{\"SkillPath\":\"/s\",\"MetaDataList\":[]}")),
				sent(Action.BIND_CONTEXT_SKILL, """
						{'ContextSkillBindItems':[{'ContextId':'c-1','Path':'/skills','SkillIds':['s-1','s-2']}],
						'LoginRegionId':'cn-hangzhou'}""",
						(doors) -> doors.agentBay()
							.skills()
							.bind(new SkillBinding("c-1", List.of("s-1", "s-2"), "/skills")),
						Replies.ok("{}")),
				sent(Action.UNBIND_CONTEXT_SKILL, """
						{'ContextSkillUnbindItems':[{'ContextId':'c-1','Path':'/skills','SkillIds':['s-1']}],
						'LoginRegionId':'cn-hangzhou'}""",
						(doors) -> doors.agentBay().skills().unbind(new SkillBinding("c-1", List.of("s-1"), "/skills")),
						Replies.ok("{}")),
				sent(Action.LIST_SKILL_META_DATA, "{}", (doors) -> doors.agentBay().skills().listMetadata(),
						Replies.ok("[]")),
				sent(Action.GET_VOLUME, "{'VolumeName':'n','AllowCreate':'false'}",
						(doors) -> doors.agentBay().volumes().get("n"), volume),
				sent(Action.GET_VOLUME, "{'VolumeName':'n','ImageId':'i','AllowCreate':'true'}",
						(doors) -> doors.agentBay().volumes().getOrCreate("n", "i"), volume),
				sent(Action.LIST_VOLUMES, "{'MaxResults':'10'}",
						(doors) -> doors.agentBay().volumes().listPage(VolumeQuery.all()), Replies.ok("[]")),
				inQuery(Action.LIST_VOLUMES, "{'NextToken':'t'}",
						"{'ImageId':'i','VolumeName':'n','MaxResults':'4','VolumeIds.1':'v','VolumeIds.2':'w'}",
						(doors) -> doors.agentBay()
							.volumes()
							.listPage(VolumeQuery.all()
								.withImageId("i")
								.withName("n")
								.withVolumeIds("v", "w")
								.withPageSize(4)
								.withPageToken("t")),
						Replies.ok("[]")),
				sent(Action.DELETE_VOLUME, "{'VolumeId':'v'}", (doors) -> doors.agentBay().volumes().delete("v"),
						Replies.ok()));
	}

	private RecordedRequest request(Action action) {
		List<RecordedRequest> requests = this.server.requests()
			.stream()
			.filter((request) -> action.wireName().equals(request.query().get("Action")))
			.toList();
		assertThat(requests).as("requests %s", this.server.actions()).hasSize(1);
		return requests.get(0);
	}

	/** The parameters of the action alone; a value that is JSON text as what it says. */
	private static JsonNode asJson(Map<String, String> parameters) {
		Map<String, Object> own = new LinkedHashMap<>(parameters);
		own.keySet().removeAll(ALWAYS);
		own.replaceAll((name, value) -> {
			if (name.equals("SdkStats") || (name.equals("Labels") && value.toString().contains("agentbay-creation"))) {
				return "*";
			}
			return value.toString().startsWith("{") || value.toString().startsWith("[") ? json(value.toString())
					: value;
		});
		return Json.MAPPER.valueToTree(own);
	}

	private static JsonNode json(String text) {
		return Json.MAPPER.readTree(text);
	}

	private static Sent sent(Action action, String form, Call call, String... answers) {
		return inQuery(action, "{}", form, call, answers);
	}

	private static Sent inQuery(Action action, String query, String form, Call call, String... answers) {
		return new Sent(action, query.replace('\'', '"'), form.replace('\'', '"'), call, List.of(answers));
	}

	/**
	 * What to call.
	 *
	 * @param agentBay a client with a region
	 * @param withoutRegion a client without one
	 * @param session the session {@code s-1}
	 */
	record Doors(AgentBay agentBay, AgentBay withoutRegion, Session session) {
	}

	/** A call that sends the action, perhaps among others. */
	interface Call {

		void on(Doors doors);

	}

	/**
	 * An action and what it is expected to send.
	 *
	 * @param action the action
	 * @param query its parameters in the query, as JSON
	 * @param form its parameters in the form, as JSON
	 * @param call sends it
	 * @param answers what the service answers
	 */
	record Sent(Action action, String query, String form, Call call, List<String> answers) {

		@Override
		public String toString() {
			return this.action.wireName() + this.query + this.form;
		}

	}

}
