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

package io.agentbay.internal.blocking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

import io.agentbay.error.AgentBayException;
import reactor.core.publisher.Mono;

/**
 * What is written is passed on to a program in a session at once.
 */
abstract class PassedOnInput extends OutputStream {

	private boolean closed;

	/**
	 * Pass bytes on.
	 * @param bytes the bytes, which nobody changes any more
	 * @return completes when they are on their way
	 */
	abstract Mono<Void> pass(byte[] bytes);

	synchronized boolean isClosed() {
		return this.closed;
	}

	synchronized void refuseFurther() {
		this.closed = true;
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		if (this.closed) {
			throw new IOException("The stream was closed");
		}
		await(pass(Arrays.copyOfRange(bytes, offset, offset + length)));
	}

	static void await(Mono<Void> operation) throws IOException {
		try {
			Blocking.run(operation);
		}
		catch (AgentBayException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

}
