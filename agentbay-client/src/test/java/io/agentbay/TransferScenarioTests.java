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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.agentbay.error.FailureKind;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.SmallMemoryTransfer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Files of any size go into a session and out of it, over real sockets against the local
 * runtime.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TransferScenarioTests {

	private static final int SIZE = 3 * 1024 * 1024 + 17;

	@TempDir
	private Path directory;

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

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

	@BeforeEach
	void createSession() {
		this.session = this.agentBay.create();
	}

	@AfterEach
	void nothingIsLeft() {
		this.session.close();
		this.runtime.faults().clear();
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@Test
	@Capability({ "8.15", "8.16" })
	void aFileGoesThereAndBackUnchanged() throws IOException {
		Path original = randomFile("original.bin");
		List<Long> moved = new CopyOnWriteArrayList<>();
		var uploaded = this.session.fileSystem()
			.upload(UploadSource.of(original), "in/original.bin",
					TransferOptions.defaults()
						.withContentType("application/octet-stream")
						.withProgress((bytes, total) -> {
							assertThat(total).isEqualTo(SIZE);
							moved.add(bytes);
						}));
		assertThat(uploaded.path()).isEqualTo("/home/wuying/in/original.bin");
		assertThat(uploaded.bytesSent()).isEqualTo(SIZE);
		assertThat(uploaded.etag()).isNotBlank();
		assertThat(uploaded.syncRequestId()).isNotBlank();
		assertThat(moved).isSorted().endsWith((long) SIZE).hasSizeGreaterThan(10);
		assertThat(this.session.fileSystem().readBytes(uploaded.path())).hasSize(SIZE);
		List<Long> received = new CopyOnWriteArrayList<>();
		Path back = this.directory.resolve("new/folder/back.bin");
		var downloaded = this.session.fileSystem()
			.download(uploaded.path(), back,
					TransferOptions.defaults().withProgress((bytes, total) -> received.add(total)));
		assertThat(downloaded.bytesReceived()).isEqualTo(SIZE);
		assertThat(downloaded.localPath()).isEqualTo(back);
		assertThat(received).containsOnly((long) SIZE);
		assertThat(back).hasSameBinaryContentAs(original);
		assertThat(filesIn(back.getParent())).containsExactly("back.bin");
	}

	@Test
	@Capability({ "8.17", "8.18" })
	void bytesAndStreamsGoThereAndBack() throws IOException {
		var files = this.session.fileSystem();
		files.upload(UploadSource.of("bytes".getBytes(StandardCharsets.UTF_8)), "a", TransferOptions.defaults());
		files.upload(UploadSource.of(new byte[0]), "empty", TransferOptions.defaults());
		byte[] text = "from a stream".getBytes(StandardCharsets.UTF_8);
		files.upload(UploadSource.of(new ByteArrayInputStream(text), -1), "b", TransferOptions.defaults());
		Flux<DataBuffer> buffers = Flux.range(0, 1000)
			.map((i) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[1024]));
		var sent = files.upload(UploadSource.of(buffers, 1000 * 1024), "c", TransferOptions.defaults());
		assertThat(sent.bytesSent()).isEqualTo(1000 * 1024);
		assertThat(files.read("a")).isEqualTo("bytes");
		assertThat(files.info("empty").size()).isZero();
		try (InputStream stream = files.openStream("b")) {
			assertThat(stream.readAllBytes()).isEqualTo(text);
		}
		long size = this.session.reactive().fileSystem().openStream("c").map((buffer) -> {
			long bytes = buffer.readableByteCount();
			DataBufferUtils.release(buffer);
			return bytes;
		}).reduce(0L, Long::sum).block(Duration.ofSeconds(30));
		assertThat(size).isEqualTo(1000 * 1024);
	}

	@Test
	@Capability({ "8.19", "2.18" })
	void theDirectoryForTransfersIsThereForEverySession() {
		assertThat(this.session.fileSystem().transferPath()).isEqualTo("/tmp/file-transfer/");
		this.session.fileSystem().transferPath();
		assertThat(this.runtime.journal()
			.calls("GetAndLoadInternalContext")
			.stream()
			.filter((call) -> this.session.id().equals(call.sessionId()))).hasSize(1);
		Session found = this.agentBay.get(this.session.id());
		assertThat(found.fileSystem().list("/tmp/file-transfer")).isNotNull();
	}

	@Test
	void aLocalFileIsOnlyReplacedWhenItMayBe() throws IOException {
		Path local = Files.writeString(this.directory.resolve("mine.txt"), "mine");
		this.session.fileSystem().upload(local, "x");
		Files.writeString(local, "changed");
		var refused = Refusal
			.of(() -> this.session.fileSystem().download("x", local, TransferOptions.defaults().withOverwrite(false)));
		assertThat(refused.failureKind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
		assertThat(refused).hasMessageContaining("Destination exists and overwrite=False");
		assertThat(local).hasContent("changed");
		this.session.fileSystem()
			.download("x", this.directory.resolve("other.txt"), TransferOptions.defaults().withOverwrite(false));
		this.session.fileSystem().download("x", local);
		assertThat(local).hasContent("mine");
	}

	@Test
	void whatIsMissingIsAFailureAndLeavesNothingBehind() throws IOException {
		Path local = this.directory.resolve("none/none.txt");
		var missing = Refusal.of(() -> this.session.fileSystem().download("none.txt", local));
		assertThat(missing).isInstanceOf(NotFoundException.class).hasMessageContaining("none.txt");
		assertThat(local).doesNotExist();
		assertThatExceptionOfType(ServiceException.class).isThrownBy(
				() -> this.session.reactive().fileSystem().openStream("none.txt").blockLast(Duration.ofSeconds(20)));
		Refusal.of(() -> this.session.fileSystem()
			.upload(UploadSource.of(new byte[1]), "/etc/passwd", TransferOptions.defaults()));
	}

	@Test
	void aFailedUploadIsNeverASuccess() {
		UploadSource source = UploadSource.of("new".getBytes(StandardCharsets.UTF_8));
		this.runtime.faults().onNext("putContextFile", Fault.answer(403, "{\"Code\":\"AccessDenied\"}"));
		var refused = Refusal.of(() -> this.session.fileSystem().upload(source, "f", TransferOptions.defaults()));
		assertThat(refused).hasMessageContainingAll("403", "AccessDenied").hasMessageNotContaining("signature");
		this.runtime.faults().onNext("context-download", Fault.answer(500, "the disk is full"));
		var notCopied = Refusal.of(() -> this.session.fileSystem().upload(source, "f", TransferOptions.defaults()));
		assertThat(notCopied).hasMessageContainingAll("Task error", "the disk is full");
		this.runtime.faults().onNext("context-download", Fault.delay(Duration.ofSeconds(30)));
		var late = Refusal.of(() -> this.session.fileSystem()
			.upload(source, "f", TransferOptions.defaults().withWaitTimeout(Duration.ofMillis(200))));
		assertThat(late.failureKind()).isEqualTo(FailureKind.TIMEOUT);
		Refusal.of(() -> this.session.fileSystem().info("f"));
	}

	@Test
	void aBusyStorageIsAskedAgainWhereTheFileCanBeSentAgain() {
		UploadSource source = UploadSource.of("again".getBytes(StandardCharsets.UTF_8));
		this.runtime.faults().onNext("putContextFile", Fault.answer(503, "{}"));
		this.session.fileSystem().upload(source, "g", TransferOptions.defaults());
		assertThat(this.session.fileSystem().read("g")).isEqualTo("again");
		this.runtime.faults().onNext("putContextFile", Fault.answer(503, "{}"));
		UploadSource once = UploadSource.of(new ByteArrayInputStream(new byte[3]), 3);
		assertThat(
				Refusal.of(() -> this.session.fileSystem().upload(once, "g", TransferOptions.defaults())).getMessage())
			.contains("503");
	}

	@Test
	void aFileThatIsShorterThanAnnouncedBreaksTheUpload() {
		Throwable failure = catchThrowable(() -> this.session.fileSystem()
			.upload(UploadSource.of(new ByteArrayInputStream(new byte[10]), 20), "short", TransferOptions.defaults()));
		assertThat(failure).isNotNull();
		Refusal.of(() -> this.session.fileSystem().info("short"));
	}

	@Test
	void aTransferIsGivenUpWhenItIsCancelled() throws IOException {
		this.session.fileSystem().upload(randomFile("big.bin"), "big.bin");
		Path local = this.directory.resolve("cancelled/big.bin");
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch cancelled = new CountDownLatch(1);
		Disposable running = this.session.reactive()
			.fileSystem()
			.download("big.bin", local, TransferOptions.defaults().withProgress((bytes, total) -> {
				begun.countDown();
				await(cancelled);
			}))
			.subscribe();
		await(begun);
		running.dispose();
		cancelled.countDown();
		Awaitility.await().untilAsserted(() -> assertThat(filesIn(local.getParent())).isEmpty());
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void aFileFarLargerThanTheMemoryGoesThrough() throws Exception {
		Path big = this.directory.resolve("sparse.bin");
		try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
			file.setLength(200L * 1024 * 1024);
		}
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx40m", "-XX:MaxDirectMemorySize=24m", "-cp",
				System.getProperty("java.class.path"), SmallMemoryTransfer.class.getName(),
				this.runtime.endpoint().toString(), this.runtime.apiKey(), this.session.id(), big.toString(),
				this.directory.resolve("sparse-back.bin").toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(output).isZero();
		assertThat(this.directory.resolve("sparse-back.bin")).hasSize(200L * 1024 * 1024);
	}

	private Path randomFile(String name) throws IOException {
		byte[] content = new byte[SIZE];
		new Random(7).nextBytes(content);
		return Files.write(this.directory.resolve(name), content);
	}

	private static List<String> filesIn(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
