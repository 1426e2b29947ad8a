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

package io.agentbay.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.ArgumentRefusedException;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.filesystem.DownloadReport;
import io.agentbay.filesystem.FileSystem;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadReport;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.internal.json.Json;
import io.agentbay.session.SessionState;
import io.agentbay.testing.Listener;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The transfer of files on the wire, step by step.
 */
@Tag("failure")
class TransferTests {

	private static final String PATH = "/tmp/file-transfer/a.txt";

	private static final UploadSource SOURCE = UploadSource.of("hello".getBytes(StandardCharsets.UTF_8));

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().build();

	@TempDir
	private Path directory;

	private FileSystem files;

	@BeforeEach
	void findSession() {
		this.server.answers(Replies.session())
			.answers(Replies
				.ok("[{\"ContextType\":\"x\"},{\"ContextId\":\"ft\",\"ContextPath\":\"/tmp/file-transfer/\"}]"));
		this.files = this.agentBay.get(Replies.SESSION).fileSystem();
	}

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void anUploadGoesThroughTheStorage() {
		this.server.answers(url())
			.answers(201, "", "ETag: \"5D41402ABC4B2A76B9719D911017C592\"")
			.answers(Replies.ok())
			.answers(tasks("other", "download", "Success", ""))
			.answers(tasks(PATH, "upload", "Success", ""))
			.answers(tasks(PATH, "download", "Running", ""))
			.answers(tasks(PATH, "download", "Finished", ""))
			.answers(Replies.toolText("size: 5\nisDirectory: false"));
		UploadReport result = this.files.upload(SOURCE, PATH, TransferOptions.defaults().withContentType("text/plain"));
		assertThat(result.etag()).contains("5D41402ABC4B2A76B9719D911017C592");
		assertThat(this.server.actions()).containsExactly("GetSession", "GetAndLoadInternalContext",
				"GetContextFileUploadUrl", "?", "SyncContext", "GetContextInfo", "GetContextInfo", "GetContextInfo",
				"GetContextInfo", "CallMcpTool");
		assertThat(request(1).form()).containsOnlyKeys("Authorization", "SessionId", "ContextTypes.1")
			.containsEntry("SessionId", Replies.SESSION)
			.containsEntry("ContextTypes.1", "file_transfer");
		assertThat(request(2).form()).containsEntry("ContextId", "ft").containsEntry("FilePath", PATH);
		assertThat(request(3).method()).isEqualTo("PUT");
		assertThat(request(3).target()).isEqualTo("/store/a?sig=1%2F2");
		assertThat(request(3).headers()).containsEntry("content-length", "5")
			.containsEntry("content-type", "text/plain")
			.doesNotContainKeys("authorization", "transfer-encoding");
		assertThat(request(3).body()).isEqualTo("hello");
		assertThat(request(4).form()).containsEntry("SessionId", Replies.SESSION)
			.containsEntry("ContextId", "ft")
			.containsEntry("Path", PATH)
			.containsEntry("Mode", "download");
		assertThat(request(5).form()).containsEntry("ContextId", "ft")
			.containsEntry("Path", PATH)
			.containsEntry("TaskType", "download");
	}

	@Test
	void withoutATypeThereIsNoHeaderForIt() {
		this.server.answers(url()).answers(200, "").answers(Replies.ok());
		this.files.upload(SOURCE, PATH, TransferOptions.defaults().withWaitForCompletion(false));
		assertThat(request(3).headers()).doesNotContainKey("content-type");
		assertThat(this.server.requests()).hasSize(5);
	}

	@Test
	void otherContentInTheStorageIsAFailure() {
		this.server.answers(url()).answers(200, "", "ETag: \"0123456789abcdef0123456789abcdef\"");
		assertThat(Refusal.of(() -> this.files.upload(SOURCE, PATH, TransferOptions.defaults())).getMessage())
			.contains("checksums differ");
	}

	@Test
	void anotherSizeInTheSessionIsAFailure() {
		this.server.answers(url())
			.answers(204, "", "ETag: \"no-checksum\"")
			.answers(Replies.ok())
			.answers(tasks(PATH, "download", "Success", ""))
			.answers(Replies.toolText("size: 4\nisDirectory: false"));
		var result = Refusal.of(() -> this.files.upload(SOURCE, PATH, TransferOptions.defaults()));
		assertThat(result).hasMessageContainingAll("5 bytes", "4");
	}

