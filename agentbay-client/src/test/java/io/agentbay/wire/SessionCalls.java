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
package io.agentbay.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextMountByName;
import io.agentbay.context.ContextSync;
import io.agentbay.context.MountStrategy;
import io.agentbay.context.browser.BrowserContext;
import io.agentbay.context.browser.BrowserSyncMode;
import io.agentbay.context.browser.ExtensionOption;
import io.agentbay.mobile.AppRule;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.MobileSimulateConfig;
import io.agentbay.mobile.SimulateMode;
import io.agentbay.session.ContextFailure;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.LifecyclePolicy;
import io.agentbay.session.LinkOptions;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.WaitOptions;
import io.agentbay.tool.ToolCall;

import static io.agentbay.wire.Catalogue.answer;

/**
 * Sessions: their life, what is read of them, and their raw tools.
 */
final class SessionCalls {

	private static final String GONE = "{\"Status\":\"FINISH\"}";

	private static final String PAGE = """
			{"Success":true,"Code":"ok","RequestId":"R-1","NextToken":"nt-2","TotalCount":3,"MaxResults":5,\
			"Data":[{"SessionId":"s-7"}]}""";

	private static final String LAST_PAGE = """
			{"Success":true,"Code":"ok","RequestId":"R-1","TotalCount":3,"Data":[{"SessionId":"s-8"}]}""";

	private SessionCalls() {
	}

	static void addTo(Catalogue calls) {
		creation(calls);
		creationWithContexts(calls);
		phones(calls);
		lookup(calls);
		end(calls);
		properties(calls);
		tools(calls);
	}

