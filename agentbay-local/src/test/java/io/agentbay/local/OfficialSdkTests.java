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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.aliyun.agentbay.AgentBay;
import com.aliyun.agentbay.agent.Agent;
import com.aliyun.agentbay.context.ContextSync;
import com.aliyun.agentbay.context.SyncPolicy;
import com.aliyun.agentbay.model.CodeExecutionResult;
import com.aliyun.agentbay.model.CommandResult;
import com.aliyun.agentbay.model.DownloadResult;
import com.aliyun.agentbay.model.OperationResult;
import com.aliyun.agentbay.model.UploadResult;
import com.aliyun.agentbay.oss.OSSDownloadResult;
import com.aliyun.agentbay.oss.OSSUploadResult;
import com.aliyun.agentbay.session.CreateSessionParams;
import com.aliyun.agentbay.session.Session;
import com.aliyun.tea.TeaException;
import com.aliyun.wuyingai20250506.models.GetLabelRequest;
import com.aliyun.wuyingai20250506.models.ListSessionRequest;
import com.aliyun.wuyingai20250506.models.ListSessionResponseBody;
import com.aliyun.wuyingai20250506.models.SetLabelRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The official Java SDK, as published, cannot tell the runtime from the service.
 */
class OfficialSdkTests {

	private final OfficialSdk official = new OfficialSdk();

	private final LocalAgentBay runtime = this.official.runtime();

	private final AgentBay sdk = this.official.client();

	@AfterEach
	void closeRuntime() {
		this.official.close();
	}

	@Test
	void createsFindsAndDeletesSessions() throws Exception {
		Session session = this.official.create(Map.of());
		assertThat(this.runtime.liveSessionIds()).containsExactly(session.getSessionId());
		assertThat(this.sdk.get(session.getSessionId()).isSuccess()).isTrue();
		assertThat(session.info().getSessionInfo().getSessionId()).isEqualTo(session.getSessionId());
		assertThat(session.delete().isSuccess()).isTrue();
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThat(this.sdk.get(session.getSessionId()).isSuccess()).isFalse();
	}

	@Test
	void runsCommands() throws Exception {
		Session session = this.official.create(Map.of());
		CommandResult result = session.getCommand().executeCommand("echo out; echo 'ü & ö'", 5000);
		assertThat(result.isSuccess()).as(result.getErrorMessage()).isTrue();
		assertThat(result.getOutput()).contains("out\\nü & ö");
		assertThat(session.getCommand().executeCommand("no-such-command", 5000).isSuccess()).isFalse();
		assertThat(session.getCommand().executeCommand("sleep 30", 200).getErrorMessage()).contains("[timeout]");
	}

	@Test
	void writesReadsAndListsFiles() throws Exception {
		Session session = this.official.create(Map.of());
		String text = "line one\nZeile zwei: äöü 日本\n".repeat(3000);
		assertThat(session.getFileSystem().createDirectory("/tmp/d").isSuccess()).isTrue();
		assertThat(session.getFileSystem().writeFile("/tmp/d/a.txt", text, "overwrite").isSuccess()).isTrue();
		assertThat(session.getFileSystem().readFile("/tmp/d/a.txt").getContent()).isEqualTo(text);
		assertThat(session.getFileSystem().listDirectory("/tmp").getEntries())
			.anySatisfy((entry) -> assertThat(entry).containsEntry("name", "d").containsEntry("isDirectory", true));
		assertThat(session.getFileSystem().getFileInfo("/tmp/d/a.txt").getFileInfo()).containsEntry("isDirectory",
				false);
		assertThat(session.getFileSystem().searchFiles("/tmp", "*.txt").getMatches()).containsExactly("/tmp/d/a.txt");
		assertThat(session.getFileSystem()
			.editFile("/tmp/d/a.txt", List.of(Map.of("oldText", "line one", "newText", "line 1")))
			.isSuccess()).isTrue();
		assertThat(session.getFileSystem().moveFile("/tmp/d/a.txt", "/tmp/d/b.txt").isSuccess()).isTrue();
		assertThat(session.getFileSystem().readFile("/tmp/d/b.txt").getContent()).startsWith("line 1\n");
		assertThat(session.getFileSystem().deleteFile("/tmp/d/b.txt").isSuccess()).isTrue();
		assertThat(session.getFileSystem().readFile("/tmp/d/b.txt").isSuccess()).isFalse();
	}

