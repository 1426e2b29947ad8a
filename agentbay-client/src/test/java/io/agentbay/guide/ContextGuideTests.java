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

package io.agentbay.guide;

import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.context.Context;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.WhiteList;
import io.agentbay.context.policy.WhiteLists;
import io.agentbay.error.ToolFailedException;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.paging.Page;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The examples of the page about contexts that choose, count and mount, and what it says
 * about sessions without bubblewrap.
 */
class ContextGuideTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().isolation(Isolation.HOST).start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private final Context memory = this.agentBay.contexts().getOrCreate("memory");

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	private List<String> saved(WhiteList... lists) {
		return saved(SyncPolicy.defaults().withWhiteLists(new WhiteLists(List.of(lists))));
	}

	private List<String> saved(SyncPolicy policy) {
		Session session = this.agentBay
			.create((options) -> options.contextSync(ContextSync.of(this.memory, "/tmp/memory").withPolicy(policy)));
		for (String path : List.of("note.txt", "reports/may.txt", "project-a/a.txt", "project-a/tmp/b.txt")) {
			session.fileSystem().writeWithParents("/tmp/memory/" + path, "text");
		}
		session.delete(DeleteOption.SAVE_CONTEXTS);
		return files("/tmp/memory").stream().sorted().toList();
	}

	private List<String> files(String folder) {
		return this.agentBay.contexts()
			.listFiles(this.memory.id(), folder)
			.flatMap((file) -> file.isFolder() ? files(file.path()).stream() : List.of(file.path()).stream())
			.toList();
	}

	@Test
	void directoriesAreChosen() {
		WhiteList reports = WhiteList.of("/reports");
		WhiteList projects = WhiteList.matching("project-.*").withoutMatching("tmp");
		SyncPolicy some = SyncPolicy.defaults().withWhiteLists(new WhiteLists(List.of(reports, projects)));
		assertThat(saved(some)).containsExactly("/tmp/memory/project-a/a.txt", "/tmp/memory/reports/may.txt");
	}

	@Test
	void namesOfFilesAreNotChosen() {
		assertThat(saved(WhiteList.matching(".*\\.txt"))).isEmpty();
	}

	@Test
	void filesAreReadPageByPage() {
		saved(WhiteList.of(""));
		ContextFileQuery query = ContextFileQuery.of(this.memory.id(), "/tmp/memory").withPageSize(2);
		Page<ContextFile> first = this.agentBay.contexts().listFilesPage(query);
		Page<ContextFile> second = this.agentBay.contexts().listFilesPage(query.withPageToken(first.nextToken()));
		assertThat(first.items()).hasSize(2);
		assertThat(second.items()).hasSize(1);
		assertThat(second.isLast()).isTrue();
	}

	@Test
	void commandsWithoutBubblewrapSeeTheHomeDirectoryOnly() {
		Session session = session(ContextMount.of(this.memory, "/mnt/agentbay-guide"));
		session.fileSystem().write("/mnt/agentbay-guide/a", "first");
		assertThat(session.fileSystem().read("/mnt/agentbay-guide/a")).isEqualTo("first");
		assertThat(session.command().run("cat /mnt/agentbay-guide/a").success()).isFalse();
		assertThat(session.command().run("cat $AGENTBAY_SESSION_ROOT/mnt/agentbay-guide/a").stdout())
			.isEqualTo("first");
		Session home = session(ContextMount.of(this.memory, "/home/wuying/data"));
		assertThat(home.command().run("cat data/a").requireSuccess().stdout()).isEqualTo("first");
	}

	@Test
	void commandsWithoutBubblewrapWriteWhereTheyMayOnlyRead() {
		Session session = session(ContextMount.of(this.memory, "/home/wuying/data").asReadOnly());
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> session.fileSystem().write("data/a", "mine"));
		session.command().run("echo mine > data/a").requireSuccess();
		assertThat(files("/")).containsExactly("/a");
	}

	private Session session(ContextMount mount) {
		return this.agentBay
			.create(CreateSessionOptions.of((options) -> options.imageId("aio-ubuntu-2404").contextMount(mount)));
	}

}