	private static void creation(Catalogue calls) {
		calls.call("create", (it) -> it.client().create());
		calls.call("create without region", (it) -> it.withoutRegion().create());
		calls.call("create as an owner", (it) -> it.owner().create());
		calls.call("create of an image", (it) -> it.client().create(CreateSessionOptions.ofImage("browser_latest")));
		calls.call("create, full",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.imageId("code_latest")
						.label("project", "demo & co")
						.label("env", "t 1 ü")
						.idleReleaseTimeout(Duration.ofSeconds(90))
						.policyId("policy-1")
						.networkId("net-1")
						.enableBrowserReplay(true)
						.loadSkills("skill-a", "skill-b")
						.framework("spring-ai")
						.build()));
		calls.call("create with a life-cycle",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.lifecyclePolicy(LifecyclePolicy.defaults().withIdleReleaseTimeout(Duration.ofMinutes(10)))
						.build()));
		calls.call("create with a manual release", (it) -> it.client()
			.create(CreateSessionOptions.builder().lifecyclePolicy(LifecyclePolicy.manualRelease()).build()));
		calls.call("create without replay",
				(it) -> it.client().create(CreateSessionOptions.builder().enableBrowserReplay(false).build()));
		calls.call("create with all skills",
				(it) -> it.client().create(CreateSessionOptions.builder().loadSkills().build()));
	}

	private static void creationWithContexts(Catalogue calls) {
		calls.call("create with a context",
				(it) -> it.client()
					.create(CreateSessionOptions.builder().contextSync(ContextSync.of("c-1", "/data")).build()),
				answer("GetContextInfo", WireAnswers.tasks("c-1", "/data", "download")));
		calls.call("create with a context, not waiting",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.contextSync(ContextSync.of("c-1", "/data").withoutWaiting())
						.contextFailure(ContextFailure.DELETE_SESSION)
						.build()));
		calls.call("create with every policy",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.contextSync(new ContextSync("c-1", "/data", ContextCalls.fullPolicy(), false))
						.contextSync(new ContextSync("c-2", "/more", ContextCalls.standardPolicy(), false))
						.build()));
		calls.call("create with a context by name",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.contextByName(new ContextByName("n", "/data", ContextCalls.standardPolicy(), false))
						.build()));
		calls.call("create with mounts",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.contextMount(ContextMount.of("m-1", "/mnt/a"))
						.contextMount(ContextMount.of("m-2", "/mnt/b")
							.asReadOnly()
							.withStrategy(MountStrategy.PERFORMANCE)
							.withSourcePath("/datasets/train")
							.withoutWaiting())
						.contextSync(ContextSync.of("c-1", "/data").withoutPolicy().withoutWaiting())
						.build()),
				answer("GetContextInfo", WireAnswers.tasks("m-1", "/mnt/a", "mount")));
		calls.call("create with a mount by name",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.contextMountByName(ContextMountByName.of("n", "/mnt/a").withoutWaiting())
						.build()));
		calls.call("create with a browser's context",
				(it) -> it.client()
					.create(CreateSessionOptions.builder().browserContext(BrowserContext.of("b-1")).build()),
				answer("GetContextInfo", WireAnswers.tasks("b-1", "/tmp/agentbay_browser", "download")));
		calls.call("create with a browser's context, full",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.browserContext(BrowserContext.of("b-1")
							.withoutAutoUpload()
							.withSyncMode(BrowserSyncMode.MINIMAL)
							.withExtensions(new ExtensionOption("b-1", List.of("ext_1.zip", "ext_2.zip")))
							.withFingerprintContextId("b-1"))
						.build()),
				answer("GetContextInfo", WireAnswers.tasks("b-1", "/tmp/agentbay_browser", "download")));
	}

	private static void phones(Catalogue calls) {
		calls.call("create with a phone's settings",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.imageId("mobile_latest")
						.mobileConfig(MobileExtraConfig.unchanged()
							.withResolutionLocked()
							.withAppRule(AppRule.allowOnly("a.b", "c.d"))
							.withNavigationBarHidden()
							.withProtectedApps(List.of("e.f")))
						.build()));
		calls.call("create with a phone's other settings",
				(it) -> it.client()
					.create(CreateSessionOptions.builder()
						.mobileConfig(MobileExtraConfig.unchanged()
							.withResolutionUnlocked()
							.withAppRule(AppRule.forbid("a.b"))
							.withNavigationBarShown())
						.build()));
		calls.call("create with a simulated phone", (it) -> it.client()
			.create(CreateSessionOptions.builder().mobileSimulate(MobileSimulateConfig.ofContext("m-1")).build()),
				answer("GetContextInfo", WireAnswers.tasks("m-1", "/data", "download")));
		for (SimulateMode mode : SimulateMode.values()) {
			calls.call("create with a simulated phone within a context, " + mode, (it) -> it.client()
				.create(CreateSessionOptions.builder()
					.mobileSimulate(MobileSimulateConfig.within(ContextSync.of("m-1", "/phones/")).withMode(mode))
					.build()), answer("GetContextInfo", WireAnswers.tasks("m-1", "/phones/", "download")));
		}
	}

	private static final Consumer<Object> IGNORED = (item) -> {
	};

	private static void lookup(Catalogue calls) {
		calls.call("get", (it) -> it.client().get("s-2"));
		calls.call("record", (it) -> it.client().fetchDetails("s-2"));
		calls.call("list", (it) -> it.client().listPage(SessionQuery.all()));
		calls.call("list by labels", (it) -> it.client().listPage(SessionQuery.all().withLabels(Map.of("env", "t 1"))));
		calls.call("list, full",
				(it) -> it.client()
					.list(SessionQuery.all()
						.withLabels(Map.of("env", "t 1", "a", "b"))
						.withPageSize(5)
						.withStatus(SessionStatus.PAUSED))
					.forEach(IGNORED),
				answer("ListSession", PAGE, LAST_PAGE));
		calls.call("list all", (it) -> it.client().list(SessionQuery.all().withLabels(Map.of())).forEach(IGNORED),
				answer("ListSession", PAGE, LAST_PAGE));
		calls.call("list all, full",
				(it) -> it.client()
					.list(SessionQuery.all().withLabels(Map.of("env", "t 1")).withStatus(SessionStatus.RUNNING))
					.forEach(IGNORED),
				answer("ListSession", PAGE, LAST_PAGE));
		calls.call("list owned", (it) -> it.client().listOwned("shop").forEach(IGNORED),
				answer("ListSession", PAGE, LAST_PAGE));
	}

	private static void end(Catalogue calls) {
		calls.call("delete", (it) -> it.session().delete(), answer("GetSessionDetail", GONE));
		calls.call("delete with contexts", (it) -> it.session().delete(DeleteOption.SAVE_CONTEXTS),
				answer("GetSessionDetail", GONE));
		calls.call("delete by the client", (it) -> it.client().delete(it.session().id()),
				answer("GetSessionDetail", "{\"Status\":\"DELETING\"}", GONE));
		calls.call("delete by the client with contexts",
				(it) -> it.client().delete(it.session().id(), DeleteOption.SAVE_CONTEXTS),
				answer("GetSessionDetail", GONE));
		calls.call("delete by id", (it) -> it.client().delete("s-2"), answer("GetSessionDetail", GONE));
		calls.call("delete by id with contexts", (it) -> it.client().delete("s-2", DeleteOption.SAVE_CONTEXTS),
				answer("GetSessionDetail", GONE));
		calls.call("close", (it) -> it.session().close(), answer("GetSessionDetail", GONE));
		String paused = "{\"SessionId\":\"s-1\",\"Status\":\"PAUSED\"}";
		String running = "{\"SessionId\":\"s-1\",\"Status\":\"RUNNING\"}";
		calls.gateway("pause", (it) -> it.pause(), answer("GetSession", paused));
		calls.gateway("pause, full", (it) -> it.pause(new WaitOptions(Duration.ofSeconds(20), Duration.ofMillis(10))),
				answer("GetSession", running, paused));
		calls.gateway("request a pause", (it) -> it.requestPause());
		calls.gateway("resume", (it) -> it.resume(), answer("GetSession", running));
		calls.gateway("resume, full", (it) -> it.resume(new WaitOptions(Duration.ofSeconds(20), Duration.ofMillis(10))),
				answer("GetSession", paused, running));
		calls.gateway("request to resume", (it) -> it.requestResume());
	}

	private static void properties(Catalogue calls) {
		calls.gateway("info", (it) -> it.fetchInfo());
		calls.gateway("status", (it) -> it.fetchStatus());
		calls.gateway("keep alive", (it) -> it.keepAlive());
		calls.gateway("labels", (it) -> it.fetchLabels());
		String marked = "{\"Labels\":\"{\\\"a\\\":\\\"b\\\",\\\"agentbay-creation\\\":\\\"m-1\\\"}\"}";
		calls.gateway("set labels", (it) -> it.setLabels(Map.of("a", "ü & b")));
		calls.gateway("set labels of a marked session", (it) -> it.setLabels(Map.of("env", "prod")),
				answer("GetLabel", marked));
		calls.call("set labels of a created session", (it) -> it.owner().create().setLabels(Map.of("a", "b")));
		calls.call("detach", (it) -> it.owner().create().detach(), answer("GetLabel",
				"{\"Labels\":\"{\\\"a\\\":\\\"b\\\",\\\"agentbay-owner\\\":\\\"shop\\\",\\\"agentbay-instance\\\":\\\"shop-1\\\"}\"}"));
		calls.gateway("link", (it) -> it.createLink());
		calls.gateway("link, full",
				(it) -> it.createLink(LinkOptions.ofPort(30199).withProtocol("wss").withOption("option-1")));
		calls.gateway("link, later",
				(it) -> it.reactive().createLink(LinkOptions.ofPort(30100).withProtocol("https")).block());
		calls.tool("metrics", (it) -> it.fetchMetrics());
		calls.gateway("tools of the image", (it) -> it.listTools());
		calls.gateway("tools of another image", (it) -> it.listTools("other_latest"));
		calls.call("tools of an unknown image", (it) -> it.bareSession().listTools());
	}

	private static void tools(Catalogue calls) {
		calls.tool("call a tool", (it) -> it.callTool("my_tool", Map.of()));
		calls.tool("call a tool, full",
				(it) -> it.callTool(ToolCall.of("my_tool", Map.of("a", List.of(1, 2.5, "ü"), "b", Map.of("c", true)))
					.withAutoGenSession(true)
					.withReadTimeout(Duration.ofSeconds(70))
					.withConnectTimeout(Duration.ofSeconds(3))));
		calls.call("call a tool of a known server", (it) -> it.announced().callTool("my_tool", Map.of("a", 1)));
		calls.tool("set variables", (it) -> it.environment().set(Map.of("A", "1 ü")));
		calls.tool("get all variables", (it) -> it.environment().getAll());
		calls.tool("get variables", (it) -> it.environment().get("A", "B"));
		calls.tool("call a tool with keys", (it) -> it.callTool("press_keys",
				Map.of("keys", List.of("CTRL", "Esc", "A", "7", "pgdn", "up", "f12", "minus", "Hyper"))));
	}

}
