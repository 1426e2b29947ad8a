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

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.agentbay.agent.BrowserTask;
import io.agentbay.agent.MobileTask;
import io.agentbay.browser.ActOptions;
import io.agentbay.browser.BrowserFingerprint;
import io.agentbay.browser.BrowserNotification;
import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.BrowserProxy;
import io.agentbay.browser.BrowserSize;
import io.agentbay.browser.FingerprintFormat;
import io.agentbay.browser.LoginOptions;
import io.agentbay.browser.ObserveOptions;
import io.agentbay.browser.PageClip;
import io.agentbay.browser.PageTarget;
import io.agentbay.browser.ScreenshotOptions;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.command.CommandOptions;
import io.agentbay.computer.MouseButton;
import io.agentbay.computer.ScrollDirection;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.context.ClearOptions;
import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextMountByName;
import io.agentbay.context.ContextNames;
import io.agentbay.context.ContextQuery;
import io.agentbay.context.ContextSync;
import io.agentbay.context.SyncOptions;
import io.agentbay.context.browser.BrowserContext;
import io.agentbay.context.browser.ExtensionOption;
import io.agentbay.context.policy.Lifecycle;
import io.agentbay.context.policy.RecyclePolicy;
import io.agentbay.context.policy.WhiteList;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.StartAppOptions;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.filesystem.WatchOptions;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.session.Labels;
import io.agentbay.mobile.AppRule;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.LongScreenshotOptions;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.MobileSimulateConfig;
import io.agentbay.mobile.UiFormat;
import io.agentbay.oss.OssCredentials;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LinkOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionState;
import io.agentbay.session.WaitOptions;
import io.agentbay.skill.SkillQuery;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.tool.ToolCall;
import io.agentbay.volume.VolumeQuery;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Wrong arguments are refused with a message that names them, and nothing is sent.
 */
class ArgumentTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

	private static ScriptedServer server;

	private static AgentBay agentBay;

	private static Session session;

	@BeforeAll
	static void connect() {
		server = new ScriptedServer().answers(Replies.session());
		agentBay = server.client().build();
		session = agentBay.get(Replies.SESSION);
	}

	@AfterAll
	static void disconnect() {
		agentBay.close();
		server.close();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@Capability("7.7")
	@MethodSource("wrongCalls")
	void isRefusedBeforeAnythingIsSent(String argument, String call, Runnable wrong) {
		int before = server.requests().size();
		assertThatIllegalArgumentException().isThrownBy(wrong::run).withMessageContaining("'" + argument + "'");
		assertThat(server.requests()).hasSize(before);
	}

	static Stream<Arguments> wrongCalls() {
		return Stream.of(wrong("sessionId", "get(null)", () -> agentBay.get(null)),
				wrong("sessionId", "get blank", () -> agentBay.get(" ")),
				wrong("sessionId", "getSession blank", () -> agentBay.fetchDetails("")),
				wrong("options", "create(null)", () -> agentBay.create((CreateSessionOptions) null)),
				wrong("imageId", "blank image", () -> CreateSessionOptions.ofImage(" ")),
				wrong("idleReleaseTimeout", "no time",
						() -> CreateSessionOptions.builder().idleReleaseTimeout(Duration.ZERO).build()),
				wrong("labels", "blank name", () -> CreateSessionOptions.builder().label(" ", "v").build()),
				wrong("labels", "blank value", () -> CreateSessionOptions.builder().label("k", "").build()),
				wrong("labels", "reserved name",
						() -> CreateSessionOptions.builder().label("agentbay-creation", "v").build()),
				wrong("name", "blank name", () -> ContextByName.of(" ", "/data")),
				wrong("path", "relative path", () -> ContextByName.of("c", "data")),
				wrong("contextFailure", "nothing", () -> CreateSessionOptions.builder().contextFailure(null).build()),
				wrong("json", "no description", () -> agentBay.mobileSimulate().uploadMobileInfo(" ")),
				wrong("json", "no JSON", () -> agentBay.mobileSimulate().uploadMobileInfo("{")),
				wrong("json", "nothing in it", () -> agentBay.mobileSimulate().uploadMobileInfo("{}")),
				wrong("contextSync", "no context", () -> agentBay.mobileSimulate().uploadMobileInfo("[1]", null)),
				wrong("contextSync", "no context", () -> agentBay.mobileSimulate().hasMobileInfo(null)),
				wrong("contextId", "blank context", () -> MobileSimulateConfig.ofContext(" ")),
				wrong("mode", "no mode", () -> MobileSimulateConfig.ofContext("c").withMode(null)),
				wrong("pageSize", "size 0", () -> SessionQuery.all().withPageSize(0)),
				wrong("pageSize", "limit 0",
						() -> agentBay.listPage(SessionQuery.all().withLabels(Map.of()).withPageSize(0))),
				wrong("query", "list(null)", () -> agentBay.list(null)),
				wrong("sessionId", "delete(null)", () -> agentBay.delete((String) null)),
				wrong("labels", "setLabels(null)", () -> session.setLabels(null)),
				wrong("labels", "setLabels empty", () -> session.setLabels(Map.of())),
				wrong("labels", "null value", () -> session.setLabels(Collections.singletonMap("k", null))),
				wrong("port", "port 80", () -> session.createLink(LinkOptions.ofPort(80).withProtocol("https"))),
				wrong("port", "port 30200", () -> session.createLink(LinkOptions.ofPort(30200).withProtocol("https"))),
				wrong("protocol", "blank protocol",
						() -> session.createLink(LinkOptions.ofPort(30100).withProtocol(" "))),
				wrong("imageId", "listMcpTools blank", () -> session.listTools("")),
				wrong("tool", "no tool", () -> session.callTool("", Map.of())),
				wrong("arguments", "no arguments", () -> session.callTool("shell", null)),
				wrong("call", "no call", () -> session.callTool(null)),
				wrong("readTimeout", "negative time",
						() -> ToolCall.of("shell", Map.of()).withReadTimeout(Duration.ofMillis(-1))),
				wrong("connectTimeout", "no time",
						() -> ToolCall.of("shell", Map.of()).withConnectTimeout(Duration.ZERO)),
				wrong("command", "null command", () -> session.command().run(null)),
				wrong("command", "blank command", () -> session.command().run(" ")),
				wrong("options", "no options", () -> session.command().run("ls", (CommandOptions) null)),
				wrong("timeout", "no time", () -> CommandOptions.defaults().withTimeout(Duration.ofNanos(1))),
				wrong("workingDirectory", "blank", () -> CommandOptions.defaults().withWorkingDirectory("")),
				wrong("environment", "name with =", () -> CommandOptions.defaults().withVariable("a=b", "c")),
				wrong("environment", "null value",
						() -> CommandOptions.defaults().withEnvironment(Collections.singletonMap("k", null))),
				wrong("code", "blank code", () -> session.code().run(" ", CodeLanguage.PYTHON)),
				wrong("language", "no language", () -> session.code().run("1", (CodeLanguage) null)),
				wrong("language", "unknown language", () -> CodeLanguage.of("cobol")),
				wrong("timeout", "less than a second",
						() -> session.code()
							.run("1", CodeOptions.of(CodeLanguage.R).withTimeout(Duration.ofMillis(999)))),
				wrong("code", "blank code", () -> session.code().stream(" ", CodeLanguage.PYTHON, (event) -> {
				})),
				wrong("language", "no language",
						() -> session.reactive().code().stream("1", (CodeLanguage) null).blockFirst()),
				wrong("timeout", "less than a second",
						() -> session.reactive()
							.code()
							.stream("1", CodeOptions.of(CodeLanguage.R).withTimeout(Duration.ofMillis(999)))
							.blockFirst()),
				wrong("consumer", "no consumer", () -> session.code().stream("1", CodeLanguage.R, null)),
				wrong("server", "no server", () -> session.channel().call(" ", Map.of())),
				wrong("data", "no data", () -> session.channel().send("s", null)),
				wrong("server", "no server", () -> session.reactive().channel().listen("").blockFirst()),
				wrong("paths", "no paths", () -> session.fileSystem().readMultiple(List.of())),
				wrong("paths", "blank path", () -> session.fileSystem().readMultiple(List.of("a", " "))),
				wrong("path", "changes", () -> session.fileSystem().changes("")),
				wrong("path", "watch", () -> session.reactive().fileSystem().watch(" ").blockFirst()),
				wrong("options", "watch", () -> session.fileSystem().watch("/a", null, (event) -> {
				})), wrong("consumer", "watch", () -> session.fileSystem().watch("/a", null)),
				wrong("pollInterval", "no pause", () -> WatchOptions.defaults().withPollInterval(Duration.ZERO)),
				wrong("timeout", "pause without time",
						() -> session.pause(new WaitOptions(Duration.ZERO, Duration.ofSeconds(1)))),
				wrong("pollInterval", "resume without pauses",
						() -> session.resume(new WaitOptions(Duration.ofSeconds(1), Duration.ZERO))),
				wrong("name", "context without name", () -> agentBay.contexts().get("")),
				wrong("contextId", "context without id", () -> agentBay.contexts().getById(" ")),
				wrong("name", "context renamed to nothing", () -> agentBay.contexts().rename("c", "")),
				wrong("contextId", "delete context", () -> agentBay.contexts().delete(null)),
				wrong("contextId", "upload url", () -> agentBay.contexts().createUploadUrl("", "/a")),
				wrong("path", "download url", () -> agentBay.contexts().createDownloadUrl("c", "")),
				wrong("path", "delete file", () -> agentBay.contexts().deleteFile("c", " ")),
				wrong("folder", "list files", () -> agentBay.contexts().listFiles("c", "")),
				wrong("pageToken", "list files", () -> ContextFileQuery.of("c", "/").withPageToken("0")),
				wrong("pageSize", "list files", () -> ContextFileQuery.of("c", "/").withPageSize(0)),
				wrong("pageSize", "list contexts", () -> ContextQuery.all().withPageSize(0)),
				wrong("pageToken", "list contexts", () -> ContextQuery.all().withPageToken(" ")),
				wrong("sessionId", "list contexts", () -> ContextQuery.all().withSessionId("")),
				wrong("timeout", "clear", () -> ClearOptions.defaults().withTimeout(Duration.ZERO)),
				wrong("contextId", "sync path only", () -> SyncOptions.of(" ", "/a")),
				wrong("path", "sync context only", () -> SyncOptions.of("c", "")),
				wrong("direction", "no direction", () -> SyncOptions.all().withDirection(null)),
				wrong("contexts", "bind nothing", () -> session.context().bind(List.of())),
				wrong("path", "relative mount", () -> ContextSync.of("c", "tmp")),
				wrong("contextId", "no context", () -> ContextMount.of(" ", "/mnt/c")),
				wrong("path", "relative mount", () -> ContextMount.of("c", "mnt")),
				wrong("path", "mount at the root", () -> ContextMount.of("c", "//")),
				wrong("path", "mount above", () -> ContextMount.of("c", "/mnt/../etc")),
				wrong("path", "half a character", () -> ContextMount.of("c", "/mnt/\ud800")),
				wrong("sourcePath", "part above", () -> ContextMount.of("c", "/mnt/c").withSourcePath("..")),
				wrong("sourcePath", "wildcard", () -> ContextMount.of("c", "/mnt/c").withSourcePath("/a*")),
				wrong("sourcePath", "no part", () -> ContextMount.of("c", "/mnt/c").withSourcePath(null)),
				wrong("access", "no access", () -> ContextMount.of("c", "/mnt/c").withAccess(null)),
				wrong("strategy", "no strategy", () -> ContextMount.of("c", "/mnt/c").withStrategy(null)),
				wrong("name", "no name", () -> ContextMountByName.of("", "/mnt/c")),
				wrong("path", "relative mount", () -> ContextMountByName.of("c", "mnt")),
				wrong("sourcePath", "wildcard", () -> ContextMountByName.of("c", "/mnt/c").withSourcePath("a?")),
				wrong("contextMounts", "the same path twice",
						() -> CreateSessionOptions.of((options) -> options.contextMount(ContextMount.of("a", "/mnt/c"))
							.contextMountByName(ContextMountByName.of("b", "/mnt/c/")))),
				wrong("contexts", "a mount in a mount",
						() -> session.context()
							.bind(List.of(ContextMount.of("a", "/mnt/c/d"), ContextMount.of("b", "/mnt/c")))),
				wrong("path", "wildcard", () -> WhiteList.of("/a/*")),
				wrong("excludePaths", "wildcard", () -> new WhiteList("/a", List.of("b[c]"))),
				wrong("paths", "wildcard", () -> new RecyclePolicy(Lifecycle.ONE_DAY, List.of("a?"))),
				wrong("option", "browser without options", () -> session.browser().initialize((BrowserOption) null)),
				wrong("width", "no width", () -> new BrowserSize(0, 1)),
				wrong("userAgent", "blank", () -> BrowserOption.builder().userAgent(" ").build()),
				wrong("startUrl", "blank", () -> BrowserOption.builder().startUrl("").build()),
				wrong("extensionPath", "blank", () -> BrowserOption.builder().extensionPath(" ").build()),
				wrong("arguments", "no switch", () -> BrowserOption.builder().arguments("mute").build()),
				wrong("action", "act without action", () -> ActOptions.of(" ")),
				wrong("variables", "no value", () -> ActOptions.of("a").withVariable("k", null)),
				wrong("timeout", "no time", () -> ActOptions.of("a").withTimeout(Duration.ofMillis(999))),
				wrong("instruction", "observe nothing", () -> ObserveOptions.of("")),
				wrong("selector", "blank", () -> ObserveOptions.of("a").withSelector(" ")),
				wrong("quality", "too much", () -> ScreenshotOptions.defaults().withQuality(101)),
				wrong("width", "no width", () -> new PageClip(0, 0, 0, 1)),
				wrong("targetId", "blank", () -> PageTarget.of("")),
				wrong("config", "nothing", () -> LoginOptions.of(Map.of())),
				wrong("url", "navigate nowhere", () -> session.browser().operator().navigate(" ")),
				wrong("options", "act null", () -> session.browser().operator().actAsTask(null)),
				wrong("locales", "empty", () -> BrowserFingerprint.any().withLocales("")),
				wrong("server", "proxy without server", () -> BrowserProxy.custom("")),
				wrong("password", "without user", () -> new BrowserProxy.Custom("http://p", null, "x")),
				wrong("poolSize", "empty pool", () -> BrowserProxy.polling().withPoolSize(0)),
				wrong("userId", "managed for nobody",
						() -> BrowserProxy.managed(BrowserProxy.Managed.Strategy.STICKY, " ")),
				wrong("strategy", "matched with nothing",
						() -> BrowserProxy.managed(BrowserProxy.Managed.Strategy.MATCHED, "u")),
				wrong("path", "read blank", () -> session.fileSystem().read("")),
				wrong("path", "readBytes null", () -> session.fileSystem().readBytes(null)),
				wrong("path", "zero character", () -> session.fileSystem().info("a\0b")),
				wrong("path", "write blank", () -> session.fileSystem().write(" ", "x")),
				wrong("content", "write null", () -> session.fileSystem().write("a", null)),
				wrong("content", "append null", () -> session.fileSystem().append("a", null)),
				wrong("mode", "write without mode", () -> session.fileSystem().write("a", "b", null)),
				wrong("path", "list null", () -> session.fileSystem().list(null)),
				wrong("path", "createDirectory", () -> session.fileSystem().createDirectory("")),
				wrong("path", "delete", () -> session.fileSystem().delete("")),
				wrong("source", "move", () -> session.fileSystem().move("", "b")),
				wrong("destination", "move", () -> session.fileSystem().move("a", " ")),
				wrong("pattern", "search", () -> session.fileSystem().search("/", "")),
				wrong("excludes", "search null", () -> session.fileSystem().search("/", "*", null)),
				wrong("excludes", "comma", () -> session.fileSystem().search("/", "*", List.of("a,b"))),
				wrong("edits", "none", () -> session.fileSystem().previewEdit("a", List.of())),
				wrong("edits", "null edit", () -> session.fileSystem().edit("a", Arrays.asList((FileEdit) null))),
				wrong("oldText", "empty", () -> new FileEdit("", "x")),
				wrong("newText", "null", () -> new FileEdit("a", null)),
				wrong("from", "upload what is not there",
						() -> session.fileSystem().upload(Path.of("/no/such/file"), "a")),
				wrong("from", "upload null", () -> session.fileSystem().upload((Path) null, "a")),
				wrong("from", "upload null", () -> session.fileSystem().upload(null, "a", TransferOptions.defaults())),
				wrong("path", "upload to nowhere",
						() -> session.fileSystem()
							.upload(UploadSource.of(new byte[1]), " ", TransferOptions.defaults())),
				wrong("options", "upload null",
						() -> session.fileSystem().upload(UploadSource.of(new byte[1]), "a", null)),
				wrong("size", "negative", () -> UploadSource.of(InputStream.nullInputStream(), -2)),
				wrong("contentType", "no type", () -> TransferOptions.defaults().withContentType("text")),
				wrong("waitTimeout", "no time", () -> TransferOptions.defaults().withWaitTimeout(Duration.ZERO)),
				wrong("progress", "null", () -> TransferOptions.defaults().withProgress(null)),
				wrong("to", "download to nowhere", () -> session.fileSystem().download("a", null)),
				wrong("path", "download nothing", () -> session.fileSystem().download("", Path.of("a"))),
				wrong("path", "stream of nothing", () -> session.fileSystem().openStream("")),
				wrong("networkId", "describe", () -> agentBay.networks().fetchStatus("")),
				wrong("networkId", "token", () -> agentBay.networks().get(" ")),
				wrong("names", "skills", () -> SkillQuery.all().withNames("")),
				wrong("imageId", "skills", () -> SkillQuery.all().withImageId("")),
				wrong("name", "volume", () -> agentBay.volumes().getOrCreate("")),
				wrong("imageId", "volume", () -> agentBay.volumes().find("v", " ")),
				wrong("pageSize", "volumes", () -> VolumeQuery.all().withPageSize(0)),
				wrong("volumeIds", "volumes", () -> VolumeQuery.all().withVolumeIds(" ")),
				wrong("volumeId", "volume", () -> agentBay.volumes().delete(null)),
				wrong("securityToken", "oss", () -> OssCredentials.of("a", "b", "")),
				wrong("object", "oss", () -> session.oss().upload("a", "", "b")),
				wrong("credentials", "oss", () -> session.oss().initialize(null)),
				wrong("region", "oss", () -> OssCredentials.of("a", "b", "c").withRegion(" ")),
				wrong("url", "oss", () -> session.oss().downloadFrom(URI.create("b"), "b")),
				wrong("task", "agent", () -> session.agent().computer().startTask(" ")),
				wrong("task", "agent", () -> session.agent().browser().startTask((BrowserTask) null)),
				wrong("outputSchema", "agent", () -> BrowserTask.of("a").withOutputSchema("text")),
				wrong("maxSteps", "agent", () -> MobileTask.of("a").withMaxSteps(0)),
				wrong("timeout", "agent", () -> session.agent().computer().executeTask("a", Duration.ZERO)),
				wrong("taskId", "agent", () -> session.agent().mobile().fetchTask("")),
				wrong("listener", "agent",
						() -> session.agent().mobile().executeTask(MobileTask.of("a"), SECOND, null)),
				wrong("task", "stream", () -> session.reactive().agent().mobile().stream(null, SECOND).blockFirst()),
				wrong("user", "stream",
						() -> session.reactive()
							.agent()
							.mobile()
							.stream(MobileTask.of("a"), SECOND, null)
							.blockFirst()),
				wrong("timeout", "stream",
						() -> session.reactive()
							.agent()
							.mobile()
							.stream(MobileTask.of("a"), Duration.ZERO)
							.blockFirst()),
				wrong("consumer", "stream",
						() -> session.agent().mobile().stream(MobileTask.of("a"), SECOND, (prompt) -> "", null)),
				wrong("consumer", "nobody listens", () -> session.browser().listen(null)),
				wrong("notification", "nothing to tell", () -> session.browser().sendNotification(null)),
				wrong("type", "no type", () -> new BrowserNotification(" ", 1, 0, "", "", Json.MAPPER.nullNode())),
				wrong("extraParams", "no object",
						() -> new BrowserNotification("a", 1, 0, "", "", Json.MAPPER.nullNode())),
				wrong("element", "click on nothing", () -> session.browser().operator().click(" ")),
				wrong("element", "type into nothing", () -> session.browser().operator().type("", "a")),
				wrong("text", "type null", () -> session.browser().operator().type("a", null)),
				wrong("json", "no fingerprint", () -> FingerprintFormat.fromJson("{\"headers\":{}}")),
				wrong("json", "no JSON", () -> FingerprintFormat.fromJson("{")),
				wrong("fingerprint", "empty", () -> FingerprintFormat.fromJson("{\"fingerprint\":{}}")),
				wrong("labels", "no labels", () -> Labels.validate(Map.of())),
				wrong("labels", "blank name", () -> Labels.validate(Map.of(" ", "v"))),
				wrong("timeout", "betaPause", () -> session.pause(new WaitOptions(Duration.ZERO, SECOND))),
				wrong("pollInterval", "betaResume", () -> session.resume(new WaitOptions(SECOND, Duration.ZERO))),
				wrong("path", "exists", () -> session.fileSystem().exists(" ")),
				wrong("source", "copy", () -> session.fileSystem().copy("", "b")),
				wrong("destination", "copy", () -> session.fileSystem().copy("a", "b\0c")),
				wrong("path", "deleteRecursively", () -> session.fileSystem().deleteRecursively("")),
				wrong("mode", "writeWithParents", () -> session.fileSystem().writeWithParents("/a/b", "c", null)),
				wrong("input", "zero character", () -> CommandOptions.defaults().withInput("\0")),
				wrong("input", "half a character", () -> CommandOptions.defaults().withInput("x\ud83d")),
				wrong("environment", "name with a dot", () -> CommandOptions.defaults().withVariable("a.b", "c")),
				wrong("environment", "name with a dash", () -> CommandOptions.defaults().withVariable("a-b", "c")),
				wrong("environment", "name that begins with a digit",
						() -> CommandOptions.defaults().withVariable("1a", "c")),
				wrong("environment", "more bytes than a program can be given, though not more characters",
						() -> CommandOptions.defaults().withVariable("A", "ü".repeat(65_535))),
				wrong("environment", "half a character", () -> CommandOptions.defaults().withVariable("A", "\ud83d")),
				wrong("workingDirectory", "half a character",
						() -> CommandOptions.defaults().withWorkingDirectory("\ud83d")),
				wrong("path", "write to a directory", () -> session.fileSystem().write("dir/", "x")),
				wrong("path", "upload to a directory",
						() -> session.fileSystem()
							.upload(UploadSource.of(new byte[1]), "dir/", TransferOptions.defaults())),
				wrong("path", "download of a directory", () -> session.fileSystem().download("dir/", Path.of("a"))),
				wrong("options", "upload to the home directory without waiting",
						() -> session.fileSystem()
							.upload(UploadSource.of(new byte[1]), "a",
									TransferOptions.defaults().withWaitForCompletion(false))),
				wrong("from", "upload of a directory", () -> UploadSource.of(Path.of("."))),
				wrong("timeout", "endless command", () -> CommandOptions.defaults().withTimeout(ENDLESS)),
				wrong("timeout", "endless code", () -> CodeOptions.of(CodeLanguage.R).withTimeout(ENDLESS)),
				wrong("timeout", "endless action", () -> ActOptions.of("a").withTimeout(ENDLESS)),
				wrong("timeout", "endless waiting", () -> WaitOptions.defaults().withTimeout(ENDLESS)),
				wrong("timeout", "endless clearing", () -> ClearOptions.defaults().withTimeout(ENDLESS)),
				wrong("waitTimeout", "endless transfer", () -> TransferOptions.defaults().withWaitTimeout(ENDLESS)),
				wrong("pollInterval", "endless pause", () -> WatchOptions.defaults().withPollInterval(ENDLESS)),
				wrong("readTimeout", "endless call", () -> ToolCall.of("shell", Map.of()).withReadTimeout(ENDLESS)),
				wrong("maxBackoff", "endless pause", () -> new RetryPolicy(2, Duration.ZERO, ENDLESS)),
				wrong("operation", "endless operation", () -> server.client().operationTimeout(ENDLESS).build()),
				wrong("connect", "endless connecting", () -> server.client().connectTimeout(ENDLESS).build()),
				wrong("idleTimeout", "endless connection", () -> server.client().idleTimeout(ENDLESS).build()),
				wrong("remote", "fetch", () -> session.git().fetch("/r", "--all")),
				wrong("branch", "merge", () -> session.git().merge("/r", "-x")),
				wrong("message", "stash", () -> session.git().stash("/r", " ")),
				wrong("repository", "stashPop", () -> session.git().stashPop("")),
				wrong("name", "tag", () -> session.git().tag("/r", "-d")),
				wrong("contextId", "browser", () -> BrowserContext.of(" ")),
				wrong("fingerprintContextId", "browser", () -> BrowserContext.of("c").withFingerprintContextId("")),
				wrong("extensionIds", "none", () -> new ExtensionOption("c", List.of())),
				wrong("extensionIds", "blank", () -> new ExtensionOption("c", List.of(" "))),
				wrong("length", "name", () -> ContextNames.random(0)),
				wrong("state", "restore", () -> agentBay.restore(null)),
				wrong("json", "no state", () -> SessionState.fromJson("{\"token\":\"hush\"")),
				wrong("sessionId", "no state", () -> SessionState.builder(" ").build()),
				wrong("file", "no zip", () -> agentBay.newExtensions().create(Path.of("a.crx"))),
				wrong("file", "nothing", () -> agentBay.newExtensions().create(Path.of("/no/such.zip"))),
				wrong("extensionId", "blank", () -> agentBay.newExtensions().delete(" ")),
				wrong("extensionIds", "none", () -> agentBay.newExtensions().createOption(List.of())),
				wrong("x", "click left of the screen", () -> session.computer().clickMouse(-1, 0)),
				wrong("button", "click without button", () -> session.computer().clickMouse(1, 1, null)),
				wrong("button", "unknown button", () -> MouseButton.of("fourth")),
				wrong("y", "move above the screen", () -> session.computer().moveMouse(0, -1)),
				wrong("toX", "drag off the screen", () -> session.computer().dragMouse(1, 1, -1, 1)),
				wrong("button", "drag twice", () -> session.computer().dragMouse(1, 1, 2, 2, MouseButton.DOUBLE_LEFT)),
				wrong("direction", "unknown direction", () -> ScrollDirection.of("back")),
				wrong("direction", "no direction", () -> session.computer().scroll(1, 1, null)),
				wrong("amount", "scroll by nothing", () -> session.computer().scroll(1, 1, ScrollDirection.UP, 0)),
				wrong("text", "type nothing", () -> session.computer().inputText("")),
				wrong("keys", "no keys", () -> session.computer().pressKeys(List.of())),
				wrong("keys", "nameless key", () -> session.computer().releaseKeys(List.of("Ctrl", ""))),
				wrong("timeout", "no time for windows", () -> session.computer().listWindows(Duration.ZERO)),
				wrong("windowId", "negative window", () -> session.computer().closeWindow(-1)),
				wrong("width", "no width", () -> session.computer().resizeWindow(1, 0, 1)),
				wrong("height", "no height", () -> session.computer().resizeWindow(1, 1, 0)),
				wrong("filter", "no filter", () -> session.computer().listInstalledApps(null)),
				wrong("startCommand", "start nothing", () -> session.computer().startApp(" ")),
				wrong("workingDirectory", "blank directory",
						() -> session.computer().startApp("a", (options) -> options.withWorkingDirectory(""))),
				wrong("activity", "blank activity", () -> StartAppOptions.defaults().withActivity(" ")),
				wrong("processName", "stop nothing", () -> session.computer().stopProcesses("")),
				wrong("pid", "process 0", () -> session.computer().stopProcess(0)),
				wrong("stopCommand", "stop by nothing", () -> session.computer().stopApp(" ")),
				wrong("format", "no format", () -> session.computer().screenshot(null)),
				wrong("format", "unknown format", () -> ScreenshotFormat.of("gif")),
				wrong("x", "tap left of the screen", () -> session.mobile().tap(-1, 0)),
				wrong("endY", "swipe off the screen", () -> session.mobile().swipe(1, 1, 1, -1)),
				wrong("duration", "swipe in no time", () -> session.mobile().swipe(1, 1, 1, 2, Duration.ZERO)),
				wrong("text", "type nothing on a phone", () -> session.mobile().inputText("")),
				wrong("key", "no key", () -> session.mobile().sendKey((KeyCode) null)),
				wrong("key", "negative key", () -> session.mobile().sendKey(-1)),
				wrong("timeout", "no time for elements",
						() -> session.mobile().listClickableElements(Duration.ofNanos(1))),
				wrong("format", "no format of elements",
						() -> session.mobile().fetchElementTree(null, Duration.ofSeconds(1))),
				wrong("format", "unknown format of elements", () -> UiFormat.of("yaml")),
				wrong("maxScreens", "one screen",
						() -> session.mobile().longScreenshot((options) -> options.withMaxScreens(1))),
				wrong("maxScreens", "eleven screens",
						() -> session.mobile().longScreenshot((options) -> options.withMaxScreens(11))),
				wrong("quality", "quality 0", () -> LongScreenshotOptions.defaults().withQuality(0)),
				wrong("quality", "quality 101", () -> LongScreenshotOptions.defaults().withQuality(101)),
				wrong("adbPublicKey", "no key for adb", () -> session.mobile().createAdbLink(" ")),
				wrong("config", "no configuration", () -> session.mobile().configure(null)),
				wrong("packageNames", "no packages", () -> session.mobile().setAppRule(AppRule.allowOnly())),
				wrong("packageNames", "no package name", () -> session.mobile().setAppRule(AppRule.forbid("a;reboot"))),
				wrong("packageNames", "line break", () -> session.mobile().setProtectedApps(List.of("a\nEND\nreboot"))),
				wrong("packageNames", "no package name",
						() -> MobileExtraConfig.unchanged().withProtectedApps(List.of("$(x)"))),
				wrong("rule", "no rule", () -> session.mobile().setAppRule(null)),
				wrong("maxReplySize", "builder", () -> AgentBay.builder().maxReplySize(null)),
				wrong("maxConnections", "builder", () -> server.client().maxConnections(0).build()),
				wrong("response", "builder", () -> server.client().responseTimeout(Duration.ZERO).build()));
	}

	private static Arguments wrong(String argument, String call, Callable<?> wrong) {
		Runnable called = () -> {
			try {
				Assertions.fail("accepted: " + wrong.call());
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		};
		return Arguments.of(argument, call, called);
	}

	private static Arguments wrong(String argument, String call, Runnable wrong) {
		return Arguments.of(argument, call, wrong);
	}

}
