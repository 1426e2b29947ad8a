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

import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that go through the gateway in pieces of about 50 KiB, one call each.
 */
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

	private static String numbered(int lines) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < lines; i++) {
			text.append("line ").append(i).append('\n');
		}
		return text.toString();
	}

}
