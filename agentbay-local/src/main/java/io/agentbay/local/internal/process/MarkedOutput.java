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

package io.agentbay.local.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * One output stream of a shell, up to the mark that the shell prints when its command is
 * done. What comes after the mark is from processes left in the background: it is read,
 * so that they do not stumble over a closed pipe, and dropped.
 */
public final class MarkedOutput implements Runnable {

	private final InputStream source;

	private final byte[] mark;

	private final byte[] beginning;

	private boolean begun;

	private final int limit;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

	private final CompletableFuture<Void> closed = new CompletableFuture<>();

	private byte[] undecided = {};

	private long length;

	private boolean marked;

	/**
	 * Create a reader; it reads when it is run.
	 * @param source the stream
	 * @param mark the text that announces the end; a blank, the exit code and a line end
	 * follow it
	 * @param limit how many bytes are kept
	 */
	public MarkedOutput(InputStream source, String mark, int limit) {
		this.source = source;
		this.mark = ("\n" + mark + " ").getBytes(StandardCharsets.US_ASCII);
		this.beginning = beginning(mark).getBytes(StandardCharsets.US_ASCII);
		this.limit = limit;
	}

	/**
	 * What the shell says first, on its error output, when it has got the command.
	 */
	public static String beginning(String mark) {
		return mark + "+";
	}

	/**
	 * Whether the shell has got the command.
	 */
	public synchronized boolean hasBegun() {
		return this.begun;
	}

	@Override
	public void run() {
		byte[] chunk = new byte[16384];
		try (InputStream input = this.source) {
			for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
				accept(chunk, count);
			}
		}
		catch (IOException ex) {
			// The process was killed: what has been read is what there is.
		}
		finally {
			finish();
			this.closed.complete(null);
		}
	}

	/**
	 * Completes with the exit code when the mark has been read, or with {@code null} when
	 * the stream ended without one because the shell was killed.
	 */
	public CompletableFuture<Integer> exitCode() {
		return this.exitCode;
	}

	/**
	 * Completes when the last process that could write to the stream is gone.
	 */
	public CompletableFuture<Void> closed() {
		return this.closed;
	}

	/**
	 * The output so far, at most as much as the limit allows.
	 */
	public synchronized String text() {
		byte[] bytes = this.kept.toByteArray();
		int end = (this.length > bytes.length) ? Utf8.lastBoundary(bytes) : bytes.length;
		return new String(bytes, 0, end, StandardCharsets.UTF_8);
	}

	/**
	 * How many bytes the command has written so far.
	 */
	public synchronized long length() {
		return this.length;
	}

	/**
	 * Whether output was dropped because there was more than the limit allows.
	 */
	public synchronized boolean isCut() {
		return this.length > this.limit;
	}

	private synchronized void accept(byte[] chunk, int count) {
		if (this.marked) {
			return;
		}
		byte[] window = new byte[this.undecided.length + count];
		System.arraycopy(this.undecided, 0, window, 0, this.undecided.length);
		System.arraycopy(chunk, 0, window, this.undecided.length, count);
		if (!this.begun && this.length == 0 && startsWith(window, this.beginning)) {
			this.begun = true;
			window = tail(window, this.beginning.length);
		}
		int found = indexOf(window, this.mark);
		if (found < 0) {
			int settled = Math.max(0, window.length - this.mark.length);
			keep(window, settled);
			this.undecided = tail(window, settled);
			return;
		}
		int end = indexOf(tail(window, found + this.mark.length), new byte[] { '\n' });
		if (end < 0) {
			this.undecided = window;
			return;
		}
		keep(window, found);
		this.undecided = new byte[0];
		this.marked = true;
		String code = new String(window, found + this.mark.length, end, StandardCharsets.US_ASCII);
		this.exitCode.complete(Integer.valueOf(code));
	}

	private synchronized void finish() {
		keep(this.undecided, this.undecided.length);
		this.undecided = new byte[0];
		this.exitCode.complete(null);
	}

	private void keep(byte[] bytes, int count) {
		this.kept.write(bytes, 0, Math.min(count, this.limit - this.kept.size()));
		this.length += count;
	}

	private static byte[] tail(byte[] bytes, int from) {
		byte[] tail = new byte[bytes.length - from];
		System.arraycopy(bytes, from, tail, 0, tail.length);
		return tail;
	}

	private static boolean startsWith(byte[] bytes, byte[] beginning) {
		return bytes.length >= beginning.length
				&& Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
	}

	private static int indexOf(byte[] bytes, byte[] sought) {
		for (int i = 0; i <= bytes.length - sought.length; i++) {
			int matched = 0;
			while (matched < sought.length && bytes[i + matched] == sought[matched]) {
				matched++;
			}
			if (matched == sought.length) {
				return i;
			}
		}
		return -1;
	}

}
