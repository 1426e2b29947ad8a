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

package io.agentbay.local;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.agentbay.local.clock.ManualClock;
import io.agentbay.local.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Single files of contexts: signed addresses, listings, deletion.
 */
class ContextFileTests {

	private static final int LIMIT = 300_000;

	private final ManualClock clock = new ManualClock(Instant.parse("2026-01-02T03:04:05Z"));

	@TempDir
	private Path directory;

	private LocalAgentBay runtime;

	private TestClient client;

	private ContextClient contexts;

	private String id;

	@BeforeEach
	void startRuntime() {
		this.runtime = LocalAgentBay.builder()
			.dataDirectory(this.directory)
			.clock(this.clock)
			.maxContextFileBytes(LIMIT)
			.start();
		this.client = new TestClient(this.runtime);
		this.contexts = new ContextClient(this.client);
		this.id = this.contexts.create("c");
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
		assertThat(this.directory.resolve("contexts/incoming")).satisfiesAnyOf(
				(incoming) -> assertThat(incoming).doesNotExist(),
				(incoming) -> assertThat(incoming).isEmptyDirectory());
	}

	@Test
	@Exercises({ "GetContextFileUploadUrl", "GetContextFileDownloadUrl" })
	void aFileGoesThereAndBackWithoutAKey() {
		String upload = this.contexts.uploadUrl(this.id, "/tmp/data/a b&c=ü+%.txt");
		assertThat(upload).startsWith(this.runtime.endpoint().toString());
		var stored = PlainHttp.put(upload, "hello");
		assertThat(stored.statusCode()).isEqualTo(200);
		assertThat(stored.headers().firstValue("ETag")).contains("\"5D41402ABC4B2A76B9719D911017C592\"");
		assertThat(this.contexts.read(this.id, "/tmp/data/a b&c=ü+%.txt")).isEqualTo("hello");
		assertThat(this.contexts.read(this.id, "tmp//data/./a b&c=ü+%.txt")).isEqualTo("hello");
		assertThat(this.runtime.journal().calls("putContextFile")).hasSize(1);
		assertThat(this.runtime.journal().calls("getContextFile")).hasSize(2);
	}

	@Test
	void theSignatureDoesNotDependOnHeaders() {
		String upload = this.contexts.uploadUrl(this.id, "/a");
		PlainHttp.put(upload, "1", "Content-Type", "text/plain", "X-Anything", "y");
		assertThat(this.contexts.read(this.id, "/a")).isEqualTo("1");
		PlainHttp.put(upload, BodyPublishers.ofInputStream(() -> InputStream.nullInputStream()));
		assertThat(this.contexts.read(this.id, "/a")).isEmpty();
	}

	@Test
	void anAddressHoldsForAnHour() {
		String upload = this.contexts.uploadUrl(this.id, "/a");
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(PlainHttp.put(upload, "early").statusCode()).isEqualTo(200);
		String download = this.contexts.downloadUrl(this.id, "/a");
		this.clock.advance(Duration.ofMinutes(1));
		assertRefused(PlainHttp.put(upload, "late"), 403, "AccessDenied");
		assertThat(PlainHttp.get(download).body()).isEqualTo("early");
		this.clock.advance(Duration.ofMinutes(59));
		assertRefused(PlainHttp.get(download), 403, "AccessDenied");
	}

	@Test
	void anAddressHoldsForOneMethodAndOneFileOnly() {
		this.contexts.store(this.id, "/a", "a");
		this.contexts.store(this.id, "/b", "b");
		String other = this.contexts.create("other");
		String download = this.contexts.downloadUrl(this.id, "/a");
		String upload = this.contexts.uploadUrl(this.id, "/a");
		assertRefused(PlainHttp.put(download, "x"), 403, "SignatureDoesNotMatch");
		assertRefused(PlainHttp.get(upload), 403, "SignatureDoesNotMatch");
		for (String forged : List.of(download.replace("%2Fa", "%2Fb"), download.replace(this.id, other),
				download.replaceAll("expires=\\d+", "expires=99999999999"), download.replaceAll("&signature=.*", ""),
				download.replaceAll("signature=.", "signature=g"), download.replaceAll("\\?.*", ""),
				download.replace("%2Fa", "%2F..%2F..%2Findex.json"))) {
			assertRefused(PlainHttp.get(forged), 403, "SignatureDoesNotMatch");
		}
		assertThat(PlainHttp.get(download).body()).isEqualTo("a");
	}

