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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadSource;

import static io.agentbay.wire.Catalogue.answer;

/**
 * Files to and from a session by the storage between.
 */
final class TransferCalls {

	private static final byte[] BYTES = "hello ü".getBytes(StandardCharsets.UTF_8);

	private static final TransferOptions ALL = TransferOptions.defaults()
		.withContentType("text/plain")
		.withOverwrite(true)
		.withWaitTimeout(Duration.ofSeconds(20))
		.withProgress((bytes, total) -> {
		});

	private TransferCalls() {
	}

	static void addTo(Catalogue calls) {
		String size = "size: 8\nisDirectory: false";
		calls.gateway("path", (it) -> it.fileSystem().transferPath());
		calls.gateway("upload a file", (it) -> it.fileSystem().upload(file("hello ü"), "/tmp/file-transfer/a ü.txt"),
				answer("get_file_info", size));
		calls.gateway("upload bytes, full",
				(it) -> it.fileSystem().upload(UploadSource.of(BYTES), "/tmp/file-transfer/a.txt", ALL),
				answer("get_file_info", size));
		calls.gateway("upload a stream without waiting",
				(it) -> it.fileSystem()
					.upload(UploadSource.of(new ByteArrayInputStream(BYTES), BYTES.length), "/tmp/file-transfer/a.txt",
							TransferOptions.defaults().withWaitForCompletion(false)));
		calls.direct("upload bytes",
				(it) -> it.fileSystem().upload(UploadSource.of(BYTES), "/tmp/file-transfer/a.txt", ALL),
				answer("get_file_info", size));
		calls.gateway("download a file", (it) -> it.fileSystem().download("/tmp/file-transfer/a ü.txt", missing()));
		calls.gateway("download a file, full",
				(it) -> it.fileSystem().download("/tmp/file-transfer/a.txt", file("before"), ALL));
		calls.gateway("download without waiting", (it) -> it.fileSystem()
			.download("/tmp/file-transfer/a.txt", missing(), TransferOptions.defaults().withWaitForCompletion(false)));
		calls.gateway("download as a stream", (it) -> {
			try (InputStream stream = it.fileSystem().openStream("/tmp/file-transfer/a.txt")) {
				stream.readAllBytes();
			}
		});
		homeDirectory(calls, size);
	}

	private static void homeDirectory(Catalogue calls, String size) {
		String place = "{\"stdout\":\"good\\n/home/u/a ü.txt\",\"exit_code\":0}";
		calls.gateway("upload a file to the home directory", (it) -> it.fileSystem().upload(file("hello ü"), "a ü.txt"),
				answer("get_file_info", size), answer("shell", place, "{\"stdout\":\"\",\"exit_code\":0}"));
		calls.gateway("download a file of the home directory", (it) -> it.fileSystem().download("a ü.txt", missing()),
				answer("shell", place, "{\"stdout\":\"\",\"exit_code\":0}"));
	}

	private static Path file(String content) throws Exception {
		Path file = Files.createTempFile("transfer", ".txt");
		file.toFile().deleteOnExit();
		return Files.writeString(file, content);
	}

	private static Path missing() throws Exception {
		Path file = file("");
		Files.delete(file);
		return file;
	}

}
