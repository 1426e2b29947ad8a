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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.agentbay.context.ClearOptions;
import io.agentbay.context.Context;
import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextQuery;
import io.agentbay.context.ContextState;
import io.agentbay.context.ContextSync;
import io.agentbay.context.SyncDirection;
import io.agentbay.context.SyncOptions;
import io.agentbay.context.policy.DownloadPolicy;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadMode;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a user does with contexts, over real sockets against the local runtime.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ContextScenarioTests {

	private static final String DATA = "/tmp/data";

	private final HttpClient http = HttpClient.newHttpClient();

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	@BeforeAll
	void start() {
		this.runtime = LocalAgentBay.builder().start();
		this.agentBay = LocalClient.of(this.runtime).build();
	}

	@AfterAll
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	@AfterEach
	void nothingIsLeft() {
		assertThat(this.runtime.liveSessionIds()).isEmpty();
		assertThat(this.runtime.faults().pending()).isFalse();
	}

	@Test
	void whatASessionSavedTheNextOneFinds() {
		Context context = context("saved");
		Session first = session(ContextSync.of(context.id(), DATA));
		assertThat(this.agentBay.contexts().getById(context.id()).state()).isEqualTo(ContextState.IN_USE);
		first.command().run("cd \"${TMPDIR:-/tmp}/data\" && mkdir d && echo -n hello > d/a").requireSuccess();
		first.delete(DeleteOption.SAVE_CONTEXTS);
		assertThat(this.runtime.journal().calls("SyncContext")).isNotEmpty();
		try (Session second = session(ContextSync.of(context.id(), DATA))) {
			assertThat(second.fileSystem().read(DATA + "/d/a")).isEqualTo("hello");
		}
	}

	@Test
	void aContextThatIsNamedIsCreatedOnceAndFoundAgain() {
		CreateSessionOptions params = CreateSessionOptions.builder()
			.contextByName(ContextByName.of("notes", DATA))
			.build();
		try (Session first = this.agentBay.create(params)) {
			first.fileSystem().write(DATA + "/a", "kept");
		}
		try (Session second = this.agentBay.create(params)) {
			assertThat(second.fileSystem().read(DATA + "/a")).isEqualTo("kept");
		}
	}

	@Test
	void aSessionSavesWhenItEndsWithoutBeingAsked() {
		Context context = context("released");
		try (Session session = session(ContextSync.of(context.id(), DATA))) {
			session.fileSystem().write(DATA + "/a", "kept");
		}
		assertThat(names(context, DATA)).containsExactly("a");
		var keepsNothing = ContextSync.of(context.id(), DATA)
			.withPolicy(SyncPolicy.defaults().withUploadPolicy(UploadPolicy.defaults().withoutAutoUpload()));
		try (Session session = session(keepsNothing)) {
			session.fileSystem().write(DATA + "/b", "lost");
		}
		assertThat(names(context, DATA)).containsExactly("a");
	}

	@Test
	void aContextIsBoundLaterAndCopiedOnRequest() {
		Context context = context("bound");
		try (Session session = this.agentBay.create()) {
			session.context().bind(List.of(ContextSync.of(context.id(), DATA)));
			assertThat(session.context().listBindings()).singleElement().satisfies((binding) -> {
				assertThat(binding.contextId()).isEqualTo(context.id());
				assertThat(binding.contextName()).isEqualTo(context.name());
				assertThat(binding.path()).isEqualTo(DATA);
			});
			assertThat(this.agentBay.contexts().list(ContextQuery.all().withSessionId(session.id())))
				.extracting(Context::id)
				.containsExactly(context.id());
			put(context, DATA + "/in", "from outside");
			session.context().sync(SyncOptions.of(context.id(), DATA).withDirection(SyncDirection.DOWNLOAD));
			assertThat(session.fileSystem().read(DATA + "/in")).isEqualTo("from outside");
			session.fileSystem().write(DATA + "/out", "from inside");
			session.context().sync();
			assertThat(get(context, DATA + "/out").body()).isEqualTo("from inside");
			assertThat(session.context().listTasks()).isNotEmpty().allMatch((task) -> task.isDone());
			assertThatExceptionOfType(ServiceException.class)
				.isThrownBy(() -> session.context().bind(List.of(ContextSync.of(context.id(), DATA))))
				.withMessageContaining("PathAlreadyBound");
		}
	}

	@Test
	void policiesOfTheClientAreUnderstood() {
		Context context = context("policies");
		put(context, DATA + "/stored", "x");
		var archive = ContextSync.of(context.id(), DATA)
			.withPolicy(SyncPolicy.defaults()
				.withUploadPolicy(UploadPolicy.defaults().withUploadMode(UploadMode.ARCHIVE))
				.withDownloadPolicy(DownloadPolicy.defaults()));
		try (Session session = session(archive)) {
			session.fileSystem().write(DATA + "/more", "y");
		}
		assertThat(names(context, DATA)).containsExactly("agentbay-archive.zip");
		try (Session session = session(archive)) {
			assertThat(session.fileSystem().read(DATA + "/stored")).isEqualTo("x");
			assertThat(session.fileSystem().read(DATA + "/more")).isEqualTo("y");
		}
	}

	@Test
	void aContextThatCannotBeLoadedIsAWarningAndLosesNothing() {
		Context context = context("unlucky");
		put(context, DATA + "/a", "precious");
		this.runtime.faults().onNext("context-download", Fault.answer(500, "the storage is away"));
		Session result = this.agentBay.create((options) -> options.contextSync(ContextSync.of(context.id(), DATA)));
		assertThat(result.warnings()).singleElement()
			.satisfies((warning) -> assertThat(warning).contains(context.id()).contains("the storage is away"));
		result.delete(DeleteOption.SAVE_CONTEXTS);
		assertThat(names(context, DATA)).containsExactly("a");
	}

	@Test
	void aContextThatCannotBeSavedIsTold() {
		Context context = context("unsaved");
		Session session = session(ContextSync.of(context.id(), DATA));
		session.fileSystem().write(DATA + "/a", "x");
		this.runtime.faults().onNext("context-upload", Fault.answer(500, "the storage is full"));
		assertThatExceptionOfType(PartialFailureException.class)
			.isThrownBy(() -> session.delete(DeleteOption.SAVE_CONTEXTS))
			.withMessageContaining("the storage is full");
	}

	@Test
	void filesGoInAndOutBySignedAddresses() {
		Context context = context("files");
		IntStream.range(0, 3).forEach((i) -> put(context, "/d/f" + i, "x".repeat(i)));
		put(context, "/d/sub/deep", "x");
		var page = this.agentBay.contexts()
			.listFilesPage(ContextFileQuery.of(context.id(), "/d").withPageSize(3).withPageToken("2"));
		assertThat(page.items()).singleElement().satisfies((file) -> {
			assertThat(file.name()).isEqualTo("sub");
			assertThat(file.isFolder()).isTrue();
		});
		assertThat(this.agentBay.contexts().listFiles(context.id(), "/d")).extracting(ContextFile::size)
			.containsExactly(0L, 1L, 2L, 0L);
		assertThat(this.agentBay.contexts().listFiles(ContextFileQuery.of(context.id(), "/d").withPageSize(2)))
			.extracting(ContextFile::name)
			.containsExactly("f0", "f1", "f2", "sub");
		this.agentBay.contexts().deleteFile(context.id(), "/d/f1");
		assertThat(get(context, "/d/f1").statusCode()).isEqualTo(404);
		assertThat(names(context, "/d")).containsExactly("f0", "f2", "sub");
	}

	@Test
	void aContextIsEmptiedRenamedAndDeleted() {
		Context context = context("cleared");
		put(context, "/a", "x");
		this.agentBay.contexts().clear(context.id(), new ClearOptions(Duration.ofSeconds(20), Duration.ofMillis(20)));
		assertThat(this.agentBay.contexts().fetchClearState(context.id())).isEqualTo(ContextState.AVAILABLE);
		assertThat(names(context, "/")).isEmpty();
		this.agentBay.contexts().rename(context.id(), "renamed");
		assertThat(this.agentBay.contexts().get("renamed").id()).isEqualTo(context.id());
		this.agentBay.contexts().delete(context.id());
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.agentBay.contexts().get("renamed"));
		assertThat(this.agentBay.contexts().find("renamed")).isEmpty();
	}

	private Context context(String name) {
		return this.agentBay.contexts().getOrCreate(name);
	}

	private Session session(ContextSync context) {
		Session result = this.agentBay.create((options) -> options.contextSync(context));
		assertThat(result.warnings()).isEmpty();
		return result;
	}

	private List<String> names(Context context, String folder) {
		return this.agentBay.contexts().listFiles(context.id(), folder).map(ContextFile::name).toList();
	}

	private void put(Context context, String path, String content) {
		URI url = this.agentBay.contexts().createUploadUrl(context.id(), path).url();
		var answer = send(HttpRequest.newBuilder(url).PUT(BodyPublishers.ofString(content)));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("ETag")).isPresent();
	}

	private HttpResponse<String> get(Context context, String path) {
		return send(HttpRequest.newBuilder(this.agentBay.contexts().createDownloadUrl(context.id(), path).url()));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return this.http.sendAsync(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()).join();
	}

}
