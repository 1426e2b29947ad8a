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

package io.agentbay.sample;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes the sample ahead of time, as the build of a native image does, and starts it
 * with what was generated.
 */
class AheadOfTimeTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	/** Outside the project, so that no .env file gives the sample a key. */
	@TempDir
	private Path directory;

	@Test
	void theProcessedSampleStartsAndServes() throws Exception {
		Path sources = this.directory.resolve("sources");
		Path resources = this.directory.resolve("resources");
		Path classes = Files.createDirectories(this.directory.resolve("classes"));
		Process processor = start("processor.txt", classPath(), SpringApplicationAotProcessor.class.getName(),
				SampleApplication.class.getName(), sources.toString(), resources.toString(), classes.toString(),
				"io.agentbay", "sample-app");
		assertThat(processor.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(processor.exitValue()).as(read("processor.txt")).isZero();
		assertThat(read("processor.txt")).doesNotContain("WARN", "ERROR", "Exception");
		compile(sources, classes);

		Process sample = start("sample.txt",
				Stream.of(classes, resources)
					.map(Path::toString)
					.reduce(classPath(), (path, entry) -> entry + File.pathSeparator + path),
				"-Dspring.aot.enabled=true", SampleApplication.class.getName(), "--server.port=0",
				"--agentbay.local.data-directory=" + this.directory.resolve("data"));
		try {
			RestClient http = RestClient.create("http://127.0.0.1:" + awaitPort(sample));
			assertThat(read("sample.txt")).contains("Starting AOT-processed SampleApplication");
			http.post().uri("/sessions").retrieve().toBodilessEntity();
			assertThat(http.get().uri("/sessions").retrieve().body(Object[].class)).hasSize(1);
			assertThat(http.get().uri("/actuator/health").retrieve().body(String.class)).contains("\"agentbay\"");
			sample.destroy();
			assertThat(sample.waitFor(1, TimeUnit.MINUTES)).isTrue();
			assertThat(read("sample.txt")).contains("Deleted 1 AgentBay session(s)");
		}
		finally {
			sample.destroyForcibly();
		}
	}

	private static String classPath() {
		return System.getProperty("java.class.path");
	}

	private Process start(String output, String classPath, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(ProcessHandle.current().info().command().orElse("java"), "-cp", classPath));
		command.addAll(Arrays.asList(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve(output).toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("AGENTBAY_"));
		return builder.start();
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> arguments = new ArrayList<>(
				List.of("-proc:none", "-nowarn", "-parameters", "-cp", classPath(), "-d", classes.toString()));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((name) -> name.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(arguments).as("generated sources").hasSizeGreaterThan(20);
		assertThat(compiler.run(null, null, null, arguments.toArray(new String[0]))).isZero();
	}

	private String awaitPort(Process sample) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.failFast("the sample ended", () -> !sample.isAlive())
			.until(() -> PORT.matcher(read("sample.txt")), Matcher::find)
			.group(1);
	}

	private String read(String output) throws IOException {
		return Files.readString(this.directory.resolve(output));
	}

}
