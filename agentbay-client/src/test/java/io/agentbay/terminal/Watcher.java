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

package io.agentbay.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import reactor.core.Disposable;

import org.springframework.core.io.buffer.DataBuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Reads a terminal, and waits for what is to appear on it.
 */
final class Watcher {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ByteArrayOutputStream all = new ByteArrayOutputStream();

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	private final Terminal terminal;

	private final Screen screen;

	private final Disposable reading;

	Watcher(Terminal terminal) {
		this(terminal, 80, 24);
	}

	Watcher(Terminal terminal, int columns, int rows) {
		this.terminal = terminal;
		this.screen = new Screen(columns, rows);
		this.reading = terminal.reactive()
			.output()
			.subscribe(this::read, this.end::completeExceptionally, () -> this.end.complete(null));
	}

	private synchronized void read(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		this.all.writeBytes(bytes);
		this.screen.show(new String(bytes, StandardCharsets.UTF_8));
	}

	synchronized byte[] bytes() {
		return this.all.toByteArray();
	}

	String text() {
		return new String(bytes(), StandardCharsets.UTF_8);
	}

	Screen screen() {
		return this.screen;
	}

	Terminal terminal() {
		return this.terminal;
	}

	CompletableFuture<Void> end() {
		return this.end;
	}

	void stop() {
		this.reading.dispose();
	}

	void awaitText(String expected) {
		await().atMost(PATIENCE).failFast(() -> {
			assertThat(this.end.isDone() && !text().contains(expected)).as("whether the output ended: %s", text())
				.isFalse();
		}).untilAsserted(() -> assertThat(text()).contains(expected));
	}

	void awaitScreen(String expected) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.screen.text()).contains(expected));
	}

}
