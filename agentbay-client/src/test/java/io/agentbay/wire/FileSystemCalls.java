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
import java.util.Base64;
import java.util.List;

import io.agentbay.event.EventSubscription;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.filesystem.WatchOptions;
import io.agentbay.filesystem.WriteMode;

import static io.agentbay.wire.Catalogue.answer;

/**
 * Files by tools and commands, and watches.
 */
final class FileSystemCalls {

	private static final String LARGE = "size: 51201\nisDirectory: false";

	private FileSystemCalls() {
	}

	static void addTo(Catalogue calls) {
		reading(calls);
		writing(calls);
		directories(calls);
		commands(calls);
		watches(calls);
	}

	private static void reading(Catalogue calls) {
		calls.tool("read", (it) -> it.fileSystem().read("/a ü"));
		calls.tool("read bytes", (it) -> it.fileSystem().readBytes("/a"));
		calls.gateway("read in pieces", (it) -> it.fileSystem().readBytes("/a"), answer("get_file_info", LARGE),
				answer("read_file", base64(51200), base64(1)));
		calls.tool("read several", (it) -> it.fileSystem().readMultiple(List.of("/a", "/b", "/a")));
		calls.tool("info", (it) -> it.fileSystem().info("/a"));
	}

	private static void writing(Catalogue calls) {
		calls.tool("write", (it) -> it.fileSystem().write("/a", "x ü\n"));
		calls.tool("write nothing", (it) -> it.fileSystem().write("/a", "", WriteMode.OVERWRITE));
		calls.tool("write at the end", (it) -> it.fileSystem().write("/a", "x", WriteMode.APPEND));
		calls.tool("append", (it) -> it.fileSystem().append("/a", "x"));
		calls.gateway("write in pieces", (it) -> it.fileSystem().write("/a", "x".repeat(52225)));
		calls.tool("write with parents",
				(it) -> it.fileSystem().writeWithParents("/new/sub/a", "x", WriteMode.OVERWRITE));
		calls.tool("edit", (it) -> it.fileSystem().edit("/a", List.of(new FileEdit("x", ""))));
		calls.tool("edit, full",
				(it) -> it.fileSystem().previewEdit("/a", List.of(new FileEdit("x", "y"), new FileEdit("z", "ü"))));
	}

	private static void directories(Catalogue calls) {
		calls.tool("list", (it) -> it.fileSystem().list("/a"));
		calls.tool("create a directory", (it) -> it.fileSystem().createDirectory("/a"));
		calls.tool("delete", (it) -> it.fileSystem().delete("/a"));
		calls.tool("move", (it) -> it.fileSystem().move("/a", "/b"));
		calls.tool("search", (it) -> it.fileSystem().search("/a", "*.txt"));
		calls.tool("search, full", (it) -> it.fileSystem().search("/a", "*", List.of("b*", "c")));
	}

	private static void commands(Catalogue calls) {
		calls.tool("exists", (it) -> it.fileSystem().exists("/it's"), answer("shell", "{\"stdout\":\"yes\"}"));
		calls.tool("copy", (it) -> it.fileSystem().copy("/a b", "/c'd"));
		calls.tool("delete recursively", (it) -> it.fileSystem().deleteRecursively("/a b"));
	}

	private static void watches(Catalogue calls) {
		calls.tool("changes", (it) -> it.fileSystem().changes("/a"));
		calls.call("watch by asking", (it) -> {
			EventSubscription watch = it.streamingAnnounced()
				.fileSystem()
				.watch("/a", WatchOptions.defaults().withPush(false).withPollInterval(Duration.ofMillis(500)),
						(event) -> {
						});
			it.await(2);
			watch.close();
		});
		calls.call("watch by being told", (it) -> {
			EventSubscription watch = it.streamingAnnounced().fileSystem().watch("/a", (event) -> {
			});
			it.await(4);
			watch.close();
			it.await(5);
		});
	}

	private static String base64(int bytes) {
		return Base64.getEncoder().encodeToString(new byte[bytes]);
	}

}
