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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.internal.process.Programs;

/**
 * Finds out, once per JVM, whether bubblewrap works on this machine.
 */
public final class BubblewrapCheck {

	private static final Optional<String> OBSTACLE = look();

	private BubblewrapCheck() {
	}

	/**
	 * What stands in the way, if anything does.
	 */
	public static Optional<String> obstacle() {
		return OBSTACLE;
	}

	private static Optional<String> look() {
		Optional<Path> bubblewrap = Programs.find("bwrap");
		if (bubblewrap.isEmpty()) {
			return Optional.of("the program bwrap is missing (Debian package: bubblewrap)");
		}
		if (Programs.find("nsenter").isEmpty()) {
			return Optional.of("the program nsenter is missing (Debian package: util-linux)");
		}
		try {
			Process process = new ProcessBuilder(bubblewrap.get().toString(), "--unshare-user", "--unshare-pid",
					"--ro-bind", "/", "/", "/bin/sh", "-c", "exit 0")
				.redirectErrorStream(true)
				.start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (!process.waitFor(5, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				return Optional.of("bwrap does not end");
			}
			return (process.exitValue() != 0) ? Optional.of("bwrap does not work here: " + output) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.of("bwrap cannot be started: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.of("interrupted while bwrap was tried");
		}
	}

}
