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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tools of {@code wuying_filesystem}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileSystemToolTests {

	private LocalAgentBay runtime;

	private TestClient client;

	private String session;

	@BeforeAll
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().maxRequestBytes(1024 * 1024).start();
		this.client = new TestClient(this.runtime);
	}

	@BeforeEach
	void createSession() {
		this.session = this.client.createSession();
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	@Exercises({ "read_file", "write_file" })
	void writtenTextIsReadBackAsItWas() {
		String text = "first line\nzweite Zeile: äöü 日本語 😀\n\ttab \"quote\" \\ & + %20\r\n";
		assertThat(write("/tmp/a.txt", text).text()).isEqualTo("Wrote %d bytes to /tmp/a.txt".formatted(bytes(text)));
		assertThat(read("/tmp/a.txt")).isEqualTo(text);
	}

	@Test
	void namesBeyondAsciiAndWithBlanksAreFine() {
		write("ä b 日本.txt", "x");
		assertThat(ok("list_directory", Map.of("path", "/home/wuying"))).contains("[FILE] ä b 日本.txt");
		assertThat(read("/home/wuying/ä b 日本.txt")).isEqualTo("x");
	}

	@Test
	void aFileCanBeOverwrittenAppendedToOrRequiredToBeNew() {
		write("/tmp/a", "one");
		ok("write_file", Map.of("path", "/tmp/a", "content", "two", "mode", "append"));
		assertThat(read("/tmp/a")).isEqualTo("onetwo");
		ok("write_file", Map.of("path", "/tmp/a", "content", "three", "mode", "overwrite"));
		assertThat(read("/tmp/a")).isEqualTo("three");
		assertThat(failure("write_file", Map.of("path", "/tmp/a", "content", "four", "mode", "create_new")))
			.isEqualTo("The file exists already: /tmp/a");
		assertThat(failure("write_file", Map.of("path", "/tmp/a", "content", "", "mode", "prepend")))
			.isEqualTo("Argument 'mode' must be one of [overwrite, append, create_new], not 'prepend'");
		assertThat(read("/tmp/a")).isEqualTo("three");
	}

	@Test
	void theParentDirectoryIsCreatedOnlyOnRequest() {
		assertThat(failure("write_file", Map.of("path", "/tmp/a/b/c", "content", "x")))
			.isEqualTo("The parent directory does not exist: /tmp/a/b/c");
		ok("write_file", Map.of("path", "/tmp/a/b/c", "content", "x", "create_parent_dir", true));
		assertThat(read("/tmp/a/b/c")).isEqualTo("x");
	}

	@Test
	void relativePathsBeginAtTheHomeDirectory() {
		write("notes/../a.txt", "x");
		assertThat(read("/home/wuying/a.txt")).isEqualTo("x");
	}

	@Test
	void aPartOfAFileIsReadByOffsetAndLength() {
		write("/tmp/a", "0123456789");
		assertThat(ok("read_file", Map.of("path", "/tmp/a", "offset", 3, "length", 4))).isEqualTo("3456");
		assertThat(ok("read_file", Map.of("path", "/tmp/a", "offset", 7))).isEqualTo("789");
		assertThat(ok("read_file", Map.of("path", "/tmp/a", "offset", 20, "length", 4))).isEmpty();
		assertThat(failure("read_file", Map.of("path", "/tmp/a", "offset", -1)))
			.isEqualTo("Argument 'offset' must not be negative: -1");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 7, 64 })
	void piecesOfATextJoinToTheWholeWhereverTheyAreCut(int length) {
		String text = "aäö日本語😀\uD83D\uDE80 ende – ß";
		write("/tmp/a", text);
		StringBuilder joined = new StringBuilder();
		for (int offset = 0; offset < bytes(text); offset += length) {
			joined.append(ok("read_file", Map.of("path", "/tmp/a", "offset", offset, "length", length)));
		}
		assertThat(joined).hasToString(text);
	}

	@Test
	void bytesAreReadAsBase64() {
		this.client.shell(this.session, "printf '\\000\\377\\001abc' > $TMPDIR/bytes");
		String text = ok("read_file", Map.of("path", "/tmp/bytes", "format", "binary", "offset", 1, "length", 3));
		assertThat(Base64.getDecoder().decode(text)).containsExactly(0xFF, 0x01, 'a');
	}

	@Test
	void aFileTooLargeForOneCallIsReadInPieces() {
		this.client.shell(this.session, "head -c 2000000 /dev/zero > $TMPDIR/large");
		assertThat(failure("read_file", Map.of("path", "/tmp/large")))
			.isEqualTo("/tmp/large has more than the 1048576 bytes that are read at once; use offset and length");
		assertThat(ok("read_file", Map.of("path", "/tmp/large", "offset", 1999990))).hasSize(10);
	}

	@Test
	@Exercises("read_multiple_files")
	void severalFilesAreReadInSections() {
		write("/tmp/a", "one");
		write("/tmp/b", "two\nlines");
		assertThat(ok("read_multiple_files", Map.of("paths", List.of("/tmp/a", "/tmp/b", "/tmp/c"))))
			.isEqualTo("/tmp/a:\none\n\n---\n/tmp/b:\ntwo\nlines\n\n---\n"
					+ "/tmp/c:\nError: No such file or directory: /tmp/c\n\n---\n");
	}

	@Test
	@Exercises({ "create_directory", "list_directory" })
	void directoriesAreCreatedWithThoseAboveAndListed() {
		ok("create_directory", Map.of("path", "/tmp/d/e"));
		ok("create_directory", Map.of("path", "/tmp/d/e"));
		write("/tmp/d/f", "x");
		assertThat(ok("list_directory", Map.of("path", "/tmp/d"))).isEqualTo("[DIR] e\n[FILE] f");
		assertThat(ok("list_directory", Map.of("path", "/tmp/d/e"))).isEqualTo("The directory is empty");
		assertThat(failure("list_directory", Map.of("path", "/tmp/d/f"))).isEqualTo("Not a directory: /tmp/d/f");
		assertThat(failure("create_directory", Map.of("path", "/tmp/d/f"))).isEqualTo("Not a directory: /tmp/d/f");
	}

	@Test
	void theRootDirectoryLooksLikeThatOfALinuxMachine() {
		assertThat(ok("list_directory", Map.of("path", "/"))).contains("[DIR] tmp", "[DIR] home", "[DIR] usr",
				"[DIR] etc", "[DIR] bin");
		assertThat(ok("list_directory", Map.of("path", "/home"))).isEqualTo("[DIR] wuying");
		assertThat(read("/etc/os-release")).contains("NAME=");
		assertThat(ok("get_file_info", Map.of("path", "/bin/sh"))).contains("isFile: true");
	}

	@Test
	@Exercises("get_file_info")
	void aFileIsDescribedInLines() {
		write("/tmp/a.txt", "hello");
		assertThat(ok("get_file_info", Map.of("path", "/tmp/a.txt")).lines()).startsWith("name: a.txt",
				"path: /tmp/a.txt", "size: 5", "isDirectory: false", "isFile: true", "permissions: 644");
		assertThat(ok("get_file_info", Map.of("path", "/tmp")).lines()).contains("isDirectory: true", "isFile: false");
		assertThat(failure("get_file_info", Map.of("path", "/tmp/b"))).isEqualTo("No such file or directory: /tmp/b");
	}

	@Test
	@Exercises("delete_file")
	void filesAndEmptyDirectoriesAreDeleted() {
		write("/tmp/a", "x");
		ok("delete_file", Map.of("path", "/tmp/a"));
		assertThat(failure("delete_file", Map.of("path", "/tmp/a"))).isEqualTo("No such file or directory: /tmp/a");
		ok("create_directory", Map.of("path", "/tmp/d/e"));
		assertThat(failure("delete_file", Map.of("path", "/tmp/d"))).startsWith("The directory is not empty: /tmp/d");
		ok("delete_file", Map.of("path", "/tmp/d/e"));
		assertThat(failure("delete_file", Map.of("path", "/"))).isEqualTo("The root directory cannot be changed");
	}

	@Test
	@Exercises("move_file")
	void filesAndDirectoriesAreMoved() {
		write("/tmp/a", "x");
		ok("create_directory", Map.of("path", "/data/d"));
		ok("move_file", Map.of("source", "/tmp/a", "destination", "/data/d/b"));
		assertThat(read("/data/d/b")).isEqualTo("x");
		ok("move_file", Map.of("source", "/data/d", "destination", "/tmp/e"));
		assertThat(read("/tmp/e/b")).isEqualTo("x");
		write("/tmp/f", "y");
		assertThat(failure("move_file", Map.of("source", "/tmp/f", "destination", "/tmp/e/b")))
			.isEqualTo("The destination exists already: /tmp/e/b");
		assertThat(failure("move_file", Map.of("source", "/tmp/e", "destination", "/tmp/e/g")))
			.isEqualTo("A directory cannot be moved into itself: /tmp/e/g");
		assertThat(failure("move_file", Map.of("source", "/tmp/f", "destination", "/tmp/no/g")))
			.isEqualTo("The parent directory does not exist: /tmp/no/g");
	}

	@Test
	@Exercises("edit_file")
	void anEditReplacesTheFirstOccurrenceAndShowsTheDifference() {
		write("/tmp/a", "one\ntwo\nthree\ntwo\n");
		List<Map<String, String>> edits = List.of(Map.of("oldText", "two", "newText", "2"),
				Map.of("oldText", "three\n", "newText", ""));
		String diff = "--- a/tmp/a\n+++ b/tmp/a\n@@ -1,5 +1,4 @@\n one\n-two\n-three\n+2\n two\n \n";
		assertThat(ok("edit_file", Map.of("path", "/tmp/a", "edits", edits, "dryRun", true))).isEqualTo(diff);
		assertThat(ok("edit_file", Map.of("path", "/tmp/a", "edits", edits, "dry_run", true))).isEqualTo(diff);
		assertThat(read("/tmp/a")).isEqualTo("one\ntwo\nthree\ntwo\n");
		assertThat(ok("edit_file", Map.of("path", "/tmp/a", "edits", edits))).isEqualTo(diff);
		assertThat(read("/tmp/a")).isEqualTo("one\n2\ntwo\n");
	}

	@Test
	void editsAreAllMadeOrNone() {
		write("/tmp/a", "one\n");
		assertThat(failure("edit_file",
				Map.of("path", "/tmp/a", "edits",
						List.of(Map.of("oldText", "one", "newText", "1"), Map.of("oldText", "two", "newText", "2")))))
			.isEqualTo("Edit 2: its 'oldText' is not in the file; nothing was changed");
		assertThat(read("/tmp/a")).isEqualTo("one\n");
		assertThat(failure("edit_file", Map.of("path", "/tmp/a", "edits", List.of(Map.of("oldText", "one")))))
			.isEqualTo("Argument 'edits' must be an array of objects with the strings 'oldText' and 'newText'");
	}

	@Test
	@Exercises("search_files")
	void filesAreFoundByWildcardsAndExclusionsOfEveryForm() {
		this.client.shell(this.session,
				"cd $TMPDIR; mkdir -p src/deep node_modules; touch src/a.txt src/deep/b.txt src/c.md node_modules/d.txt 'src/[x].txt'");
		assertThat(search(Map.of("pattern", "*.txt")).lines()).containsExactly("/tmp/node_modules/d.txt",
				"/tmp/src/[x].txt", "/tmp/src/a.txt", "/tmp/src/deep/b.txt");
		assertThat(search(Map.of("pattern", "?.txt", "excludePatterns", "node_modules, deep")).lines())
			.containsExactly("/tmp/src/a.txt");
		assertThat(search(Map.of("pattern", "*.txt", "exclude_patterns", List.of("node*", "[x]*"))).lines())
			.containsExactly("/tmp/src/a.txt", "/tmp/src/deep/b.txt");
		assertThat(search(Map.of("pattern", "*.none"))).isEqualTo("No matches found");
	}

	@Test
	void theToolsMayWhatTheUserMay() {
		this.client.shell(this.session, "cd /tmp; mkdir closed shut; echo s > f; echo s > closed/f; echo x > shut/f;"
				+ " chmod 000 f closed; chmod 500 shut");
		for (Map.Entry<String, Map<String, ?>> call : Map
			.<String, Map<String, ?>>of("read_file", Map.of("path", "/tmp/f"), "list_directory",
					Map.of("path", "/tmp/closed"), "get_file_info", Map.of("path", "/tmp/closed/f"), "delete_file",
					Map.of("path", "/tmp/shut/f"), "create_directory", Map.of("path", "/tmp/shut/d"), "write_file",
					Map.of("path", "/tmp/f", "content", "x"), "move_file",
					Map.of("source", "/tmp/shut/f", "destination", "/tmp/g"))
			.entrySet()) {
			ToolAnswer answer = this.client.tool(this.session, call.getKey(), call.getValue());
			assertThat(answer.error()).as(call.getKey() + ": " + answer.text()).isTrue();
			assertThat(answer.text()).as(call.getKey()).contains("Permission denied");
		}
	}

	@Test
	@Exercises("get_file_change")
	void changesAreToldSinceThePreviousCall() {
		ok("create_directory", Map.of("path", "/tmp/w"));
		write("/tmp/w/old", "x");
		write("/tmp/w/gone", "x");
		assertThat(ok("get_file_change", Map.of("path", "/tmp/w"))).isEqualTo("[]");
		write("/tmp/w/old", "changed");
		ok("delete_file", Map.of("path", "/tmp/w/gone"));
		ok("create_directory", Map.of("path", "/tmp/w/d"));
		write("/tmp/w/d/new", "x");
		assertThat(ok("get_file_change", Map.of("path", "/tmp/w"))).isEqualTo("[" //
				+ "{\"eventType\":\"create\",\"path\":\"/tmp/w/d\",\"pathType\":\"directory\"}," //
				+ "{\"eventType\":\"create\",\"path\":\"/tmp/w/d/new\",\"pathType\":\"file\"}," //
				+ "{\"eventType\":\"modify\",\"path\":\"/tmp/w/d/new\",\"pathType\":\"file\"}," //
				+ "{\"eventType\":\"delete\",\"path\":\"/tmp/w/gone\",\"pathType\":\"file\"}," //
				+ "{\"eventType\":\"modify\",\"path\":\"/tmp/w/old\",\"pathType\":\"file\"}]");
		assertThat(ok("get_file_change", Map.of("path", "/tmp/w"))).isEqualTo("[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc/passwd", "/usr/x", "/bin/x", "/../etc/x", "/tmp/../usr/x" })
	void theSystemCannotBeChanged(String path) {
		assertThat(failure("write_file", Map.of("path", path, "content", "x"))).startsWith("Read-only file system: /");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc/shadow", "/etc/ssh/sshd_config", "/proc/1/environ", "/dev/zero", "/root/.bashrc",
			"/../../../../root/.bashrc", "/tmp/\0x", "" })
	void whatSessionsMustNotSeeIsNotRead(String path) {
		assertThat(failure("read_file", Map.of("path", path))).isNotEmpty();
	}

	@Test
	void linksThatCommandsMakeLeadNowhereElse() throws Exception {
		Path outside = Files.createTempFile("outside", ".txt");
		try {
			Files.writeString(outside, "of the machine");
			this.client.shell(this.session, """
					cd $TMPDIR
					ln -s %s file; ln -s / root; ln -s ../../../../../../../../../.. up; ln -s loop loop
					ln -s %s dir; ln -s /home/wuying home; ln -s /etc/shadow shadow; echo mine > ~/mine
					""".formatted(outside, outside.getParent()));
			for (String path : List.of("file", "root" + outside, "up" + outside, "dir/" + outside.getFileName(),
					"shadow")) {
				assertThat(call("read_file", Map.of("path", "/tmp/" + path)).text()).doesNotContain("of the machine",
						"root:");
				call("write_file", Map.of("path", "/tmp/" + path, "content", "x", "create_parent_dir", true));
				call("delete_file", Map.of("path", "/tmp/" + path));
				call("move_file", Map.of("source", "/tmp/" + path, "destination", "/tmp/stolen"));
			}
			assertThat(failure("read_file", Map.of("path", "/tmp/loop")))
				.startsWith("Too many levels of symbolic links");
			assertThat(read("/tmp/home/mine")).isEqualTo("mine\n");
			assertThat(outside).hasContent("of the machine");
		}
		finally {
			Files.delete(outside);
		}
	}

	@Test
	void aLinkIsDeletedAndNotWhatItLeadsTo() {
		this.client.shell(this.session, "cd $TMPDIR; mkdir d; echo x > d/f; ln -s d link");
		ok("delete_file", Map.of("path", "/tmp/link"));
		assertThat(read("/tmp/d/f")).isEqualTo("x\n");
	}

	@Test
	void aPipeIsNotAFile() {
		this.client.shell(this.session, "mkfifo $TMPDIR/pipe");
		assertThat(failure("read_file", Map.of("path", "/tmp/pipe"))).isEqualTo("Not a file: /tmp/pipe");
		assertThat(failure("write_file", Map.of("path", "/tmp/pipe", "content", "x")))
			.isEqualTo("Not a file: /tmp/pipe");
		assertThat(failure("read_file", Map.of("path", "/tmp"))).isEqualTo("Not a file: /tmp");
	}

	private ToolAnswer call(String tool, Map<String, ?> arguments) {
		return this.client.tool(this.session, tool, arguments);
	}

	private String ok(String tool, Map<String, ?> arguments) {
		ToolAnswer answer = call(tool, arguments);
		assertThat(answer.error()).as(answer.text()).isFalse();
		return answer.text();
	}

	private String failure(String tool, Map<String, ?> arguments) {
		ToolAnswer answer = call(tool, arguments);
		assertThat(answer.error()).as(answer.text()).isTrue();
		return answer.text();
	}

	private ToolAnswer write(String path, String content) {
		return new ToolAnswer(ok("write_file", Map.of("path", path, "content", content)), false);
	}

	private String read(String path) {
		return ok("read_file", Map.of("path", path));
	}

	private String search(Map<String, ?> arguments) {
		Map<String, Object> all = new LinkedHashMap<>(arguments);
		all.put("path", "/tmp");
		return ok("search_files", all);
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
