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

import io.agentbay.context.Context;
import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextState;
import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.DownloadPolicy;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadMode;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.error.FailureKind;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.Session;
import io.agentbay.session.SessionResult;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

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
		assertThat(this.agentBay.context().getById(context.id()).context().state()).isEqualTo(ContextState.IN_USE);
		first.command().run("cd \"${TMPDIR:-/tmp}/data\" && mkdir d && echo -n hello > d/a").orElseThrow();
		assertThat(this.agentBay.delete(first, true).success()).isTrue();
		assertThat(this.runtime.journal().calls("SyncContext")).isNotEmpty();
		try (Session second = session(ContextSync.of(context.id(), DATA))) {
			assertThat(second.fileSystem().read(DATA + "/d/a").orElseThrow().content()).isEqualTo("hello");
		}
	}

	@Test
	void aContextThatIsNamedIsCreatedOnceAndFoundAgain() {
		CreateSessionParams params = CreateSessionParams.builder()
			.contextByName(ContextByName.of("notes", DATA))
			.build();
		try (Session first = this.agentBay.create(params).session()) {
			first.fileSystem().write(DATA + "/a", "kept").orElseThrow();
		}
		try (Session second = this.agentBay.create(params).session()) {
			assertThat(second.fileSystem().read(DATA + "/a").orElseThrow().content()).isEqualTo("kept");
		}
	}

	@Test
	void aSessionSavesWhenItEndsWithoutBeingAsked() {
		Context context = context("released");
		try (Session session = session(ContextSync.of(context.id(), DATA))) {
			session.fileSystem().write(DATA + "/a", "kept").orElseThrow();
		}
		assertThat(names(context, DATA)).containsExactly("a");
		var keepsNothing = ContextSync.of(context.id(), DATA)
			.withPolicy(SyncPolicy.defaults().withUploadPolicy(UploadPolicy.defaults().withAutoUpload(false)));
		try (Session session = session(keepsNothing)) {
			session.fileSystem().write(DATA + "/b", "lost").orElseThrow();
		}
		assertThat(names(context, DATA)).containsExactly("a");
	}

	@Test
	void aContextIsBoundLaterAndCopiedOnRequest() {
		Context context = context("bound");
		try (Session session = this.agentBay.create().session()) {
			session.context().bind(List.of(ContextSync.of(context.id(), DATA))).orElseThrow();
			assertThat(session.context().listBindings().orElseThrow().bindings()).singleElement()
				.satisfies((binding) -> {
					assertThat(binding.contextId()).isEqualTo(context.id());
					assertThat(binding.contextName()).isEqualTo(context.name());
					assertThat(binding.path()).isEqualTo(DATA);
				});
			assertThat(this.agentBay.context().list(10, null, session.id()).contexts()).extracting(Context::id)
				.containsExactly(context.id());
			put(context, DATA + "/in", "from outside");
			session.context().sync(context.id(), DATA, "download").orElseThrow();
			assertThat(session.fileSystem().read(DATA + "/in").orElseThrow().content()).isEqualTo("from outside");
			session.fileSystem().write(DATA + "/out", "from inside").orElseThrow();
			session.context().sync().orElseThrow();
			assertThat(get(context, DATA + "/out").body()).isEqualTo("from inside");
			assertThat(session.context().info().tasks()).isNotEmpty().allMatch((task) -> task.isDone());
			var again = session.context().bind(List.of(ContextSync.of(context.id(), DATA)));
			assertThat(again.errorMessage()).contains("PathAlreadyBound");
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
			session.fileSystem().write(DATA + "/more", "y").orElseThrow();
		}
		assertThat(names(context, DATA)).containsExactly("agentbay-archive.zip");
		try (Session session = session(archive)) {
			assertThat(session.fileSystem().read(DATA + "/stored").orElseThrow().content()).isEqualTo("x");
			assertThat(session.fileSystem().read(DATA + "/more").orElseThrow().content()).isEqualTo("y");
		}
	}

	@Test
	void aContextThatCannotBeLoadedIsAWarningAndLosesNothing() {
		Context context = context("unlucky");
		put(context, DATA + "/a", "precious");
		this.runtime.faults().onNext("context-download", Fault.answer(500, "the storage is away"));
		SessionResult result = this.agentBay
			.create(CreateSessionParams.builder().contextSync(ContextSync.of(context.id(), DATA)).build());
		assertThat(result.success()).isTrue();
		assertThat(result.warnings()).singleElement()
			.satisfies((warning) -> assertThat(warning).contains(context.id()).contains("the storage is away"));
		assertThat(this.agentBay.delete(result.session(), true).success()).isTrue();
		assertThat(names(context, DATA)).containsExactly("a");
	}

	@Test
	void aContextThatCannotBeSavedIsTold() {
		Context context = context("unsaved");
		Session session = session(ContextSync.of(context.id(), DATA));
		session.fileSystem().write(DATA + "/a", "x").orElseThrow();
		this.runtime.faults().onNext("context-upload", Fault.answer(500, "the storage is full"));
		var deleted = this.agentBay.delete(session, true);
		assertThat(deleted.success()).isFalse();
		assertThat(deleted.errorMessage()).contains("the storage is full");
	}

	@Test
	void filesGoInAndOutBySignedAddresses() {
		Context context = context("files");
		IntStream.range(0, 3).forEach((i) -> put(context, "/d/f" + i, "x".repeat(i)));
		put(context, "/d/sub/deep", "x");
		var page = this.agentBay.context().listFiles(context.id(), "/d", 2, 3).orElseThrow();
		assertThat(page.files()).singleElement().satisfies((file) -> {
			assertThat(file.name()).isEqualTo("sub");
			assertThat(file.folder()).isTrue();
		});
		assertThat(this.agentBay.context().listFiles(context.id(), "/d").files()).extracting(ContextFile::size)
			.containsExactly(0L, 1L, 2L, 0L);
		this.agentBay.context().deleteFile(context.id(), "/d/f1").orElseThrow();
		assertThat(get(context, "/d/f1").statusCode()).isEqualTo(404);
		assertThat(names(context, "/d")).containsExactly("f0", "f2", "sub");
	}

	@Test
	void aContextIsEmptiedRenamedAndDeleted() {
		Context context = context("cleared");
		put(context, "/a", "x");
		assertThat(this.agentBay.context().clear(context.id(), Duration.ofSeconds(20), Duration.ofMillis(20)).state())
			.isEqualTo(ContextState.AVAILABLE);
		assertThat(names(context, "/")).isEmpty();
		this.agentBay.context().update(context.id(), "renamed").orElseThrow();
		assertThat(this.agentBay.context().get("renamed").context().id()).isEqualTo(context.id());
		this.agentBay.context().delete(context.id()).orElseThrow();
		assertThat(this.agentBay.context().get("renamed").failureKind()).isEqualTo(FailureKind.NOT_FOUND);
	}

	private Context context(String name) {
		return this.agentBay.context().create(name).context();
	}

	private Session session(ContextSync context) {
		SessionResult result = this.agentBay.create(CreateSessionParams.builder().contextSync(context).build());
		assertThat(result.warnings()).isEmpty();
		return result.session();
	}

	private List<String> names(Context context, String folder) {
		return this.agentBay.context()
			.listFiles(context.id(), folder)
			.orElseThrow()
			.files()
			.stream()
			.map(ContextFile::name)
			.toList();
	}

	private void put(Context context, String path, String content) {
		String url = this.agentBay.context().getFileUploadUrl(context.id(), path).orElseThrow().url();
		var answer = send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofString(content)));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("ETag")).isPresent();
	}

	private HttpResponse<String> get(Context context, String path) {
		return send(HttpRequest.newBuilder(
				URI.create(this.agentBay.context().getFileDownloadUrl(context.id(), path).orElseThrow().url())));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return this.http.sendAsync(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()).join();
	}

}