	@Test
	void noTaskIsNoSignOfSuccess() {
		this.server.answers(url()).answers(200, "").answers(Replies.ok());
		for (int i = 0; i < 10; i++) {
			this.server.answers(Replies.ok("{\"ContextStatus\":\"[]\"}"));
		}
		var result = Refusal.of(() -> this.files.upload(SOURCE, PATH,
				TransferOptions.defaults().withWaitTimeout(Duration.ofMillis(250))));
		assertThat(result.failureKind()).isEqualTo(FailureKind.TIMEOUT);
		assertThat(result).hasMessageContaining("task not finished");
	}

	@Test
	void aSessionWithoutTheContextIsAFailure() {
		try (ScriptedServer without = new ScriptedServer(); AgentBay client = without.client().build()) {
			without.answers(Replies.session()).answers(Replies.ok("[{\"ContextType\":\"x\"}]"));
			FileSystem files = client.get(Replies.SESSION).fileSystem();
			assertThat(Refusal.of(() -> files.upload(SOURCE, PATH, TransferOptions.defaults())).getMessage())
				.contains("no context for files");
			assertThat(without.actions()).containsExactly("GetSession", "GetAndLoadInternalContext");
		}
	}

	@Test
	void aDownloadAsksTheSessionFirst() {
		this.server.answers(Replies.ok())
			.answers(tasks(PATH, "upload", "Success", ""))
			.answers(url())
			.answers(200, "content of the file");
		Path local = this.directory.resolve("a.txt");
		DownloadReport result = this.files.download(PATH, local);
		assertThat(local).hasContent("content of the file");
		assertThat(result.bytesReceived()).isEqualTo(19);
		assertThat(this.server.actions()).containsExactly("GetSession", "GetAndLoadInternalContext", "SyncContext",
				"GetContextInfo", "GetContextFileDownloadUrl", "?");
		assertThat(request(2).form()).containsEntry("Mode", "upload").containsEntry("Path", PATH);
		assertThat(request(5).method()).isEqualTo("GET");
		assertThat(request(5).headers()).doesNotContainKey("authorization");
	}

	@Test
	void halfAFileIsNotAFile() {
		for (int i = 0; i < 5; i++) {
			this.server.answers(Replies.ok())
				.answers(tasks(PATH, "upload", "Success", ""))
				.answers(url())
				.answersOnlyTheFirst(3, "content of the file")
				.answersOnlyTheFirst(3, "content of the file")
				.answersOnlyTheFirst(3, "content of the file");
		}
		Path local = this.directory.resolve("a.txt");
		assertThat(catchThrowable(() -> this.files.download(PATH, local))).isInstanceOf(AgentBayException.class);
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void aStreamThatStandsStillEndsWithAnErrorThatSaysSo() throws IOException {
		AgentBay impatient = this.server.client().responseTimeout(Duration.ofMillis(400)).build();
		try (impatient; InputStream stream = stillStanding(impatient)) {
			assertThat(stream.readNBytes(3)).hasSize(3);
			assertThatExceptionOfType(CallTimeoutException.class).isThrownBy(stream::read)
				.withMessageContaining("no byte moved for 400 ms");
		}
	}

	@Test
	void aStreamEndsWithItsClient() throws IOException {
		AgentBay closed = this.server.client().build();
		try (closed; InputStream stream = stillStanding(closed)) {
			assertThat(stream.readNBytes(3)).hasSize(3);
			closed.close();
			assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(stream::read);
		}
	}

	@Test
	void aStreamThatStandsStillIsGivenUpTogetherWithItsConnection() throws IOException {
		try (AgentBay patient = this.server.client().responseTimeout(Duration.ofMillis(300)).build();
				InputStream stream = stillStanding(patient)) {
			assertThat(stream.readNBytes(3)).hasSize(3);
			long open = this.server.openConnections();
			assertThatExceptionOfType(CallTimeoutException.class).isThrownBy(stream::read);
			await().until(() -> this.server.openConnections() < open);
		}
	}

	private InputStream stillStanding(AgentBay client) {
		this.server.answers(Replies.ok())
			.answers(tasks(PATH, "upload", "Success", ""))
			.answers(url())
			.answersTheFirstAndStops(3, "content of the file");
		// The session that was looked up before has taken the first answer.
		FileSystem found = client.restore(SessionState.builder(Replies.SESSION).build()).fileSystem();
		return found.openStream(PATH);
	}

	@Test
	void aFileThatGrowsIsSentOnceAndSaidToHaveChanged() throws IOException {
		Path file = Files.write(this.directory.resolve("grows"), new byte[200_000]);
		this.server.answers(url()).answers(200, "");
		UploadSource source = UploadSource.of(file);
		TransferOptions growing = TransferOptions.defaults().withProgress((bytes, total) -> append(file, total));
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> this.files.upload(source, PATH, growing))
			.withMessageContainingAll("changed while it was read", "200000 bytes");
		assertThat(this.server.actions()).doesNotContain("SyncContext");
		assertThat(uploads()).isLessThanOrEqualTo(1);
	}

