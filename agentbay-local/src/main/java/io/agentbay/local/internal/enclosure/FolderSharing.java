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

package io.agentbay.local.internal.enclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.internal.path.SharedFolder;
import io.agentbay.local.internal.process.Programs;

/**
 * Puts folders from outside into the file system behind walls. The system calls for that
 * are out of Java's reach, so a program in Python makes them: it is on nearly every
 * machine, and needs no library. Programs that run already see the folder as well.
 */
final class FolderSharing {

	private static final String HELPER = "python3";

	private static final long SECONDS = 20;

	private FolderSharing() {
	}

	/**
	 * Share a folder.
	 * @param folder the folder
	 * @param process the machine's number of a process behind the walls
	 */
	static void share(SharedFolder folder, long process) throws IOException {
		Path python = Programs.findInstalled(HELPER)
			.orElseThrow(() -> new IOException("This needs the program " + HELPER
					+ " on the machine of the runtime (Debian package python3), which is missing"));
		List<String> command = new ArrayList<>(List.of(python.toString(), "-I", "-S", "-c", source(),
				Long.toString(process), folder.readOnly() ? "ro" : "rw", folder.name(), folder.storage().toString()));
		command.addAll(folder.below());
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().clear();
		builder.environment().putAll(Map.of("PATH", Programs.PATH, "PYTHONUTF8", "1"));
		Process helper = builder.start();
		try {
			helper.getOutputStream().close();
			String said = new String(helper.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (!helper.waitFor(SECONDS, TimeUnit.SECONDS)) {
				throw new IOException("The folder was not put into the session in " + SECONDS + " s");
			}
			if (helper.exitValue() != 0) {
				throw new IOException("The folder cannot be put into the session: " + said);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while a folder was put into the session", ex);
		}
		finally {
			helper.destroyForcibly();
		}
	}

	private static String source() throws IOException {
		try (InputStream stream = FolderSharing.class.getResourceAsStream("share.py")) {
			if (stream == null) {
				throw new IOException("The runtime was packed without its part share.py");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
