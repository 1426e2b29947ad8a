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

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.agentbay.context.Context;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadMode;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.context.policy.WhiteList;
import io.agentbay.context.policy.WhiteLists;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.settings.ClientSettings;
import io.agentbay.internal.tool.ToolChannel;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.Session;
import io.agentbay.skill.Skill;
import io.agentbay.skill.SkillBinding;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the service has learnt since version 0.19 of its SDKs.
 */
class NewerServiceTests {

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().regionId("cn-hangzhou").build();

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability({ "24.1", "24.2", "24.3" })
	void policiesHaveTheDocumentedForm() {
		this.server.answers(Replies.session());
		SyncPolicy policy = SyncPolicy.defaults()
			.withUploadPolicy(UploadPolicy.defaults()
				.withUploadMode(UploadMode.ARCHIVE)
				.withArchiveExcludePaths("logs/", "big.bin"))
			.withWhiteLists(new WhiteLists(
					List.of(WhiteList.matching("project-.*").withoutMatching("record.*"), WhiteList.of("/docs"))));
		this.agentBay.create(
				(options) -> options.contextSync(ContextSync.of("c-1", "/data").withPolicy(policy).withoutWaiting()));
		assertThat(this.server.requests().get(0).form().get("PersistenceDataList"))
			.contains("\\\"archiveExcludePaths\\\":[\\\"logs/\\\",\\\"big.bin\\\"]")
			.contains("\\\"path\\\":\\\"project-.*\\\"")
			.contains("\\\"isPathRegex\\\":true")
			.contains("\\\"isExcludeRegex\\\":true")
			.doesNotContain("false,\\\"isExcludeRegex");
	}