	@Test
	void setsAndGetsLabelsAndListsSessionsByThem() throws Exception {
		Session labelled = this.official.create(Map.of("project", "demo & co"));
		this.official.create(Map.of("project", "other"));
		assertThat(list("{\"project\":\"demo & co\"}")).containsExactly(labelled.getSessionId());
		this.sdk.getClient()
			.setLabel(new SetLabelRequest().setAuthorization(bearer())
				.setSessionId(labelled.getSessionId())
				.setLabels("{\"stage\":\"t 1\"}"));
		assertThat(this.sdk.getClient()
			.getLabel(new GetLabelRequest().setAuthorization(bearer()).setSessionId(labelled.getSessionId()))
			.getBody()
			.getData()
			.getLabels()).isEqualTo("{\"stage\":\"t 1\"}");
		assertThat(list("{\"stage\":\"t 1\"}")).containsExactly(labelled.getSessionId());
		assertThat(list("{}")).hasSize(2);
	}

	@Test
	void listsTools() throws Exception {
		assertThat(this.official.create(Map.of()).listMcpTools().getTools()).extracting("name")
			.contains("shell", "read_file");
	}

	@Test
	void keepsFilesInContexts() throws Exception {
		String id = this.sdk.getContextService().create("sdk").getContext().getContextId();
		assertThat(this.sdk.getContextService().get("sdk", false).getContext().getContextId()).isEqualTo(id);
		String url = this.sdk.getContextService().getFileUploadUrl(id, "/tmp/data/stored").getUrl();
		assertThat(PlainHttp.put(url, "from outside").statusCode()).isEqualTo(200);
		CreateSessionParams parameters = new CreateSessionParams();
		parameters.setContextSyncs(List.of(ContextSync.create(id, "/tmp/data", SyncPolicy.defaultPolicy())));
		Session session = this.sdk.create(parameters).getSession();
		assertThat(session.getFileSystem().readFile("/tmp/data/stored").getContent()).isEqualTo("from outside");
		assertThat(session.getFileSystem().writeFile("/tmp/data/made", "inside", "overwrite").isSuccess()).isTrue();
		assertThat(session.getContext().syncAndWait().isSuccess()).isTrue();
		assertThat(session.getContext().info().getContextStatusData()).isNotEmpty()
			.allSatisfy((task) -> assertThat(task.getStatus()).isEqualTo("Success"));
		String download = this.sdk.getContextService().getFileDownloadUrl(id, "/tmp/data/made").getUrl();
		assertThat(PlainHttp.get(download).body()).isEqualTo("inside");
		assertThat(this.sdk.getContextService().deleteFile(id, "/tmp/data/made").isSuccess()).isTrue();
		assertThat(session.delete(true).isSuccess()).isTrue();
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThat(this.sdk.getContextService().list().getContexts()).singleElement()
			.satisfies((context) -> assertThat(context.getName()).isEqualTo("sdk"));
		assertThat(
				this.sdk.getContextService().delete(this.sdk.getContextService().get("sdk").getContext()).isSuccess())
			.isTrue();
		assertThat(this.sdk.getContextService().get("sdk", false).isSuccess()).isFalse();
	}

