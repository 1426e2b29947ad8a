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

package io.agentbay.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server and, at one given byte, cuts the connection, holds
 * it up or changes the byte. Counts the bytes of both directions.
 */
public final class FaultProxy implements AutoCloseable {

	/** Where a fault strikes. */
	public enum Direction {

		/** On the way to the server. */
		REQUEST,

		/** On the way to the client. */
		RESPONSE

	}

	/** What a fault does. */
	public enum Kind {

		/** Both sides see the end of the connection. */
		CUT,

		/** The rest comes later. */
		DELAY,

		/** One bit of the byte is another. */
		GARBLE

	}

	private final URI target;

	private final Listener listener = new Listener("fault-proxy");

	private final long[] passed = new long[2];

	private @Nullable Fault fault;

	public FaultProxy(URI target) {
		this.target = target;
		this.listener.start(this::serve);
	}

	public String endpoint() {
		return "http://" + address();
	}

	private String address() {
		return this.listener.address();
	}

	/**
	 * Let a fault strike once.
	 * @param kind what happens
	 * @param direction on which way
	 * @param offset after how many more bytes
	 * @param pause for how long, if the fault is a delay
	 */
	public synchronized void strike(Kind kind, Direction direction, long offset, Duration pause) {
		this.fault = new Fault(kind, direction, this.passed[direction.ordinal()] + offset, pause);
	}

	/** Whether the fault has struck; it never does otherwise from now on. */
	public synchronized boolean disarm() {
		boolean struck = this.fault == null;
		this.fault = null;
		return struck;
	}

	public synchronized long passed(Direction direction) {
		return this.passed[direction.ordinal()];
	}

	private void serve(Socket client) {
		try {
			Socket server = new Socket(this.target.getHost(), this.target.getPort());
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			this.listener.connections().removeIf(Socket::isClosed);
			this.listener.connections().add(server);
			this.listener.daemon(() -> pump(client, server, Direction.REQUEST));
			pump(server, client, Direction.RESPONSE);
		}
		catch (IOException ex) {
			// One side has gone.
		}
	}

	private void pump(Socket from, Socket to, Direction direction) {
		byte[] buffer = new byte[65536];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (direction == Direction.RESPONSE) {
					hideTarget(buffer, read);
				}
				if (!forward(buffer, read, out, direction)) {
					return;
				}
			}
		}
		catch (IOException ex) {
			// One side has gone; the other is closed by now.
		}
	}

	private boolean forward(byte[] buffer, int length, OutputStream out, Direction direction) throws IOException {
		Fault due = take(length, direction);
		if (due == null) {
			out.write(buffer, 0, length);
			return true;
		}
		int before = (int) (due.at() - (passed(direction) - length));
		switch (due.kind()) {
			case CUT -> {
				out.write(buffer, 0, before);
				out.flush();
				return false;
			}
			case DELAY -> {
				out.write(buffer, 0, before);
				out.flush();
				sleep(due.pause());
				out.write(buffer, before, length - before);
			}
			case GARBLE -> {
				buffer[before] ^= 1;
				out.write(buffer, 0, length);
			}
		}
		return true;
	}

	private synchronized @Nullable Fault take(int length, Direction direction) {
		int index = direction.ordinal();
		long start = this.passed[index];
		this.passed[index] += length;
		Fault due = this.fault;
		if (due == null || due.direction() != direction || due.at() >= start + length) {
			return null;
		}
		this.fault = null;
		return due;
	}

	/**
	 * Addresses in answers lead back to this proxy. Both ports have five digits, so no
	 * length changes.
	 */
	private void hideTarget(byte[] buffer, int length) {
		String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
		String other = this.target.getHost() + ":" + this.target.getPort();
		if (text.contains(other) && other.length() == address().length()) {
			byte[] changed = text.replace(other, address()).getBytes(StandardCharsets.ISO_8859_1);
			System.arraycopy(changed, 0, buffer, 0, length);
		}
	}

	private static void sleep(Duration pause) {
		try {
			Thread.sleep(pause.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.listener.close();
	}

	private record Fault(Kind kind, Direction direction, long at, Duration pause) {
	}

}
