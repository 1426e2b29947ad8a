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

package io.agentbay.internal.filesystem;

import io.agentbay.AgentBay;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.FileSystem;
import io.agentbay.session.SessionState;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the answers of the filesystem tools are taken for.
 */
class FileAnswerTests {

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().maxReplySize(DataSize.ofKilobytes(200)).build();

	private final FileSystem files = this.agentBay.restore(SessionState.builder(Replies.SESSION).build()).fileSystem();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void entriesAreListed() {
		this.server.answers(Replies.toolText("Contents:\n[DIR] a b\r\n[FILE]  c\n"));
		assertThat(this.files.list("/x")).containsExactly(new DirectoryEntry("a b", true),
				new DirectoryEntry(" c", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[FILE] a\nb\n[DIR] c", "[FILE] a\nb", "[FILE] a\n\n[DIR] c" })
	void theRestOfANameIsNoEntryAndNotLeftOut(String answer) {
		this.server.answers(Replies.toolText(answer)).answers(Replies.toolError("No such file or directory: /x/a"));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> this.files.list("/x"))
			.withMessageContaining("line end");
	}

	@Test
	void anEntryWhoseNameGoesOnIsNotTakenForAnotherOfThatName() {
		this.server.answers(Replies.toolText("[FILE] a\n[FILE] a\nb"));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> this.files.list("/x"))
			.withMessageContaining("line end");
	}

	@Test
	void otherLinesAreAllowedBehindAnEntryThatIsThere() {
		this.server.answers(Replies.toolText("[FILE] a\n1 entry"))
			.answers(Replies.toolText("size: 3\nisDirectory: false"));
		assertThat(this.files.list("/x")).containsExactly(new DirectoryEntry("a", false));
	}

	@Test
	void whatIsFoundIsBelowTheDirectory() {
		this.server.answers(Replies.toolText("/x/a\n/x/b c\n"));
		assertThat(this.files.search("/x", "*")).containsExactly("/x/a", "/x/b c");
		this.server.answers(Replies.toolText("/x/a\n/etc/passwd"));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> this.files.search("/x/", "*"))
			.withMessageContaining("line end");
		this.server.answers(Replies.toolText("a\nsub/b"));
		assertThat(this.files.search("/x", "*")).containsExactly("a", "sub/b");
	}

	@Test
	void aFileWithContentButNoSizeIsReadToItsEnd() {
		this.server.answers(Replies.toolText("size: 0\nisDirectory: false"))
			.answers(Replies.toolText("YWJj"))
			.answers(Replies.toolText("ZA=="))
			.answers(Replies.toolText(""));
		assertThat(this.files.read("/proc/x")).isEqualTo("abcd");
	}

	@Test
	void aFileWithoutEndIsReadToTheLimit() {
		String piece = "YWJj".repeat(17_000);
		this.server.answersOtherwise((request) -> Replies
			.toolText(request.form().get("Name").equals("read_file") ? piece : "size: 0\nisDirectory: false"));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> this.files.readBytes("/proc/x"))
			.withMessageContaining("maxReplySize");
		assertThat(this.server.requests()).hasSizeLessThan(8);
	}

	@Test
	void aFileThatGrowsIsReadAsFarAsItWent() {
		this.server.answers(Replies.toolText("size: 3\nisDirectory: false")).answers(Replies.toolText("YWJj"));
		assertThat(this.files.read("/log")).isEqualTo("abc");
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void overTheDirectLinkALargeFileIsTheSameError() {
		this.server.answers(Replies.sessionWithLink(this.server.endpoint() + "/link")
			.replace("{\\\"name\\\":\\\"shell\\\"",
					"{\\\"name\\\":\\\"read_file\\\",\\\"server\\\":\\\"fs\\\"},{\\\"name\\\":\\\"shell\\\""));
		FileSystem direct = this.agentBay.get(Replies.SESSION).fileSystem();
		this.server.answers("{\"data\":{\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"" + "YWJj".repeat(60_000)
				+ "\"}]}}}");
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> direct.readBytes("/a"))
			.withMessageContaining("maxReplySize");
	}

}