	@Test
	void aFileThatIsWrittenAnewMeanwhileIsSaidToHaveChanged() throws IOException {
		Path file = Files.write(this.directory.resolve("anew"), new byte[200_000]);
		Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
		this.server.answers(url()).answers(200, "");
		TransferOptions rewriting = TransferOptions.defaults().withProgress((bytes, total) -> append(file, 0));
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> this.files.upload(UploadSource.of(file), PATH, rewriting))
			.withMessageContaining("was changed while it was sent");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aFileWithContentButNoSizeIsRefusedInWords() {
		this.server.answers(url()).answers(200, "");
		assertThatExceptionOfType(ArgumentRefusedException.class).isThrownBy(
				() -> this.files.upload(UploadSource.of(Path.of("/proc/cpuinfo")), PATH, TransferOptions.defaults()))
			.withMessageContaining("more than the 0 bytes");
		assertThat(uploads()).isLessThanOrEqualTo(1);
	}

	@Test
	void aStreamThatCannotBeReadStoresNothing() {
		InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("the tape is torn");
			}

		});
		this.server.answers(url()).answers(200, "");
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> this.files.upload(UploadSource.of(broken, 200_000), PATH, TransferOptions.defaults()))
			.withMessageContaining("the tape is torn")
			.matches((ex) -> !ex.mayHaveTakenEffect());
	}

	@Test
	void aSourceThatGivesNothingMoreIsGivenUp() {
		this.server.answers(url()).answers(200, "");
		Flux<DataBuffer> halting = Flux.<DataBuffer>just(DefaultDataBufferFactory.sharedInstance.wrap(new byte[10]))
			.concatWith(Flux.never());
		try (AgentBay impatient = this.server.client().responseTimeout(Duration.ofMillis(400)).build()) {
			FileSystem found = impatient.restore(SessionState.builder(Replies.SESSION).build()).fileSystem();
			assertThatExceptionOfType(CallTimeoutException.class)
				.isThrownBy(() -> found.upload(UploadSource.of(halting, 20), PATH, TransferOptions.defaults()))
				.withMessageContainingAll("its content does not go on", "400 ms");
		}
	}

	@Test
	void aStreamWhoseConnectionBreaksWasNotStored() {
		Listener storage = new Listener("breaking-storage");
		storage.start((connection) -> {
			try (connection) {
				assertThat(connection.getInputStream().read()).isEqualTo('P');
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		this.server.answers(Replies.ok("{\"Url\":\"http://" + storage.address() + "/a\",\"ExpireTime\":3600}"));
		Flux<DataBuffer> halting = Flux.range(0, 2)
			.<DataBuffer>map((i) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[5]))
			.concatWith(Flux.never());
		assertThatExceptionOfType(ConnectionFailedException.class)
			.isThrownBy(() -> this.files.upload(UploadSource.of(halting, 20), PATH, TransferOptions.defaults()))
			.withMessageContaining("nothing was stored");
		storage.close();
	}

	@Test
	void aDirectoryInTheSessionIsNamed() {
		this.server.answers(url())
			.answers(409, "{\"Code\":\"Conflict\"}")
			.answers(Replies.toolText("size: 0\nisDirectory: true"));
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> this.files.upload(SOURCE, PATH, TransferOptions.defaults()))
			.withMessageContaining("is a directory of the session");
	}

	@Test
	void aPlaceOnThisMachineIsLookedAtBeforeTheSessionIsAsked() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.files.download(PATH, this.directory))
			.withMessageContaining("directory");
		assertThat(this.server.actions()).containsExactly("GetSession");
	}

	private long uploads() {
		return this.server.requests().stream().filter((request) -> request.method().equals("PUT")).count();
	}

	private static void append(Path file, long bytes) {
		try {
			Files.write(file, new byte[(int) bytes], StandardOpenOption.APPEND);
			Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String url() {
		return Replies.ok("{\"Url\":\"" + this.server.endpoint() + "/store/a?sig=1%2F2\",\"ExpireTime\":3600}");
	}

	private RecordedRequest request(int number) {
		return this.server.requests().get(number);
	}

	private static String tasks(String path, String type, String status, String error) {
		String inner = Json.MAPPER.writeValueAsString(List.of(Map.of("contextId", "ft", "path", path, "errorMessage",
				error, "status", status, "startTime", 1, "finishTime", 2, "taskType", type)));
		String frames = Json.MAPPER.writeValueAsString(List.of(Map.of("type", "data", "data", inner)));
		return Replies.ok(Json.MAPPER.writeValueAsString(Map.of("ContextStatus", frames)));
	}

}