	@Test
	void aFileThatIsNotThereIsNotFound() {
		assertRefused(PlainHttp.get(this.contexts.downloadUrl(this.id, "/none")), 404, "ContextFile.NotFound");
		this.contexts.store(this.id, "/d/f", "x");
		assertRefused(PlainHttp.get(this.contexts.downloadUrl(this.id, "/d")), 404, "ContextFile.NotFound");
		assertRefused(PlainHttp.get(this.contexts.downloadUrl(this.id, "/d/f/g")), 404, "ContextFile.NotFound");
	}

	@Test
	void aFileAndAFolderCannotShareAPath() {
		this.contexts.store(this.id, "/d/f", "x");
		assertRefused(PlainHttp.put(this.contexts.uploadUrl(this.id, "/d"), "y"), 409, "ContextFile.Conflict");
		assertRefused(PlainHttp.put(this.contexts.uploadUrl(this.id, "/d/f/g"), "y"), 409, "ContextFile.Conflict");
		assertThat(this.contexts.read(this.id, "/d/f")).isEqualTo("x");
	}

	@Test
	void aFileThatIsTooLargeIsRefusedAndNotKept() throws Exception {
		String url = this.contexts.uploadUrl(this.id, "/a");
		assertThat(PlainHttp.put(url, BodyPublishers.ofByteArray(new byte[LIMIT])).statusCode()).isEqualTo(200);
		assertThat(rawPut(url, "Content-Length: " + (LIMIT + 1), "")).startsWith("HTTP/1.1 413")
			.contains("\"Code\":\"RequestTooLarge\"");
		String chunk = Integer.toHexString(LIMIT + 1) + "\r\n" + "y".repeat(LIMIT + 1) + "\r\n";
		assertThat(rawPut(url, "Transfer-Encoding: chunked", chunk)).startsWith("HTTP/1.1 413");
		assertThat(size("/a")).isEqualTo(LIMIT);
	}

