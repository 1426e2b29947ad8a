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
import java.nio.charset.StandardCharsets;

/**
 * The shell of a device.
 */
@FunctionalInterface
public interface DeviceShell {

	/**
	 * Run a command and wait for it.
	 * @param line the command as it is typed
	 * @return what became of it
	 * @throws IOException if the device cannot be used
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	Result run(String line) throws IOException, InterruptedException;

	/**
	 * What became of a command.
	 *
	 * @param stdout its output
	 * @param stderr its error output
	 * @param exitCode its exit code
	 */
	record Result(byte[] stdout, byte[] stderr, int exitCode) {

		static Result of(byte[] stdout) {
			return new Result(stdout, new byte[0], 0);
		}

		static Result of(String stdout) {
			return of(stdout.getBytes(StandardCharsets.UTF_8));
		}

		static Result failure(int exitCode, String stderr) {
			return new Result(new byte[0], (stderr + "\n").getBytes(StandardCharsets.UTF_8), exitCode);
		}

		/**
		 * Its output as a text.
		 * @return the text
		 */
		public String text() {
			return new String(this.stdout, StandardCharsets.UTF_8);
		}

		/**
		 * Its error output as a text.
		 * @return the text
		 */
		public String errorText() {
			return new String(this.stderr, StandardCharsets.UTF_8);
		}

	}

}
