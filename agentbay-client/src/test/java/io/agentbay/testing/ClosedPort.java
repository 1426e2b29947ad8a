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
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import org.awaitility.Awaitility;

/**
 * A port at which nobody listens, nor begins to while this is open: a port that is merely
 * free is soon another test's.
 */
public final class ClosedPort implements AutoCloseable {

	private final Socket holder = new Socket();

	/** Any port. */
	public ClosedPort() {
		this(0);
	}

	/** Who listened there may take some moments to let go. */
	ClosedPort(int port) {
		Awaitility.await().ignoreException(BindException.class).until(() -> {
			this.holder.setReuseAddress(true);
			this.holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		});
	}

	public int number() {
		return this.holder.getLocalPort();
	}

	@Override
	public void close() {
		try {
			this.holder.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
