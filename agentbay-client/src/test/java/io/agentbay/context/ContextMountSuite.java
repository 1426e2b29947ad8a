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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.command.CommandHandle;
import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.ServiceException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.error.ToolFailedException;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Contexts that sessions have live.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ContextMountSuite {

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final String IMAGE = "aio-ubuntu-2404";

	private static final String SHARED = "/mnt/shared";

	private final HttpClient http = HttpClient.newHttpClient();

	private final Isolation isolation;

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private String context;

	ContextMountSuite(Isolation isolation) {
		this.isolation = isolation;
	}

	@BeforeAll
	void start() {
		this.runtime = LocalAgentBay.builder().isolation(this.isolation).start();
		this.agentBay = LocalClient.of(this.runtime).build();
	}

	@BeforeEach
	void createContext(TestInfo test) {
		this.context = this.agentBay.contexts().getOrCreate(test.getDisplayName()).id();
	}

	@AfterEach
	void endSessions() {
		this.runtime.liveSessionIds().forEach((id) -> {
			try {
				this.agentBay.get(id).delete();
			}
			catch (SessionGoneException ex) {
				// One that was not given out has ended by itself.
			}
		});
	}

	@AfterAll
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	private Session session(ContextMount... mounts) {
		return this.agentBay.create(CreateSessionOptions.of((options) -> {
			options.imageId(IMAGE);
			List.of(mounts).forEach(options::contextMount);
		}));
	}

	private static CommandResult run(Session session, String command) {
		return session.command().run(command, CommandOptions.defaults().withWorkingDirectory(SHARED));
	}

	private boolean walled() {
		return this.isolation == Isolation.BUBBLEWRAP;
	}

	@Test
	@Capability({ "23.1", "23.5", "23.8" })
	void whatOneSessionWritesAnotherOneSeesAtOnce() {
		Session one = session(ContextMount.of(this.context, SHARED));
		Session other = session(ContextMount.of(this.context, SHARED));
		run(one, "mkdir -p d && echo -n hello >d/a").requireSuccess();
		assertThat(other.fileSystem().read(SHARED + "/d/a")).isEqualTo("hello");
		other.fileSystem().write(SHARED + "/d/a", "changed");
		assertThat(run(one, "cat d/a").requireSuccess().stdout()).isEqualTo("changed");
		one.fileSystem().createDirectory(SHARED + "/e/f");
		one.fileSystem().move(SHARED + "/d/a", SHARED + "/e/f/b");
		assertThat(run(other, "find . -type f").requireSuccess().stdout()).isEqualTo("./e/f/b\n");
		assertThat(this.agentBay.contexts().listFiles(ContextFileQuery.of(this.context, "/e/f")))
			.extracting(ContextFile::path)
			.containsExactly("/e/f/b");
	}

	@Test
	void whatIsWrittenIsStoredWhateverBecomesOfTheSession() {
		Session session = session(ContextMount.of(this.context, SHARED));
		session.fileSystem().write(SHARED + "/a", "kept");
		session.delete();
		assertThat(this.runtime.journal().calls("SyncContext")).isEmpty();
		assertThat(session(ContextMount.of(this.context, "/home/wuying/other")).fileSystem().read("other/a"))
			.isEqualTo("kept");
	}

	@Test
	@Capability({ "23.2" })
	void whatIsReadOnlyCannotBeWrittenTo() {
		Session writer = session(ContextMount.of(this.context, SHARED));
		writer.fileSystem().write(SHARED + "/a", "first");
		Session reader = session(ContextMount.of(this.context, SHARED).asReadOnly());
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> reader.fileSystem().write(SHARED + "/a", "mine"))
			.withMessageContaining("Read-only file system");
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> reader.fileSystem().createDirectory(SHARED + "/d"));
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> reader.fileSystem().delete(SHARED + "/a"));
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> reader.fileSystem().move(SHARED + "/a", "/tmp/a"));
		if (walled()) {
			assertThat(run(reader, "echo mine >a").success()).isFalse();
			assertThat(run(reader, "rm a").stderr()).contains("Read-only file system");
		}
		writer.fileSystem().write(SHARED + "/a", "second");
		assertThat(run(reader, "cat a").requireSuccess().stdout()).isEqualTo("second");
		assertThat(reader.fileSystem().read(SHARED + "/a")).isEqualTo("second");
	}

	@Test
	@Capability({ "23.3" })
	void eitherStrategyIsTaken() {
		Session session = session(ContextMount.of(this.context, SHARED).withStrategy(MountStrategy.PERFORMANCE));
		run(session, "echo -n x >a").requireSuccess();
		assertThat(session.fileSystem().read(SHARED + "/a")).isEqualTo("x");
	}

	@Test
	@Capability({ "23.4" })
	void aPartOfAContextIsAllThereIs() {
		Session whole = session(ContextMount.of(this.context, SHARED));
		run(whole, "mkdir -p datasets/train other && echo -n t >datasets/train/t && echo -n o >other/o")
			.requireSuccess();
		Session part = session(ContextMount.of(this.context, SHARED).withSourcePath("/datasets/train"));
		assertThat(run(part, "ls").requireSuccess().stdout()).isEqualTo("t\n");
		assertThat(part.fileSystem().list(SHARED)).extracting("name").containsExactly("t");
		if (walled()) {
			assertThat(run(part, "cd ..; ls").requireSuccess().stdout()).isEqualTo("shared\n");
		}
		part.fileSystem().write(SHARED + "/new", "n");
		assertThat(run(whole, "cat datasets/train/new").requireSuccess().stdout()).isEqualTo("n");
	}

	@Test
	void aPartThatCannotBeMountedIsRefused() {
		assertThatExceptionOfType(ServiceException.class)
			.isThrownBy(() -> session(ContextMount.of(this.context, SHARED).withSourcePath("/missing")))
			.withMessageContaining("/missing");
		int before = this.runtime.journal().calls().size();
		for (String wrong : List.of("../x", "/a/..", "/a/*", "/a?", "[b]")) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> ContextMount.of(this.context, SHARED).withSourcePath(wrong))
				.withMessageContaining("'sourcePath'");
		}
		assertThat(this.runtime.journal().calls()).hasSize(before);
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@Test
	@Capability({ "23.6" })
	void aRunningSessionGetsItAndSoDoProgramsThatRunAlready() {
		Session session = session();
		CommandHandle waiting = session.command()
			.start("until [ -e ~/live/ready ]; do sleep 0.05; done; cat ~/live/ready >~/seen");
		session.context().bind(List.of(ContextMount.of(this.context, "/home/wuying/live")));
		assertThat(session.context().listBindings()).extracting(ContextBinding::path)
			.containsExactly("/home/wuying/live");
		session(ContextMount.of(this.context, SHARED)).fileSystem().write(SHARED + "/ready", "seen");
		assertThat(waiting.awaitExit(LONG)).isZero();
		assertThat(session.fileSystem().read("seen")).isEqualTo("seen");
	}

	@Test
	@Capability({ "23.7" })
	void whatIsCopiedAndWhatIsLiveIsBoundInOneCall() {
		String copied = this.agentBay.contexts().getOrCreate("copied-" + this.isolation).id();
		Session session = session();
		this.runtime.journal().clear();
		session.context()
			.bind(List.of(ContextSync.of(copied, "/tmp/copied"), ContextMount.of(this.context, SHARED).asReadOnly()));
		assertThat(this.runtime.journal().calls("BindContexts")).hasSize(1);
		assertThat(session.context().listBindings()).extracting(ContextBinding::contextId)
			.containsExactlyInAnyOrder(copied, this.context);
	}

	@Test
	void aContextIsFoundByItsName() {
		Session session = this.agentBay.create(CreateSessionOptions.of((options) -> options.imageId(IMAGE)
			.contextMountByName(ContextMountByName.of("named-" + this.isolation, SHARED))));
		session.fileSystem().write(SHARED + "/a", "x");
		String id = this.agentBay.contexts().get("named-" + this.isolation).id();
		assertThat(this.agentBay.contexts().listFiles(ContextFileQuery.of(id, "/"))).extracting(ContextFile::name)
			.containsExactly("a");
	}

	@Test
	void whereSomethingIsNothingElseIsMounted() {
		Session session = session(ContextMount.of(this.context, SHARED));
		for (String path : List.of(SHARED, SHARED + "/", SHARED + "/below", "/mnt")) {
			assertThatExceptionOfType(ServiceException.class)
				.isThrownBy(() -> session.context().requestBind(List.of(ContextMount.of(this.context, path))))
				.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo("PathAlreadyBound"));
		}
		assertThatExceptionOfType(ServiceException.class)
			.isThrownBy(() -> session.context().requestBind(List.of(ContextSync.of(this.context, SHARED + "/s"))))
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo("PathAlreadyBound"));
		session.fileSystem().writeWithParents("/tmp/full/file", "x");
		for (String path : List.of("/tmp/full", "/tmp/full/file", "/usr/lib", "/proc/x", "/tmp/file-transfer/x")) {
			assertThatExceptionOfType(ServiceException.class).as(path)
				.isThrownBy(() -> session.context().requestBind(List.of(ContextMount.of(this.context, path))));
		}
		int before = this.runtime.journal().calls().size();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> session.context()
				.requestBind(List.of(ContextMount.of("a", "/mnt/a"), ContextMount.of("b", "/mnt/a/b"))))
			.withMessageContaining("'contexts'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CreateSessionOptions.of((options) -> options.contextMount(ContextMount.of("a", "/mnt/a"))
				.contextSync(ContextSync.of("b", "/mnt"))))
			.withMessageContaining("'contextMounts'");
		assertThat(this.runtime.journal().calls()).hasSize(before);
	}

	@Test
	@Capability({ "23.9" })
	void aSessionHasAtMostThree() {
		Session session = session(ContextMount.of(this.context, "/mnt/1"), ContextMount.of(this.context, "/mnt/2"),
				ContextMount.of(this.context, "/mnt/3"));
		session.fileSystem().write("/mnt/1/a", "x");
		assertThat(session.fileSystem().read("/mnt/3/a")).isEqualTo("x");
		assertThatExceptionOfType(ServiceException.class)
			.isThrownBy(() -> session.context().requestBind(List.of(ContextMount.of(this.context, "/mnt/4"))))
			.withMessageContaining("at most 3");
	}

	@Test
	void whereItIsNothingElseIsPut() {
		Session session = session(ContextMount.of(this.context, SHARED));
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> session.fileSystem().move("/mnt", "/tmp/moved"))
			.withMessageContaining("busy");
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> session.fileSystem().delete(SHARED));
		session.fileSystem().write(SHARED + "/a", "x");
		assertThat(session.fileSystem().read("/mnt/../mnt/./shared/../shared/a")).isEqualTo("x");
		assertThat(session.fileSystem().search("/mnt", "a")).containsExactly("/mnt/shared/a");
	}

	@Test
	void linksThatASessionMakesLeadNobodyOut() throws Exception {
		Session session = session(ContextMount.of(this.context, SHARED));
		run(session, "ln -s /etc evil && ln -s /etc/hostname file && mkdir real").requireSuccess();
		assertThat(this.agentBay.contexts().listFiles(ContextFileQuery.of(this.context, "/")))
			.extracting(ContextFile::name)
			.containsExactly("real");
		for (String path : List.of("/evil/passwd", "/file")) {
			String url = this.agentBay.contexts().createDownloadUrl(this.context, path).url().toString();
			assertThat(this.http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
				.statusCode()).as(path).isEqualTo(404);
		}
		String url = this.agentBay.contexts().createUploadUrl(this.context, "/evil/agentbay-test").url().toString();
		assertThat(this.http
			.send(HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofString("x")).build(),
					BodyHandlers.ofString())
			.statusCode()).isEqualTo(409);
		assertThatExceptionOfType(AgentBayException.class)
			.isThrownBy(() -> session(ContextMount.of(this.context, SHARED).withSourcePath("/evil")));
		assertThatExceptionOfType(AgentBayException.class)
			.isThrownBy(() -> session(ContextMount.of(this.context, SHARED).withSourcePath("/evil/ssl")));
	}

	@Test
	void itIsInUseForAsLongAsASessionHasIt() {
		Session session = session(ContextMount.of(this.context, SHARED));
		assertThat(this.agentBay.contexts().getById(this.context).state()).isEqualTo(ContextState.IN_USE);
		assertThatExceptionOfType(ServiceException.class)
			.isThrownBy(() -> this.agentBay.contexts().delete(this.context));
		session.delete();
		this.agentBay.contexts().delete(this.context);
	}

	@Test
	void itIsThereAgainWhenAllProgramsWereKilled() {
		Session session = session(ContextMount.of(this.context, SHARED).asReadOnly(),
				ContextMount.of(this.context, "/mnt/other"));
		session.fileSystem().write("/mnt/other/a", "x");
		if (walled()) {
			session.command().run("kill -9 -1");
		}
		assertThat(run(session, "cat a").requireSuccess().stdout()).isEqualTo("x");
		if (walled()) {
			assertThat(run(session, "echo y >a").success()).isFalse();
		}
	}

	@Test
	void itIsThereInASessionThatSlept() {
		Session session = session(ContextMount.of(this.context, SHARED));
		session.pause();
		session.resume();
		run(session, "echo -n x >a").requireSuccess();
		assertThat(session.fileSystem().read(SHARED + "/a")).isEqualTo("x");
	}

}
