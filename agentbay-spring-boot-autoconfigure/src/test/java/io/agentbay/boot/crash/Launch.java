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

package io.agentbay.boot.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a {@link CrashingApplication} is started in a JVM of its own.
 *
 * @param options the options of the JVM
 * @param classPath its class path
 */
record Launch(List<String> options, String classPath) {

	private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m",
			"-Xshare:auto");

	static Launch plain() {
		return new Launch(SMALL, ownClassPath());
	}

	/**
	 * With an archive of the classes, a start takes three fifths of the processor's time.
	 * One instance is started and ended to make it.
	 */
	static Launch withArchive(Path directory, List<String> arguments) throws IOException, InterruptedException {
		String classPath = inJars(directory);
		Path archive = directory.resolve("classes.jsa");
		try (Victim first = Victim.start(new Launch(with("-XX:ArchiveClassesAtExit=" + archive), classPath),
				arguments)) {
			first.awaitWork();
			first.terminate();
			first.awaitEnd();
			assertThat(archive).as(first.output()).exists();
		}
		return new Launch(with("-XX:SharedArchiveFile=" + archive), classPath);
	}

	private static List<String> with(String option) {
		return Stream.concat(SMALL.stream(), Stream.of(option)).toList();
	}

	/** The class path of this process, which surefire may hide in a manifest. */
	private static String ownClassPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
			.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
	}

	/** Archives know no directories. */
	private static String inJars(Path directory) throws IOException {
		List<String> entries = new ArrayList<>();
		for (String entry : ownClassPath().split(File.pathSeparator)) {
			Path path = Path.of(entry);
			entries.add(Files.isDirectory(path)
					? packed(path, directory.resolve("classes-" + entries.size() + ".jar")).toString() : entry);
		}
		return String.join(File.pathSeparator, entries);
	}

	private static Path packed(Path directory, Path jar) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream out = new JarOutputStream(file);
				Stream<Path> files = Files.walk(directory)) {
			for (Path path : files.sorted().toList()) {
				String name = directory.relativize(path).toString().replace(File.separatorChar, '/');
				if (!name.isEmpty()) {
					out.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
					if (!Files.isDirectory(path)) {
						Files.copy(path, out);
					}
					out.closeEntry();
				}
			}
		}
		return jar;
	}

}
