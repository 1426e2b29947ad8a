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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Listens on the loopback address and serves each connection on a thread of its own,
 * until it is closed, and all connections with it.
 */
public final class Listener implements AutoCloseable {

	private final String name;

	private final ServerSocket socket;

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	public Listener(String name) {
		this.name = name;
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Begin to serve. */
	public void start(Service service) {
		daemon(() -> accept(service));
	}

	public String address() {
		return "127.0.0.1:" + this.socket.getLocalPort();
	}

	List<Socket> connections() {
		return this.connections;
	}

	private void accept(Service service) {
		try {
			while (true) {
				Socket connection = this.socket.accept();
				this.connections.add(connection);
				daemon(() -> service.serve(connection));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	void daemon(Runnable work) {
		Thread thread = new Thread(work, this.name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Serves a connection. */
	@FunctionalInterface
	public interface Service {

		void serve(Socket connection);

	}

}
