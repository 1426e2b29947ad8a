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

package io.agentbay.context;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.agentbay.AgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.context.policy.DeletePolicy;
import io.agentbay.context.policy.DownloadPolicy;
import io.agentbay.context.policy.ExtractPolicy;
import io.agentbay.context.policy.Lifecycle;
import io.agentbay.context.policy.MappingPolicy;
import io.agentbay.context.policy.RecyclePolicy;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadMode;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.context.policy.WhiteLists;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.error.ServiceTimeoutException;
import io.agentbay.error.ThrottledException;
import io.agentbay.internal.api.SyncPolicyData;
import io.agentbay.internal.json.Json;
import io.agentbay.paging.Page;
import io.agentbay.session.ContextFailure;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Contexts on the wire, and the waits for what the service does with them.
 */
class ContextTests {

	private static final String CONTEXT = "{\"Id\":\"SdkCtx-1\",\"Name\":\"c1\",\"State\":\"available\",\"CreateTime\":"
			+ "\"2025-05-29T12:00:00Z\",\"LastUsedTime\":\"2025-05-29T12:30:00Z\",\"OsType\":\"linux\"}";

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client()
		.regionId("cn-hangzhou")
		.retryPolicy(RetryPolicy.none())
		.operationTimeout(Duration.ofSeconds(5))
		.build();

	private final ContextService contexts = this.agentBay.contexts();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability({ "2.29", "6.5" })
	void aContextIsCreatedInTheRegion() {
		this.server.answers(Replies.ok(CONTEXT));
		Context context = this.contexts.getOrCreate("c1");
		assertThat(form(0)).containsEntry("Name", "c1")
			.containsEntry("AllowCreate", "true")
			.containsEntry("LoginRegionId", "cn-hangzhou");
		assertThat(context).isEqualTo(new Context("SdkCtx-1", "c1", ContextState.AVAILABLE,
				Instant.parse("2025-05-29T12:00:00Z"), Instant.parse("2025-05-29T12:30:00Z"), "linux"));
	}