	@Test
	void ofAFileThatIsNotSentWholeNothingIsKept() throws Exception {
		String url = this.contexts.uploadUrl(this.id, "/a");
		this.contexts.store(this.id, "/a", "old");
		String target = url.substring(this.runtime.endpoint().toString().length());
		try (Socket socket = new Socket("127.0.0.1", this.runtime.port())) {
			socket.getOutputStream()
				.write(("PUT " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + "y".repeat(5000))
					.getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().flush();
			await().atMost(Duration.ofSeconds(10)).until(() -> incoming() == 1);
		}
		await().atMost(Duration.ofSeconds(10)).until(() -> incoming() == 0);
		assertThat(this.contexts.read(this.id, "/a")).isEqualTo("old");
	}

	private String rawPut(String url, String header, String body) throws Exception {
		String target = url.substring(this.runtime.endpoint().toString().length());
		try (Socket socket = new Socket("127.0.0.1", this.runtime.port())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write(("PUT " + target + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n" + body)
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private long incoming() throws Exception {
		try (var files = Files.list(this.directory.resolve("contexts/incoming"))) {
			return files.count();
		}
	}

	@Test
	void onlyGetAndPutAreServed() {
		String url = this.contexts.downloadUrl(this.id, "/a");
		assertRefused(PlainHttp.send(HttpRequest.newBuilder(URI.create(url)).DELETE().build()), 405,
				"MethodNotAllowed");
	}

	@Test
	void transfersCanBeMadeToFail() {
		String upload = this.contexts.uploadUrl(this.id, "/a");
		this.runtime.faults().onNext("putContextFile", Fault.answer(503, "{}"));
		assertThat(PlainHttp.put(upload, "x").statusCode()).isEqualTo(503);
		assertThat(this.contexts.tree(this.id, "/")).isEmpty();
		assertThat(PlainHttp.put(upload, "x").statusCode()).isEqualTo(200);
		this.runtime.faults().onNext("getContextFile", Fault.answer(500, "{}"));
		String download = this.contexts.downloadUrl(this.id, "/a");
		assertThat(PlainHttp.get(download).statusCode()).isEqualTo(500);
		this.runtime.faults().onNext("getContextFile", Fault.delay(Duration.ofMillis(50)));
		assertThat(PlainHttp.get(download).body()).isEqualTo("x");
	}

	@Test
	void pathsThatLeadOutAreRefused() {
		for (String action : List.of("GetContextFileUploadUrl", "GetContextFileDownloadUrl", "DeleteContextFile")) {
			for (String path : List.of("../x", "/..", "/a/../../x", "..", "a/..", "/a\0b", "/" + "n".repeat(256),
					"/d".repeat(600), "/", "//./")) {
				var answer = this.client.call(action, "ContextId", this.id, "FilePath", path);
				assertThat(answer.code()).as(path).isEqualTo("InvalidParameter");
				assertThat(answer.json().path("Success").booleanValue()).isFalse();
			}
		}
		assertThat(ContextClient
			.refusal(this.client.call("DescribeContextFiles", "ContextId", this.id, "ParentFolderPath", "/../..")))
			.isEqualTo("InvalidParameter");
	}

	@Test
	@Exercises("DescribeContextFiles")
	void aFolderIsListedPageByPageWithItsDirectChildren() {
		IntStream.range(0, 5).forEach((i) -> this.contexts.store(this.id, "/tmp/data/f" + i, "x".repeat(i)));
		this.contexts.store(this.id, "/tmp/data/sub/deep", "x");
		this.contexts.store(this.id, "/tmp/other", "x");
		JsonNode all = this.contexts.list(this.id, "/tmp/data/");
		assertThat(all.path("Count").intValue()).isEqualTo(6);
		assertThat(names(all)).containsExactly("f0", "f1", "f2", "f3", "f4", "sub");
		JsonNode file = all.path("Data").path(3);
		assertThat(file.path("FilePath").stringValue()).isEqualTo("/tmp/data/f3");
		assertThat(file.path("FileType").stringValue()).isEqualTo("FILE");
		assertThat(file.path("Size").longValue()).isEqualTo(3);
		assertThat(file.path("Status").stringValue()).isEqualTo("ready");
		assertThat(file.path("FileId").stringValue()).isNotBlank();
		assertThat(Instant.parse(file.path("GmtModified").stringValue())).isBetween(Instant.now().minusSeconds(60),
				Instant.now());
		assertThat(Instant.parse(file.path("GmtCreate").stringValue())).isBefore(Instant.now());
		assertThat(all.path("Data").path(5).path("FileType").stringValue()).isEqualTo("FOLDER");
		JsonNode second = this.contexts.list(this.id, "/tmp/data", "PageNumber", "2", "PageSize", "4");
		assertThat(second.path("Count").intValue()).isEqualTo(6);
		assertThat(names(second)).containsExactly("f4", "sub");
		assertThat(names(this.contexts.list(this.id, "/tmp/data", "PageNumber", "9"))).isEmpty();
		assertThat(this.contexts.list(this.id, "/none").path("Count").intValue()).isZero();
		assertThat(names(this.contexts.list(this.id, "/"))).containsExactly("tmp");
	}

	@Test
	@Exercises("DeleteContextFile")
	void aFileIsDeleted() {
		this.contexts.store(this.id, "/d/a", "x");
		assertThat(ContextClient.refusal(this.client.call("DeleteContextFile", "ContextId", this.id, "FilePath", "/d")))
			.isEqualTo("ContextFile.NotEmpty");
		this.client.call("DeleteContextFile", "ContextId", this.id, "FilePath", "/d/a").ok();
		this.client.call("DeleteContextFile", "ContextId", this.id, "FilePath", "/d/a").ok();
		assertThat(this.contexts.tree(this.id, "/")).containsExactly("/d/");
		this.client.call("DeleteContextFile", "ContextId", this.id, "FilePath", "/d").ok();
		assertThat(this.contexts.tree(this.id, "/")).isEmpty();
	}

	private long size(String path) {
		return StreamSupport.stream(this.contexts.list(this.id, "/").path("Data").spliterator(), false)
			.filter((entry) -> entry.path("FilePath").stringValue().equals(path))
			.findFirst()
			.orElseThrow()
			.path("Size")
			.longValue();
	}

	private static List<String> names(JsonNode page) {
		return StreamSupport.stream(page.path("Data").spliterator(), false)
			.map((entry) -> entry.path("FileName").stringValue())
			.toList();
	}

	private static void assertRefused(HttpResponse<String> answer, int status, String code) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		JsonNode envelope = TestClient.MAPPER.readTree(answer.body());
		assertThat(envelope.path("Code").stringValue()).isEqualTo(code);
		assertThat(envelope.path("Success").booleanValue()).isFalse();
		assertThat(envelope.path("RequestId").stringValue()).isNotBlank();
		assertThat(envelope.path("Message").stringValue()).isNotBlank();
	}

}
