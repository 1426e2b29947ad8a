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

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that go through the gateway in pieces of about 50 KiB, one call each.
 */
@Tag("failure")
class FilePiecesTests {

	private static final String FILE = "/tmp/pieces.txt";

	private final LocalAgentBay runtime = LocalAgentBay.builder().directLink(false).start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).responseTimeout(Duration.ofSeconds(2)).build();

	private final Session session = this.agentBay.create();

	@AfterEach
	void close() {
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	void aPieceThatIsAcknowledgedTooLateIsNotCalledWrittenAndNotWrittenAgain() {
		String text = numbered(20_000);
		this.runtime.faults().onNext("CallMcpTool", Fault.delay(Duration.ZERO));
		this.runtime.faults().onNext("CallMcpTool", Fault.delayAnswer(Duration.ofSeconds(20)));
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.session.fileSystem().write(FILE, text))
			.withMessageContaining("write_file")
			.withMessageContaining("characters were written");
		assertThat(this.runtime.journal().toolCalls("write_file")).hasSize(2);
		String written = this.session.fileSystem().read(FILE);
		assertThat(written).isNotEmpty().hasSizeLessThan(text.length());
		assertThat(text).startsWith(written);
	}

	@Test
	void charactersOnTheBordersOfPiecesArriveWhole() {
		for (int shift = 0; shift < 4; shift++) {
			String text = "x".repeat(shift) + "🚀".repeat(30_000);
			this.session.fileSystem().write(FILE, text);
			assertThat(this.session.fileSystem().info(FILE).size())
				.isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
			assertThat(this.session.fileSystem().read(FILE).equals(text)).isTrue();
		}
	}

	@Test
	void aFileThatIsTooLargeForTheMemoryIsRefusedBeforeItIsRead() {
		this.session.command().run("truncate -s 2G " + FILE);
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.session.fileSystem().readBytes(FILE))
			.withMessageContaining("maxReplySize");
		assertThat(this.runtime.journal().toolCalls("read_file")).isEmpty();
	}

	@Test
	void allPiecesOfAFileShareOneDeadline() {
		String text = numbered(100_000);
		try (AgentBay impatient = LocalClient.of(this.runtime).operationTimeout(Duration.ofMillis(1)).build()) {
			Session hurried = impatient.restore(this.session.state());
			assertThatExceptionOfType(AgentBayException.class).isThrownBy(() -> hurried.fileSystem().write(FILE, text));
			assertThatExceptionOfType(AgentBayException.class)
				.isThrownBy(() -> hurried.fileSystem().writeBytes(FILE, new byte[1_000_000]));
		}
		assertThat(this.runtime.journal().toolCalls("write_file")).hasSizeLessThan(3);
		assertThat(this.runtime.journal().toolCalls("shell")).hasSizeLessThan(3);
	}

	@Test
	void aPieceThatIsRefusedSaysHowManyBytesAreThere() {
		this.runtime.faults().onNext("CallMcpTool", Fault.delay(Duration.ZERO));
		this.runtime.faults().onNext("CallMcpTool", Fault.answer(400, "{\"Code\":\"No\",\"Message\":\"no\"}"));
		assertThatExceptionOfType(PartialFailureException.class)
			.isThrownBy(() -> this.session.fileSystem().writeBytes(FILE, new byte[100_000]))
			.withMessageContaining("Only the first 36864 bytes were written");
	}

	private static String numbered(int lines) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < lines; i++) {
			text.append("line ").append(i).append('\n');
		}
		return text.toString();
	}

}