	@Test
	@Capability({ "6.3", "6.4" })
	void aContextIsFoundByNameAndById() {
		this.server.answers(Replies.ok(CONTEXT)).answers(Replies.ok(CONTEXT));
		assertThat(this.contexts.get("c1").id()).isEqualTo("SdkCtx-1");
		assertThat(this.contexts.getById("SdkCtx-1").name()).isEqualTo("c1");
		assertThat(form(0)).containsEntry("AllowCreate", "false").doesNotContainKey("LoginRegionId");
		assertThat(form(1)).containsEntry("ContextId", "SdkCtx-1").doesNotContainKey("Name");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "none, true", "linux_latest, true", "aio-ubuntu-2404, false", "mine, false" })
	@Capability({ "23.9" })
	void aMountThatMayNotHoldIsWarnedOf(String imageId, boolean warned) {
		Logger logger = (Logger) LoggerFactory.getLogger("io.agentbay.internal.session.SessionCreation");
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.addAppender(log);
		try {
			this.server.answers(Replies.session());
			assertThat(this.agentBay.create(CreateSessionOptions.of((options) -> options.imageId(imageId)
				.contextMount(ContextMount.of("c-1", "/mnt/c").withoutWaiting())))).isNotNull();
		}
		finally {
			logger.detachAppender(log);
		}
		assertThat(log.list.stream().filter((event) -> event.getFormattedMessage().contains("[/mnt/c]")))
			.hasSize(warned ? 1 : 0);
	}

	@Test
	void aNewSessionFindsItsContextsByTheirNames() {
		this.server.answers(Replies.ok(CONTEXT)).answers(Replies.session());
		ContextByName named = new ContextByName("c1", "/data", SyncPolicy.defaults(), false);
		this.agentBay.create(CreateSessionOptions.builder().contextByName(named).build());
		assertThat(form(0)).containsEntry("Name", "c1").containsEntry("AllowCreate", "true");
		assertThat(form(1).get("PersistenceDataList")).contains("SdkCtx-1").contains("/data");
	}

	@Test
	void aContextThatCannotBeFoundByItsNameCostsTheSession() {
		this.server.answers("{\"Code\":\"Throttling\",\"Message\":\"m\",\"Success\":false,\"RequestId\":\"R-21\"}");
		CreateSessionOptions params = CreateSessionOptions.builder()
			.contextByName(ContextByName.of("c1", "/data"))
			.contextByName(ContextByName.of("c2", "/more"))
			.build();
		var result = Refusal.of(() -> this.agentBay.create(params));
		assertThat(result).hasMessageContaining("'c1'");
		assertThat(result.requestId()).isEqualTo("R-21");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void aContextWithoutIdDoesNotExist() {
		this.server.answers(Replies.ok("{\"Id\":\"\",\"Name\":\"c1\"}"))
			.answers("{\"Code\":\"Context.NotFound\",\"Message\":\"m\",\"Success\":false,\"RequestId\":\"R-20\"}");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.contexts.get("c1"));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.contexts.get("c1"));
	}

	@Test
	void aContextThatIsSearchedMayBeMissing() {
		this.server.answers(Replies.ok("{\"Id\":\"\",\"Name\":\"c1\"}"))
			.answers("{\"Code\":\"Context.NotFound\",\"Message\":\"m\",\"Success\":false,\"RequestId\":\"R-20\"}")
			.answers("{\"Code\":\"Throttling\",\"Message\":\"m\",\"Success\":false,\"RequestId\":\"R-21\"}");
		assertThat(this.contexts.find("c1")).isEmpty();
		assertThat(this.contexts.findById("SdkCtx-1")).isEmpty();
		assertThatExceptionOfType(ThrottledException.class).isThrownBy(() -> this.contexts.find("c1"));
	}

	@Test
	@Capability({ "6.1", "6.2" })
	void contextsAreListedPageByPage() {
		this.server
			.answers("{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R\",\"MaxResults\":3,\"NextToken\":\"n\","
					+ "\"TotalCount\":9,\"Data\":[" + CONTEXT + "]}");
		Page<Context> page = this.contexts
			.listPage(ContextQuery.all().withPageSize(3).withPageToken("t").withSessionId(Replies.SESSION));
		assertThat(form(0)).containsEntry("MaxResults", "3")
			.containsEntry("NextToken", "t")
			.containsEntry("SessionId", Replies.SESSION);
		assertThat(page.items()).extracting(Context::name).containsExactly("c1");
		assertThat(page.nextToken()).isEqualTo("n");
		assertThat(page.totalCount()).isEqualTo(9);
	}

	@Test
	void thePagesOfContextsAreReadAsTheyAreAskedFor() {
		this.server
			.answers("{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R\",\"NextToken\":\"n\",\"Data\":[" + CONTEXT
					+ "]}")
			.answers("{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R\",\"Data\":[" + CONTEXT + "]}");
		assertThat(this.contexts.list()).extracting(Context::id).containsExactly("SdkCtx-1", "SdkCtx-1");
		assertThat(form(0)).containsEntry("MaxResults", "50").doesNotContainKey("NextToken");
		assertThat(form(1)).containsEntry("MaxResults", "50").containsEntry("NextToken", "n");
	}

	@Test
	@Capability({ "6.6", "6.7" })
	void contextsAreRenamedAndDeleted() {
		this.server.answers(Replies.ok()).answers(Replies.ok());
		this.contexts.rename("SdkCtx-1", "new");
		this.contexts.delete("SdkCtx-1");
		assertThat(this.server.actions()).containsExactly("ModifyContext", "DeleteContext");
		assertThat(form(0)).containsEntry("Id", "SdkCtx-1").containsEntry("Name", "new");
		assertThat(form(1)).containsEntry("Id", "SdkCtx-1");
	}

	@Test
	@Capability({ "6.8", "6.9", "6.10" })
	void filesHaveAddressesThatAreNotShown() {
		this.server.answers(Replies.ok("{\"Url\":\"https://oss.example.invalid/k?sig=1\",\"ExpireTime\":3600}"))
			.answers(Replies.ok("{\"Url\":\"https://oss.example.invalid/k?sig=2\",\"ExpireTime\":7200}"))
			.answers(Replies.ok());
		FileUrl upload = this.contexts.createUploadUrl("SdkCtx-1", "/tmp/a");
		FileUrl download = this.contexts.createDownloadUrl("SdkCtx-1", "/tmp/a");
		this.contexts.deleteFile("SdkCtx-1", "/tmp/a");
		assertThat(upload.url()).hasQuery("sig=1");
		assertThat(download.expireTime()).isEqualTo(7200);
		assertThat(upload.toString()).doesNotContain("sig");
		assertThat(this.server.actions()).containsExactly("GetContextFileUploadUrl", "GetContextFileDownloadUrl",
				"DeleteContextFile");
		assertThat(form(2)).containsEntry("ContextId", "SdkCtx-1").containsEntry("FilePath", "/tmp/a");
	}

	@Test
	@Capability("6.11")
	void filesAreListed() {
		this.server
			.answers("{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R\",\"Count\":7,\"Data\":[{\"FileId\":\"f\","
					+ "\"FileName\":\"a.txt\",\"FilePath\":\"/tmp/a.txt\",\"FileType\":\"file\",\"Size\":21,\"Status\":\"ready\"},"
					+ "{\"FileName\":\"sub\",\"FilePath\":\"/tmp/sub\",\"FileType\":\"folder\"}]}");
		Page<ContextFile> files = this.contexts
			.listFilesPage(ContextFileQuery.of("SdkCtx-1", "/tmp").withPageToken("2").withPageSize(5));
		assertThat(form(0)).containsEntry("ParentFolderPath", "/tmp")
			.containsEntry("PageNumber", "2")
			.containsEntry("PageSize", "5");
		assertThat(files.totalCount()).isEqualTo(7);
		assertThat(files.items()).extracting(ContextFile::size).containsExactly(21L, 0L);
		assertThat(files.items()).extracting(ContextFile::isFolder).containsExactly(false, true);
	}

	@Test
	@Capability({ "6.12", "6.13", "6.14" })
	void clearingWaitsUntilTheContextIsAvailable() {
		this.server.answers(Replies.ok())
			.answers(Replies.ok("{\"Id\":\"SdkCtx-1\",\"State\":\"clearing\"}"))
			.answers(Replies.ok("{\"Id\":\"SdkCtx-1\"}"))
			.answers(Replies.ok(CONTEXT));
		this.contexts.clear("SdkCtx-1", new ClearOptions(Duration.ofSeconds(5), Duration.ofMillis(1)));
		assertThat(this.server.actions()).containsExactly("ClearContext", "GetContext", "GetContext", "GetContext");
	}

	@Test
	void clearingIsLimited() {
		this.server.answers(Replies.ok());
		for (int i = 0; i < 200; i++) {
			this.server.answers(Replies.ok("{\"Id\":\"SdkCtx-1\",\"State\":\"clearing\"}"));
		}
		assertThatExceptionOfType(ServiceTimeoutException.class).isThrownBy(
				() -> this.contexts.clear("SdkCtx-1", new ClearOptions(Duration.ofMillis(50), Duration.ofMillis(5))))
			.withMessageContaining("the context is clearing");
	}

	@Test
	@Capability({ "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.8", "7.9" })
	void policiesHaveTheDocumentedForm() {
		assertThat(form(SyncPolicy.defaults()).toString()).isEqualTo("{\"uploadPolicy\":"
				+ "{\"autoUpload\":true,\"uploadStrategy\":\"UploadBeforeResourceRelease\",\"uploadMode\":\"File\"},"
				+ "\"downloadPolicy\":{\"autoDownload\":true,\"downloadStrategy\":\"DownloadAsync\"},"
				+ "\"deletePolicy\":{\"syncLocalFile\":true},\"extractPolicy\":{\"extract\":true,"
				+ "\"deleteSrcFile\":true,\"extractToCurrentFolder\":false},\"recyclePolicy\":"
				+ "{\"lifecycle\":\"Lifecycle_Forever\",\"paths\":[\"\"]},\"bwList\":{\"whiteLists\":"
				+ "[{\"path\":\"\",\"excludePaths\":[]}]}}");
		JsonNode changed = form(SyncPolicy.defaults()
			.withUploadPolicy(UploadPolicy.defaults().withoutAutoUpload().withUploadMode(UploadMode.ARCHIVE))
			.withDownloadPolicy(DownloadPolicy.defaults().withoutAutoDownload())
			.withDeletePolicy(DeletePolicy.defaults().withoutSyncLocalFile())
			.withExtractPolicy(
					ExtractPolicy.defaults().withoutExtract().withoutDeleteSrcFile().withExtractToCurrentFolder())
			.withRecyclePolicy(new RecyclePolicy(Lifecycle.THREE_DAYS, List.of("/a")))
			.withWhiteLists(WhiteLists.of("/x", "/y"))
			.withMappingPolicy(new MappingPolicy("/old")));
		assertThat(changed.toString()).contains("\"autoUpload\":false", "\"uploadMode\":\"Archive\"",
				"\"autoDownload\":false", "\"syncLocalFile\":false", "\"extract\":false", "\"deleteSrcFile\":false",
				"\"extractToCurrentFolder\":true", "\"Lifecycle_3Days\"", "\"path\":\"/y\"",
				"\"mappingPolicy\":{\"path\":\"/old\"}");
	}

	@Test
	@Capability({ "2.5", "2.6", "2.17", "7.10" })
	void createMountsContextsAndWaitsForThem() {
		this.server.answers(Replies.session())
			.answers(tasks("c-1", "Running", ""))
			.answers(tasks("c-1", "Success", ""));
		var created = this.agentBay.create(CreateSessionOptions.builder()
			.contextSync(ContextSync.of("c-1", "/tmp/data"))
			.contextSync(ContextSync.of("c-2", "/tmp/other").withoutWaiting().withoutPolicy())
			.build());
		assertThat(created.warnings()).isEmpty();
		JsonNode mounted = Json.MAPPER.readTree(form(0).get("PersistenceDataList"));
		assertThat(mounted).hasSize(2);
		assertThat(mounted.get(0).get("ContextId").asString()).isEqualTo("c-1");
		assertThat(mounted.get(0).get("Path").asString()).isEqualTo("/tmp/data");
		assertThat(Json.MAPPER.readTree(mounted.get(0).get("Policy").asString()).has("bwList")).isTrue();
		assertThat(mounted.get(1).has("Policy")).isFalse();
		assertThat(this.server.actions()).containsExactly("CreateMcpSession", "GetContextInfo", "GetContextInfo");
	}

	@Test
	void aContextThatCannotBeLoadedIsAWarning() {
		this.server.answers(Replies.session()).answers(tasks("c-1", "Failed", "quota"));
		var created = this.agentBay
			.create(CreateSessionOptions.builder().contextSync(ContextSync.of("c-1", "/tmp/data")).build());
		assertThat(created.warnings()).singleElement().asString().contains("c-1", "quota");
		assertThat(this.agentBay.cachedSessions()).hasSize(1);
	}

	@Test
	void aContextThatCannotBeLoadedMayCostTheSession() {
		CreateSessionOptions params = CreateSessionOptions.builder()
			.contextSync(ContextSync.of("c-1", "/tmp/data"))
			.contextFailure(ContextFailure.DELETE_SESSION)
			.build();
		this.server.answers(Replies.session())
			.answers(tasks("c-1", "Failed", "quota"))
			.answers(Replies.ok())
			.answers(400, Replies.gone());
		var created = Refusal.of(() -> this.agentBay.create(params));
		assertThat(created).hasMessageContainingAll("was deleted", Replies.SESSION, "quota");
		assertThat(this.server.actions()).contains("DeleteSessionAsync");
		assertThat(this.agentBay.cachedSessions()).isEmpty();
	}

	@Test
	void aSessionThatCannotBeDeletedEitherIsNamed() {
		this.server.answers(Replies.session())
			.answers(tasks("c-1", "Failed", "quota"))
			.answers("{\"Code\":\"Forbidden\",\"Message\":\"not yours\",\"Success\":false,\"RequestId\":\"R-9\"}");
		var created = Refusal
			.of(() -> this.agentBay.create((options) -> options.contextSync(ContextSync.of("c-1", "/tmp/data"))
				.contextFailure(ContextFailure.DELETE_SESSION)));
		assertThat(created).hasMessageContainingAll("could not be deleted", Replies.SESSION, "not yours", "quota");
		assertThat(this.agentBay.cachedSessions()).hasSize(1);
	}

	@Test
	@Capability({ "5.1", "5.2", "5.3", "5.4", "5.6" })
	void syncWaitsForCopyTasksOnly() {
		this.server.answers(Replies.session())
			.answers(Replies.ok())
			.answers(tasks("c-1", "Pending", ""))
			.answers(tasks("c-1", "Success", ""));
		var manager = session().context();
		manager.sync(SyncOptions.of("c-1", "/tmp/data").withDirection(SyncDirection.UPLOAD));
		assertThat(form(1)).containsEntry("ContextId", "c-1")
			.containsEntry("Path", "/tmp/data")
			.containsEntry("Mode", "upload");
		assertThat(form(2)).containsEntry("ContextId", "c-1").containsEntry("Path", "/tmp/data");
	}

	@Test
	void aLookThatFailsDoesNotCountAsDone() {
		this.server.answers(Replies.session())
			.answers(Replies.ok())
			.answers(500, "{\"Code\":\"InternalError\",\"RequestId\":\"R\"}")
			.hangsUp()
			.answers(tasks("c-1", "Failed", "disk full"));
		var manager = session().context();
		assertThatExceptionOfType(ServiceException.class).isThrownBy(manager::sync)
			.withMessageContainingAll("c-1", "disk full")
			.satisfies((ex) -> assertThat(ex.failureKind()).isEqualTo(FailureKind.SERVICE));
	}

	@Test
	void whatWasCopiedIsToldWhenTheRestWasNot() {
		this.server.answers(Replies.session())
			.answers(Replies.ok())
			.answers(tasks(task("c-1", "Success", ""), task("c-2", "Failed", "disk full"),
					task("c-3", "Failed", "quota")));
		var manager = session().context();
		assertThatExceptionOfType(PartialFailureException.class).isThrownBy(manager::sync)
			.withMessageContainingAll("c-2", "disk full", "c-3", "quota")
			.satisfies((ex) -> {
				assertThat(ex.completed()).containsExactly("c-1");
				assertThat(ex.failures()).hasSize(2);
				assertThat(ex.operation()).isEqualTo("SyncContext");
			});
	}

	@Test
	void aSessionWhoseContextsWereNotSavedHasEndedAllTheSame() {
		this.server.answers(Replies.session())
			.answers(Replies.ok())
			.answers(tasks(task("c-1", "Success", ""), task("c-2", "Failed", "disk full")))
			.answers(Replies.ok())
			.answers(400, Replies.gone());
		Session session = session();
		assertThatExceptionOfType(PartialFailureException.class)
			.isThrownBy(() -> session.delete(DeleteOption.SAVE_CONTEXTS))
			.satisfies((ex) -> {
				assertThat(ex.completed()).containsExactly(Replies.SESSION, "c-1");
				assertThat(ex.failures()).singleElement()
					.satisfies((failure) -> assertThat(failure).hasMessageContaining("disk full"));
			});
		assertThat(this.server.actions()).endsWith("DeleteSessionAsync", "GetSessionDetail");
	}

	@Test
	void statusTextThatIsNotJsonIsNotNothing() {
		this.server.answers(Replies.session()).answers(Replies.ok("{\"ContextStatus\":\"garbage\"}"));
		var manager = session().context();
		assertThat(catchThrowable(manager::listTasks)).isInstanceOf(InvalidReplyException.class);
	}

	@Test
	@Capability({ "5.7", "5.8" })
	void bindingWaitsUntilTheContextsAreListed() {
		this.server.answers(Replies.session())
			.answers(Replies.ok())
			.answers(Replies.ok("[]"))
			.answers(Replies.ok("[{\"ContextId\":\"c-3\",\"ContextName\":\"n\",\"Path\":\"/tmp/x\",\"Policy\":\"{}\","
					+ "\"BindTime\":\"2026-03-06T10:00:00Z\"}]"));
		session().context().bind(List.of(ContextSync.of("c-3", "/tmp/x")));
		assertThat(this.server.actions()).containsExactly("GetSession", "BindContexts", "DescribeSessionContexts",
				"DescribeSessionContexts");
		assertThat(Json.MAPPER.readTree(form(1).get("PersistenceDataList")).get(0).get("ContextId").asString())
			.isEqualTo("c-3");
	}

	@Test
	void timesAreMomentsAndNoneWhereTheyCannotBeRead() {
		this.server.answers(Replies.session())
			.answers(Replies.ok("[{\"ContextId\":\"c-3\",\"BindTime\":\"2026-03-06T10:00:00Z\"},"
					+ "{\"ContextId\":\"c-4\",\"BindTime\":\"yesterday\"},{\"ContextId\":\"c-5\"}]"))
			.answers(tasks(Map.of("contextId", "c-3", "path", "/tmp/x", "startTime", 1_767_000_000, "finishTime", 0),
					Map.of("contextId", "c-4", "path", "/tmp/y", "startTime", "soon", "finishTime", "1767000002123")))
			.answers(Replies.ok("[{\"FileName\":\"a\",\"GmtCreate\":\"2025-01-01T00:00:00Z\",\"GmtModified\":\"\"}]"));
		var manager = session().context();
		var bindings = manager.listBindings();
		assertThat(bindings).extracting(ContextBinding::boundAt)
			.containsExactly(Instant.parse("2026-03-06T10:00:00Z"), null, null);
		var tasks = manager.listTasks();
		assertThat(tasks).extracting(ContextTask::startTime)
			.containsExactly(Instant.ofEpochSecond(1_767_000_000), null);
		assertThat(tasks).extracting(ContextTask::finishTime)
			.containsExactly(null, Instant.ofEpochMilli(1_767_000_002_123L));
		assertThat(this.contexts.listFilesPage(ContextFileQuery.of("c-3", "/")).items()).singleElement()
			.satisfies((file) -> {
				assertThat(file.createdAt()).isEqualTo("2025-01-01T00:00:00Z");
				assertThat(file.modifiedAt()).isNull();
			});
	}

	private Session session() {
		return this.agentBay.get(Replies.SESSION);
	}

	private Map<String, String> form(int request) {
		return this.server.requests().get(request).form();
	}

	private static JsonNode form(SyncPolicy policy) {
		return Json.MAPPER.valueToTree(SyncPolicyData.of(policy));
	}

	private static Map<String, Object> task(String contextId, String status, String error) {
		return Map.of("contextId", contextId, "path", "/tmp/data", "errorMessage", error, "status", status, "startTime",
				1, "finishTime", 2, "taskType", "download");
	}

	private static String tasks(String contextId, String status, String error) {
		return tasks(task(contextId, status, error), Map.of("contextId", "other", "path", "/", "errorMessage", "",
				"status", "Running", "startTime", 1, "finishTime", 0, "taskType", "cleanup"));
	}

	private static String tasks(Map<?, ?>... tasks) {
		String inner = Json.MAPPER.writeValueAsString(List.of(tasks));
		String frames = Json.MAPPER.writeValueAsString(List.of(Map.of("type", "data", "data", inner)));
		return Replies.ok(Json.MAPPER.writeValueAsString(Map.of("ContextStatus", frames)));
	}

}
