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

package io.agentbay.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.agentbay.AgentBay;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;

import org.springframework.util.FileSystemUtils;

/**
 * Sends a large file to a session and fetches it again, by a client whose JVM has a small
 * heap. The local runtime is in a JVM of its own, and what comes back is compared with
 * what was sent.
 */
public final class LargeFileTransfer {

	private static final TransferOptions PATIENT = TransferOptions.defaults().withWaitTimeout(Duration.ofMinutes(10));

	private LargeFileTransfer() {
	}

	/**
	 * Measure.
	 * @param arguments the size of the file and of the client's heap, each in MiB; 1024
	 * and 64 if they are left out
	 * @throws Exception if something failed
	 */
	public static void main(String[] arguments) throws Exception {
		int size = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 1024;
		int heap = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 64;
		Path directory = Files.createTempDirectory("agentbay-benchmark");
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			Path sent = RandomFile.write(directory.resolve("sent"), size);
			Path fetched = directory.resolve("fetched");
			int exit = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx" + heap + "m",
					"-cp", ManagementFactory.getRuntimeMXBean().getClassPath(), Client.class.getName(),
					runtime.endpoint().toString(), runtime.apiKey(), sent.toString(), fetched.toString())
				.inheritIO()
				.start()
				.waitFor();
			if (exit != 0 || Files.mismatch(sent, fetched) >= 0) {
				throw new IllegalStateException("The file did not come back as it was");
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	/**
	 * The client, in the JVM with the small heap.
	 */
	static final class Client {

		private Client() {
		}

		/**
		 * Send and fetch.
		 * @param arguments endpoint, key, the file to send, where to put it again
		 * @throws IOException if the file cannot be read
		 */
		public static void main(String[] arguments) throws IOException {
			Path sent = Path.of(arguments[2]);
			long bytes = Files.size(sent);
			try (AgentBay agentBay = AgentBay.builder().endpoint(arguments[0]).apiKey(arguments[1]).build();
					Session session = agentBay.create()) {
				System.out.printf("heap of %d MiB at most%n", Runtime.getRuntime().maxMemory() / RandomFile.MEBIBYTE);
				long start = System.nanoTime();
				session.fileSystem().upload(UploadSource.of(sent), "large.bin", PATIENT);
				report("up", bytes, start);
				start = System.nanoTime();
				session.fileSystem().download("large.bin", Path.of(arguments[3]), PATIENT);
				report("down", bytes, start);
			}
		}

		private static void report(String direction, long bytes, long start) {
			double seconds = (System.nanoTime() - start) / 1e9;
			System.out.printf("%s: %d MiB in %.1f s, %.0f MiB/s%n", direction, bytes / RandomFile.MEBIBYTE, seconds,
					bytes / RandomFile.MEBIBYTE / seconds);
		}

	}

}
