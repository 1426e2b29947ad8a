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

package io.agentbay.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks at the processes of this machine, as nobody inside a session can.
 */
final class MachineProcesses {

	private MachineProcesses() {
	}

	static List<String> commandLinesContaining(String text) {
		return find((process) -> read(process, "cmdline").contains(text));
	}

	static List<String> withEnvironment(String entry) {
		return find((process) -> ("\0" + read(process, "environ")).contains("\0" + entry + "\0"));
	}

	private static List<String> find(Predicate<Path> filter) {
		List<String> found = new ArrayList<>();
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
			for (Path process : processes) {
				if (filter.test(process)) {
					found.add(process.getFileName() + ": " + read(process, "cmdline").replace('\0', ' '));
				}
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return found;
	}

	private static String read(Path process, String file) {
		try {
			return Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
