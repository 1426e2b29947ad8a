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

import io.agentbay.context.ClearOptions;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextQuery;
import io.agentbay.context.ContextSync;
import io.agentbay.context.ContextTaskQuery;
import io.agentbay.context.SyncDirection;
import io.agentbay.context.SyncOptions;
import io.agentbay.context.policy.DeletePolicy;
import io.agentbay.context.policy.DownloadPolicy;
import io.agentbay.context.policy.ExtractPolicy;
import io.agentbay.context.policy.Lifecycle;
import io.agentbay.context.policy.MappingPolicy;
import io.agentbay.context.policy.RecyclePolicy;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadMode;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.context.policy.WhiteList;
import io.agentbay.context.policy.WhiteLists;

import static io.agentbay.wire.Catalogue.answer;

/**
 * The contexts of the account and those of a session.
 */
final class ContextCalls {

	private ContextCalls() {
	}

	static void addTo(Catalogue calls) {
		account(calls);
		files(calls);
		session(calls);
		lifecycles(calls);
	}

	static SyncPolicy standardPolicy() {
		return SyncPolicy.defaults();
	}

	static SyncPolicy fullPolicy() {
		return SyncPolicy.defaults()
			.withUploadPolicy(UploadPolicy.defaults().withoutAutoUpload().withUploadMode(UploadMode.ARCHIVE))
			.withDownloadPolicy(DownloadPolicy.defaults().withoutAutoDownload())
			.withDeletePolicy(DeletePolicy.defaults().withoutSyncLocalFile())
			.withExtractPolicy(ExtractPolicy.defaults().withExtractToCurrentFolder())
			.withRecyclePolicy(new RecyclePolicy(Lifecycle.TEN_DAYS, List.of("/tmp", "/old")))
			.withWhiteLists(
					new WhiteLists(List.of(new WhiteList("/src", List.of("/src/target")), WhiteList.of("/docs"))))
			.withMappingPolicy(new MappingPolicy("/mapped"));
	}

	private static void account(Catalogue calls) {
		calls.call("list", (it) -> it.client().contexts().listPage(ContextQuery.all()));
		calls.call("list, full",
				(it) -> it.client()
					.contexts()
					.listPage(ContextQuery.all().withPageSize(3).withPageToken("token-3").withSessionId("s-3")));
		calls.call("get", (it) -> it.client().contexts().get("n"));
		calls.call("get or create", (it) -> it.client().contexts().getOrCreate("n"));
		calls.call("get by id", (it) -> it.client().contexts().getById("c"));
		calls.call("create", (it) -> it.client().contexts().getOrCreate("n ü"));
		calls.call("create without region", (it) -> it.withoutRegion().contexts().getOrCreate("n"));
		calls.call("rename", (it) -> it.client().contexts().rename("c", "m ü"));
		calls.call("delete", (it) -> it.client().contexts().delete("c"));
		calls.call("request to clear", (it) -> it.client().contexts().requestClear("c"));
		calls.call("clear status", (it) -> it.client().contexts().fetchClearState("c"));
		calls.call("clear", (it) -> it.client().contexts().clear("c"));
		calls.call("clear, full",
				(it) -> it.client()
					.contexts()
					.clear("c", new ClearOptions(Duration.ofSeconds(20), Duration.ofMillis(10))),
				answer("GetContext", "{\"Id\":\"c\",\"State\":\"clearing\"}",
						"{\"Id\":\"c\",\"State\":\"available\"}"));
	}

	private static void files(Catalogue calls) {
		calls.call("files", (it) -> it.client().contexts().listFilesPage(ContextFileQuery.of("c", "/f ü")));
		calls.call("files, full",
				(it) -> it.client()
					.contexts()
					.listFilesPage(ContextFileQuery.of("c", "/f").withPageToken("2").withPageSize(7)));
		calls.call("upload address", (it) -> it.client().contexts().createUploadUrl("c", "/a ü"));
		calls.call("download address", (it) -> it.client().contexts().createDownloadUrl("c", "/a ü"));
		calls.call("delete a file", (it) -> it.client().contexts().deleteFile("c", "/a ü"));
	}

	private static void session(Catalogue calls) {
		calls.gateway("info", (it) -> it.context().listTasks());
		calls.gateway("info, full", (it) -> it.context()
			.listTasks(ContextTaskQuery.all().withContextId("c").withPath("/p").withDirection(SyncDirection.UPLOAD)));
		calls.gateway("sync", (it) -> it.context().sync());
		calls.gateway("sync, full",
				(it) -> it.context().sync(SyncOptions.of("c", "/p").withDirection(SyncDirection.UPLOAD)));
		calls.gateway("sync, later",
				(it) -> it.context()
					.reactive()
					.sync(SyncOptions.of("c", "/p").withDirection(SyncDirection.DOWNLOAD))
					.toFuture()
					.join());
		calls.gateway("request to sync", (it) -> it.context().requestSync());
		calls.gateway("request to sync, full",
				(it) -> it.context().requestSync(SyncOptions.of("c", "/p").withDirection(SyncDirection.DOWNLOAD)));
		calls.gateway("bind", (it) -> it.context().bind(List.of(ContextSync.of("a", "/a"))));
		calls.gateway("bind without waiting", (it) -> it.context().requestBind(List.of(ContextSync.of("a", "/a"))));
		calls.gateway("bind, full",
				(it) -> it.context()
					.bind(List.of(ContextSync.of("a", "/a").withPolicy(fullPolicy()),
							ContextSync.of("b", "/b").withPolicy(standardPolicy()))));
		calls.gateway("bind a mount", (it) -> it.context().bind(List.of(ContextMount.of("a", "/a"))),
				answer("GetContextInfo", WireAnswers.tasks("a", "/a", "mount")));
		calls.gateway("bind a mount and a copy, without waiting",
				(it) -> it.context()
					.requestBind(List.of(ContextMount.of("a", "/a").asReadOnly().withSourcePath("/part"),
							ContextSync.of("b", "/b").withoutPolicy())));
		calls.gateway("bindings", (it) -> it.context().listBindings());
	}

	private static void lifecycles(Catalogue calls) {
		for (Lifecycle lifecycle : Lifecycle.values()) {
			SyncPolicy policy = SyncPolicy.defaults().withRecyclePolicy(new RecyclePolicy(lifecycle, List.of("")));
			calls.gateway("bind with the lifecycle " + lifecycle,
					(it) -> it.context().requestBind(List.of(ContextSync.of("a", "/a").withPolicy(policy))));
		}
	}

}
