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

package io.agentbay.local.internal.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gates to the ports of a session that has a network of its own: for each port that is
 * asked for there is one of this machine, and what comes there is passed on by a process
 * in the session.
 */
final class PortGates implements Companion {

	private static final Logger logger = LoggerFactory.getLogger(PortGates.class);

	private static final int BACKLOG = 50;

	private final Sandbox sandbox;

	private final Map<Integer, ServerSocket> gates = new ConcurrentHashMap<>();

	private final Set<PortRelay> relays = ConcurrentHashMap.newKeySet();

	PortGates(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	/**
	 * Open the gate to a port, unless it is open.
	 * @param port the port of the session
	 * @return the port of this machine
	 */
	synchronized int open(int port) throws IOException {
		ServerSocket present = this.gates.get(port);
		if (present == null) {
			ServerSocket gate = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
			this.gates.put(port, gate);
			daemon(() -> accept(gate, port));
			present = gate;
		}
		return present.getLocalPort();
	}

	private void accept(ServerSocket gate, int port) {
		try {
			while (true) {
				Socket client = gate.accept();
				daemon(() -> relay(client, port));
			}
		}
		catch (IOException ex) {
			// The session has ended.
		}
	}

	private void relay(Socket client, int port) {
		try (client) {
			client.setTcpNoDelay(true);
			PortRelay relay = new PortRelay(client);
			this.relays.add(relay);
			try {
				relay.run(this.sandbox, port);
			}
			finally {
				this.relays.remove(relay);
			}
		}
		catch (IOException ex) {
			logger.debug("A connection to port {} of a session broke off", port, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void daemon(Runnable work) {
		Thread thread = new Thread(work, "agentbay-local-gate");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public synchronized void afterEnd() throws IOException {
		for (ServerSocket gate : this.gates.values()) {
			gate.close();
		}
		for (PortRelay relay : this.relays) {
			relay.close();
		}
	}

}
