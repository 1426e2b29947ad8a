package io.agentbay.local.code;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.agentbay.local.sandbox.Utf8;

/**
 * Output that is kept until somebody takes it, up to a limit.
 */
final class Captured {

	private final String name;

	private final int limit;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private long length;

	Captured(String name, int limit) {
		this.name = name;
		this.limit = limit;
	}

	synchronized void add(byte[] bytes, int from, int to) {
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
		String note = cut ? "[agentbay-local] %s was cut: the first %d of %d bytes are kept\n".formatted(this.name,
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