	@Test
	void runsCodeThatKeepsItsVariables() throws Exception {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")),
				"Python is not installed (Debian package: python3)");
		Session session = this.official.create(Map.of());
		assertThat(session.getCode().runCode("answer = 6 * 7", "python").isSuccess()).isTrue();
		CodeExecutionResult result = session.getCode().runCode("print(answer)", "python", 30);
		assertThat(result.isSuccess()).as(result.getErrorMessage()).isTrue();
		assertThat(String.valueOf(result.getResult()) + result.getOutput() + result.getStdout()).contains("42");
		assertThat(session.getCode().runCode("x", "cobol").isSuccess()).isFalse();
	}

	@Test
	void sendsAndFetchesFilesByWayOfAContext(@TempDir Path directory) throws Exception {
		String context = this.sdk.getContextService().create("transfers").getContext().getContextId();
		CreateSessionParams parameters = new CreateSessionParams();
		parameters.setContextSyncs(List.of(ContextSync.create(context, "/tmp/moved", SyncPolicy.defaultPolicy())));
		Session session = this.official.create(parameters);
		session.setFileTransferContextId(context);
		Path sent = Files.writeString(directory.resolve("sent"), "ü to move".repeat(1000));
		UploadResult upload = session.getFileSystem().uploadFile(sent.toString(), "/tmp/moved/file");
		assertThat(upload.isSuccess()).as(upload.getErrorMessage()).isTrue();
		assertThat(session.getFileSystem().readFile("/tmp/moved/file").getContent()).isEqualTo(Files.readString(sent));
		Path fetched = directory.resolve("fetched");
		DownloadResult download = session.getFileSystem().downloadFile("/tmp/moved/file", fetched.toString());
		assertThat(download.isSuccess()).as(download.getErrorMessage()).isTrue();
		assertThat(fetched).hasSameBinaryContentAs(sent);
	}

	@Test
	void takesASessionUpFromItsState() throws Exception {
		Session session = this.official.create(Map.of());
		session.getFileSystem().write("/tmp/kept", "still here");
		Session restored = Session.restoreState(this.sdk, session.dumpState());
		assertThat(restored.getSessionId()).isEqualTo(session.getSessionId());
		assertThat(restored.getFileSystem().read("/tmp/kept")).contains("still here");
		assertThat(restored.getFileSystem().readMultipleFiles(List.of("/tmp/kept")).getFiles())
			.hasEntrySatisfying("/tmp/kept", (content) -> assertThat(content).startsWith("still here"));
	}

	@Test
	void offersAgentsTheSameToolsByPlainMethods() throws Exception {
		Agent agent = this.official.create(Map.of()).getAgent();
		agent.writeFile("/tmp/note", "for later");
		assertThat(agent.readFile("/tmp/note")).contains("for later");
		assertThat(agent.listDirectory("/tmp")).contains("note");
		assertThat(agent.executeCommand("expr 40 + 2")).contains("42");
	}

	@Test
	void keepsObjectsInBuckets() throws Exception {
		Path bucket = Files.createDirectory(this.runtime.ossDirectory().resolve("sdk-bucket"));
		Session session = this.official.create(Map.of());
		session.getFileSystem().writeFile("/tmp/report", "to be kept", "overwrite");
		OSSUploadResult early = session.getOss().upload("sdk-bucket", "reports/1", "/tmp/report");
		assertThat(early.isSuccess()).isFalse();
		assertThat(session.getOss().envInit("id", "secret", "token", "", "").isSuccess()).isTrue();
		OSSUploadResult upload = session.getOss().upload("sdk-bucket", "reports/1", "/tmp/report");
		assertThat(upload.isSuccess()).as(upload.getErrorMessage()).isTrue();
		assertThat(bucket.resolve("reports/1")).hasContent("to be kept");
		OSSDownloadResult download = session.getOss().download("sdk-bucket", "reports/1", "/tmp/copy");
		assertThat(download.isSuccess()).as(download.getErrorMessage()).isTrue();
		assertThat(session.getFileSystem().readFile("/tmp/copy").getContent()).isEqualTo("to be kept");
	}

	@Test
	void getsLinksToWhatASessionServes() throws Exception {
		Session session = this.official.create(Map.of());
		OperationResult link = session.getLink("https", 30101);
		assertThat(link.isSuccess()).as(link.getErrorMessage()).isTrue();
		assertThat(link.getData()).startsWith(this.runtime.endpoint() + "/request_ai/");
		assertThat(PlainHttp.get(link.getData()).statusCode()).isEqualTo(502);
	}

	@Test
	void readsTheServicesErrors() throws Exception {
		AgentBay stranger = this.official.client("akm-wrong");
		assertThat(stranger.create(new CreateSessionParams()).isSuccess()).isFalse();
		assertThatExceptionOfType(TeaException.class)
			.isThrownBy(() -> this.sdk.getClient()
				.getLabel(new GetLabelRequest().setAuthorization(bearer()).setSessionId("session-0")))
			.satisfies((failure) -> assertThat(failure.getCode()).isEqualTo("InvalidMcpSession.NotFound"));
	}

	private List<String> list(String labels) throws Exception {
		ListSessionResponseBody body = this.sdk.getClient()
			.listSession(new ListSessionRequest().setAuthorization(bearer()).setLabels(labels).setMaxResults(10))
			.getBody();
		assertThat(body.getSuccess()).isTrue();
		return body.getData().stream().map((entry) -> entry.getSessionId()).toList();
	}

	private String bearer() {
		return "Bearer " + this.runtime.apiKey();
	}

}
