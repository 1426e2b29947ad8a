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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.local.internal.adb.DeviceShell.Result;

/**
 * What a stream is opened for: to run a command. Files are not transferred, ports not
 * forwarded, and there is no terminal.
 *
 * @param line the command
 * @param packets whether output, error output and exit code are told apart, as version 2
 * of the service does; else the outputs come one after the other
 * @param errors whether the error output is wanted
 */
record AdbService(String line, boolean packets, boolean errors) {

	private static final Pattern NAME = Pattern.compile("(shell|exec)((?:,[^,:]*)*):(.*)", Pattern.DOTALL);

	private static final byte STDOUT = 1;

	private static final byte STDERR = 2;

	private static final byte EXIT = 3;

	private static final int PACKET_HEADER = 5;

	/**
	 * Find a service.
	 * @param name its name with arguments and command
	 * @return the service, if it is offered
	 */
	static Optional<AdbService> of(String name) {
		Matcher matcher = NAME.matcher(name);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		boolean shell = matcher.group(1).equals("shell");
		return Optional.of(new AdbService(matcher.group(3).strip(), shell && matcher.group(2).contains(",v2"), shell));
	}

	/**
	 * Run the command.
	 * @return what the stream then carries
	 */
	ByteBuffer run(DeviceShell shell) throws InterruptedException {
		Result result = this.line.isEmpty() ? Result.failure(1, "There is no terminal here: name a command")
				: result(shell);
		if (this.packets) {
			ByteBuffer data = ByteBuffer
				.allocate(3 * PACKET_HEADER + result.stdout().length + result.stderr().length + 1)
				.order(ByteOrder.LITTLE_ENDIAN);
			data.put(STDOUT).putInt(result.stdout().length).put(result.stdout());
			data.put(STDERR).putInt(result.stderr().length).put(result.stderr());
			return data.put(EXIT).putInt(1).put((byte) result.exitCode()).flip();
		}
		byte[] stderr = this.errors ? result.stderr() : new byte[0];
		return ByteBuffer.allocate(result.stdout().length + stderr.length).put(result.stdout()).put(stderr).flip();
	}

	private Result result(DeviceShell shell) throws InterruptedException {
		try {
			return shell.run(this.line);
		}
		catch (IOException ex) {
			return Result.failure(1, "Error: " + ex.getMessage());
		}
	}

}
