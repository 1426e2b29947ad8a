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

package io.agentbay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.agentbay.code.CodeLanguage;
import io.agentbay.command.CommandOptions;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What machines read is written the same in every language.
 */
class LocaleTests {

	/** Conversions whose digits, marks or letters depend on the language. */
	private static final Pattern CONVERSION = Pattern.compile("%(\\d+\\$)?[-,+0-9.]*[dfxX](?![a-z0-9%])");

	private static final Pattern CALL = Pattern
		.compile("to(Upper|Lower)Case\\(\\)|String\\.format\\((?!Locale)|DateTimeFormatter\\.ofPattern\\([^,]*\\)");

	/** Beside this repository's root, by the module that the tests run in. */
	private static final List<String> MODULES = List.of("agentbay-client", "agentbay-spring-ai",
			"agentbay-spring-boot-autoconfigure", "agentbay-spring-boot-starter-test");

	@ParameterizedTest
	@ValueSource(strings = { "ar-EG-u-nu-arab", "th-TH-u-nu-thai", "tr-TR", "en-US" })
	void requestsHaveTheSameDigitsInEveryLanguage(String language) {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag(language));
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answersOtherwise(LocaleTests::answer);
			callEverything(agentBay, server);
			assertThat(server.requests()).hasSizeGreaterThan(8).allSatisfy((request) -> {
				assertThat(request.target()).matches("\\p{ASCII}*");
				assertThat(request.headers().toString()).matches("\\p{ASCII}*");
				assertThat(request.body()).matches("\\p{ASCII}*");
				assertThat(request.form().toString()).matches("\\p{ASCII}*");
			});
		}
		finally {
			Locale.setDefault(before);
		}
	}

	private static void callEverything(AgentBay agentBay, ScriptedServer server) {
		agentBay.listPage(SessionQuery.all().withPageSize(12));
		Session session = agentBay.create(CreateSessionOptions.builder().label("I", "17").build());
		session.command().run("echo 1234", CommandOptions.defaults().withInput("x".repeat(50_000)));
		session.code().run("1 + 1", CodeLanguage.PYTHON);
		session.fileSystem().writeBytes("/a", "12345".getBytes(StandardCharsets.UTF_8));
		session.fileSystem().write("/a", "x".repeat(60_000));
		session.fileSystem().read("/a");
		session.fileSystem().search("/a", "1*");
		assertThat(agentBay.contexts().list()).isEmpty();
		agentBay.restore(session.state()).command().run("ls");
	}

	private static String answer(RecordedRequest request) {
		String action = request.query().getOrDefault("Action", "?");
		return switch (action) {
			case "CreateMcpSession" -> Replies.session();
			case "CallMcpTool" -> Replies.toolText(switch (request.form().getOrDefault("Name", "?")) {
				case "get_file_info" -> "size: 3\nisDirectory: false";
				case "read_file" -> "YWJj";
				case "run_code" -> "{\"result\":[],\"stdout\":[],\"stderr\":[]}";
				default -> "";
			});
			default -> Replies.ok("[]");
		};
	}

	/**
	 * A number in a message would be written in the digits of the JVM's language; %s
	 * writes it as it is.
	 */
	@Test
	void nothingIsWrittenInTheLanguageOfTheMachine() throws IOException {
		List<String> found = new ArrayList<>();
		for (String module : MODULES) {
			try (Stream<Path> sources = Files.walk(Path.of("..", module, "src", "main", "java"))) {
				for (Path source : sources.filter((file) -> file.toString().endsWith(".java")).toList()) {
					Files.readString(source)
						.lines()
						.filter((line) -> !line.contains("Locale.ROOT"))
						.filter((line) -> CONVERSION.matcher(line).find() || CALL.matcher(line).find())
						.forEach((line) -> found.add(source.getFileName() + ": " + line.strip()));
				}
			}
		}
		assertThat(found).isEmpty();
	}

}
