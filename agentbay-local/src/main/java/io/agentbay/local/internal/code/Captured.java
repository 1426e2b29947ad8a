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

package io.agentbay.local.internal.code;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.agentbay.local.internal.process.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Output that is kept until somebody takes it, up to a limit.
 */
final class Captured {

	private final String name;

	private final int limit;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private long length;

	private @Nullable Consumer<String> listener;

	Captured(String name, int limit) {
		this.name = name;
		this.limit = limit;
	}

	/**
	 * Hand output on as it comes instead of keeping it, what is kept included.
	 * @param listener takes whole characters; {@code null} to keep it again
	 */
	void handTo(@Nullable Consumer<String> listener) {
		byte[] before;
		synchronized (this) {
			this.listener = listener;
			before = this.kept.toByteArray();
			if (listener != null) {
				this.kept.reset();
				this.length = 0;
			}
		}
		if (listener != null) {
			handOn(listener, before);
		}
	}

	void add(byte[] bytes, int from, int to) {
		Consumer<String> hearing;
		byte[] all;
		synchronized (this) {
			hearing = this.listener;
			if (hearing == null) {
				keep(bytes, from, to);
				return;
			}
			this.kept.write(bytes, from, to - from);
			all = this.kept.toByteArray();
			this.kept.reset();
		}
		handOn(hearing, all);
	}

	/** Not under a lock: a listener may take its time. */
	private void handOn(Consumer<String> hearing, byte[] bytes) {
		int whole = Utf8.lastBoundary(bytes);
		synchronized (this) {
			this.kept.write(bytes, whole, bytes.length - whole);
		}
		if (whole > 0) {
			hearing.accept(new String(bytes, 0, whole, StandardCharsets.UTF_8));
		}
	}

	private void keep(byte[] bytes, int from, int to) {
		int room = this.limit - this.kept.size();
		this.kept.write(bytes, from, Math.min(to - from, room));
		this.length += to - from;
	}

	/**
	 * Take what there is; what comes later is kept anew.
	 */
	synchronized Taken take() {
		byte[] bytes = this.kept.toByteArray();
		boolean cut = this.length > bytes.length;
		String text = new String(bytes, 0, cut ? Utf8.lastBoundary(bytes) : bytes.length, StandardCharsets.UTF_8);
		String note = cut ? "[agentbay-local] %s was cut: the first %s of %s bytes are kept\n".formatted(this.name,
				this.limit, this.length) : "";
		this.kept.reset();
		this.length = 0;
		return new Taken(text, note);
	}

	/**
	 * Output.
	 *
	 * @param text what was kept
	 * @param note says that not all was kept; else empty
	 */
	record Taken(String text, String note) {
	}

}