	@Test
	void policiesThatMakeNoSenseAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> UploadPolicy.defaults().withArchiveExcludePaths("a"))
			.withMessageContaining("ARCHIVE");
		UploadPolicy archive = UploadPolicy.defaults().withUploadMode(UploadMode.ARCHIVE);
		assertThatIllegalArgumentException().isThrownBy(() -> archive.withArchiveExcludePaths("*.log"));
		assertThatIllegalArgumentException().isThrownBy(() -> archive.withArchiveExcludePaths(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> WhiteList.matching(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> WhiteList.of("a").withoutMatching(""));
		assertThatIllegalArgumentException().isThrownBy(() -> WhiteList.of("project-*"));
	}

	@Test
	@Capability({ "24.2", "24.3" })
	void onlyWhatTheRegularExpressionsMatchIsSaved() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay local = LocalClient.of(runtime).build()) {
			Context context = local.contexts().getOrCreate("matched");
			SyncPolicy policy = SyncPolicy.defaults()
				.withWhiteLists(
						new WhiteLists(List.of(WhiteList.matching("project-.*").withoutMatching("record.*", "tmp"))));
			Session session = local
				.create((options) -> options.contextSync(ContextSync.of(context.id(), "/tmp/data").withPolicy(policy)));
			session.command()
				.run("cd \"${TMPDIR:-/tmp}/data\" && mkdir -p project-a/tmp project-a/src other "
						+ "&& touch project-a/src/kept project-a/record-1 project-a/tmp/x other/project-b kept-not")
				.requireSuccess();
			session.delete(DeleteOption.SAVE_CONTEXTS);
			assertThat(local.contexts().listFiles(context.id(), "/tmp/data/project-a/src"))
				.extracting(ContextFile::name)
				.containsExactly("kept");
			assertThat(
					local.contexts().listFiles(context.id(), "/tmp/data/project-a").filter((file) -> !file.isFolder()))
				.isEmpty();
			assertThat(local.contexts().listFiles(context.id(), "/tmp/data").filter((file) -> !file.isFolder()))
				.isEmpty();
		}
	}

	@Test
	@Capability({ "24.4", "24.5" })
	void pagesOfFilesFollowTheCursorIfThereIsOne() {
		String file = "[{\"FileName\":\"%1$s\",\"FilePath\":\"/d/%1$s\",\"FileType\":\"FILE\",\"Size\":1}]";
		this.server.answers(page(file.formatted("a"), "t/1"))
			.answers(page(file.formatted("b"), "t/2"))
			.answers(page(file.formatted("c"), ""));
		assertThat(this.agentBay.contexts().listFiles(ContextFileQuery.of("c-1", "/d").withPageSize(1)))
			.extracting(ContextFile::name)
			.containsExactly("a", "b", "c");
		assertThat(this.server.requests().get(0).form()).containsEntry("PageNumber", "1")
			.doesNotContainKey("NextToken");
		assertThat(this.server.requests().get(2).form()).containsEntry("NextToken", "t/2")
			.containsEntry("MaxResults", "1")
			.doesNotContainKeys("PageNumber", "PageSize");
	}

	private static String page(String files, String token) {
		return Replies.ok(files).replace("\"Success\":true", "\"Success\":true,\"NextToken\":\"" + token + "\"");
	}

	@Test
	@Capability({ "25.3", "25.4" })
	void theCodeOfARefusedCreationIsTold() {
		this.server.answers(Replies.ok("{\"Success\":false,\"ErrMsg\":\"no more\",\"ErrorCode\":\"Quota.Used\"}"));
		assertThatExceptionOfType(ServiceException.class).isThrownBy(this.agentBay::create)
			.withMessageContaining("no more")
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo("Quota.Used"));
	}

	@Test
	@Capability({ "25.5" })
	void theAddressInANetworkOfOnesOwnIsTold() {
		this.server.answers(Replies.session()
			.replace("\"VpcResource\":false", "\"VpcResource\":false,\"VpcIp\":\"10.0.0.7\",\"VpcId\":\"vpc-1\""));
		Session session = this.agentBay.create();
		assertThat(session.details().vpcIp()).isEqualTo("10.0.0.7");
		assertThat(session.details().vpcId()).isEqualTo("vpc-1");
	}

	@Test
	@Capability({ "26.1", "26.2", "26.3", "26.4" })
	void skillsHaveIdsAndAreBoundToContexts() {
		this.server
			.answers(Replies
				.ok("[{\"SkillId\":\"builtin:web_search\",\"Name\":\"search\",\"Description\":\"looks things up\"}]"))
			.answers(Replies.ok())
			.answers(Replies.ok());
		assertThat(this.agentBay.skills().listByIds("builtin:web_search", "sk_1"))
			.containsExactly(new Skill("builtin:web_search", "search", "looks things up"));
		SkillBinding binding = new SkillBinding("c-1", List.of("sk_1"), "/skills");
		this.agentBay.skills().bind(binding);
		this.agentBay.skills().unbind(binding);
		String items = "[{\"ContextId\":\"c-1\",\"SkillIds\":[\"sk_1\"],\"Path\":\"/skills\"}]";
		assertThat(this.server.actions()).containsExactly("ListSkillMetaData", "BindContextSkillAsync",
				"UnbindContextSkill");
		assertThat(this.server.requests().get(0).form()).containsEntry("SkillIdList",
				"[\"builtin:web_search\",\"sk_1\"]");
		assertThat(this.server.requests().get(1).form()).containsEntry("ContextSkillBindItems", items)
			.containsEntry("LoginRegionId", "cn-hangzhou");
		assertThat(this.server.requests().get(2).form()).containsEntry("ContextSkillUnbindItems", items);
		assertThatIllegalArgumentException().isThrownBy(() -> this.agentBay.skills().listByIds());
		assertThatIllegalArgumentException().isThrownBy(() -> this.agentBay.skills().bind());
		assertThatIllegalArgumentException().isThrownBy(() -> new SkillBinding("c-1", List.of(), "/skills"));
	}

	@Test
	@Capability({ "22.6" })
	void toolsOfTheEnvironmentNeedNotBeAnnounced() {
		ToolChannel channel = new ToolChannel("s-1", URI.create("https://link.test"), Secret.of("t"), List.of());
		assertThat(channel.serverOf("set_env")).isEqualTo("wuying_system");
		assertThat(channel.isDirect("get_env")).isTrue();
		assertThat(channel.isDirect("shell")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "cn-hangzhou, agentbay.cn-hangzhou.aliyuncs.com", "us-east-1, agentbay.us-east-1.aliyuncs.com",
			"eu-none-9, agentbay.eu-none-9.aliyuncs.com", "pre-cn-hangzhou, agentbay-pre.cn-hangzhou.aliyuncs.com",
			"pre-ap-southeast-1, wuyingai-pre.ap-southeast-1.aliyuncs.com",
			"cn-shanghai, wuyingai.cn-shanghai.aliyuncs.com", ", wuyingai.cn-shanghai.aliyuncs.com" })
	@Capability({ "27.1", "27.3", "27.4" })
	void theEndpointFollowsFromTheRegion(String region, String endpoint) {
		assertThat(ClientSettings.endpointOf(region)).isEqualTo(endpoint);
	}

	@Test
	@Capability({ "27.6" })
	void anEndpointThatIsSetCountsWhateverTheRegion() {
		this.server.answers(Replies.session()).answers(Replies.session());
		this.agentBay.create();
		assertThat(this.server.requests().get(0).form()).containsEntry("LoginRegionId", "cn-hangzhou");
		try (AgentBay found = AgentBay.builder()
			.environment(Map.of("AGENTBAY_API_KEY", ScriptedServer.KEY, "AGENTBAY_ENDPOINT", this.server.endpoint(),
					"AGENTBAY_REGION_ID", "us-east-1"))
			.build()) {
			found.create();
			assertThat(this.server.requests().get(1).form()).containsEntry("LoginRegionId", "us-east-1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"stdout\":\"printed\"}", "{\"exit_code\":3}", "{\"exit_code\":\"3\",\"stdout\":\"x\"}",
			"{\"errorCode\":1}", "{\"a\":1}", "[1]", "plain\n" })
	@Capability({ "28.2" })
	void whatACommandPrintsIsNotTakenForItsResult(String printed) {
		this.server.answers(Replies.session()).answers(Replies.toolText(printed));
		var result = this.agentBay.get(Replies.SESSION).command().run("cat file");
		assertThat(result.stdout()).isEqualTo(printed);
		assertThat(result.exitCode()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"stdout\":\"o\",\"stderr\":\"\"}", "{\"stdout\":\"o\",\"exit_code\":0}",
			"{\"stdout\":\"o\",\"stderr\":\"\",\"exit_code\":0}" })
	@Capability({ "28.2" })
	void theFormOfResultsIsRecognised(String answer) {
		this.server.answers(Replies.session()).answers(Replies.toolText(answer));
		assertThat(this.agentBay.get(Replies.SESSION).command().run("echo o").requireSuccess().stdout()).isEqualTo("o");
	}

}
