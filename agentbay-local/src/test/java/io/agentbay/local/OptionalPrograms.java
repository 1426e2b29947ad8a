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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * Programs that a machine may lack. Tests that need them are skipped there.
 */
final class OptionalPrograms {

	private OptionalPrograms() {
	}

	static void require(String packages, String... programs) {
		boolean present = Stream.of(programs).allMatch((name) -> Files.isExecutable(Path.of("/usr/bin", name)));
		Assumptions.assumeTrue(present, "programs are missing (Debian packages: %s)".formatted(packages));
	}

}
