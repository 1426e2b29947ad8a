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

package io.agentbay.local.internal.adb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks the protocol of {@code adb} on a port of its own, as the program of the same
 * name on a device does.
 */
public final class AdbDaemon implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AdbDaemon.class);

	private static final int MAX_CONNECTIONS = 8;

	private final ServerSocket listener;

	private final Executor threads;

	private final DeviceShell shell;

	private final Collection<AdbKey> keys = ConcurrentHashMap.newKeySet();

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private AdbDaemon(ServerSocket listener, Executor threads, DeviceShell shell) {
		this.listener = listener;
		this.threads = threads;
		this.shell = shell;
	}

	/**
	 * Begin to listen, on any free port. Nobody may connect yet.
	 * @param host the address of this machine to listen on
	 * @param threads one for listening, and one for each connection
	 * @param shell the shell of the device
	 * @return the daemon
	 * @throws IOException if there is no such address, or no port
	 */
	public static AdbDaemon start(String host, Executor threads, DeviceShell shell) throws IOException {
		AdbDaemon daemon = new AdbDaemon(new ServerSocket(0, MAX_CONNECTIONS, InetAddress.getByName(host)), threads,
				shell);
		threads.execute(daemon::listen);
		return daemon;
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * Let somebody connect.
	 * @param key whose signature is accepted
	 */
	public void trust(AdbKey key) {
		this.keys.add(key);
	}

	/**
	 * End all connections and listen no more.
	 */
	@Override
	public void close() {
		close(this.listener);
		this.connections.forEach(AdbDaemon::close);
	}

	private void listen() {
		try (this.listener) {
			for (;;) {
				Socket connection = this.listener.accept();
				if (this.connections.size() >= MAX_CONNECTIONS) {
					close(connection);
					continue;
				}
				this.connections.add(connection);
				if (this.listener.isClosed()) {
					close(connection);
				}
				this.threads.execute(() -> serve(connection));
			}
		}
		catch (IOException | RejectedExecutionException ex) {
			logger.debug("A phone cannot be reached by adb any more: {}", ex.getMessage());
			close();
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			connection.setTcpNoDelay(true);
			new AdbConnection(connection, this.keys, this.shell).serve();
		}
		catch (IOException ex) {
			logger.debug("A connection of adb has ended: {}", ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.connections.remove(connection);
		}
	}

	private static void close(AutoCloseable socket) {
		try {
			socket.close();
		}
		catch (Exception ex) {
			logger.debug("A socket could not be closed: {}", ex.getMessage());
		}
	}

}
