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
package io.agentbay.web.guide;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.agentbay.boot.template.ReactiveAgentBayOperations;
import io.agentbay.command.CommandEvent;
import io.agentbay.local.LocalAgentBay;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example of the page about streams to a browser, with each kind of server.
 */
class ServerSentEventsGuideTests {

	private final JsonMapper json = new JsonMapper();

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void whatACommandDoesArrivesAsItsTypesSay(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			List<JsonNode> events = events(context, "/build");
			assertThat(events.get(0).path("type").asString()).isEqualTo("started");
			assertThat(text(events)).isEqualTo("step 1\nstep 2\n");
			JsonNode last = events.get(events.size() - 1);
			assertThat(last.path("type").asString()).isEqualTo("finished");
			assertThat(last.path("result").path("exitCode").asInt(-1)).isZero();
			assertThat(context.getBean(LocalAgentBay.class).liveSessionIds()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	@EnabledIf("hasPython")
	void whatCodeDoesArrivesAsItsTypesSay(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			List<JsonNode> events = events(context, "/squares");
			assertThat(text(events)).isEqualTo("0\n1\n4\n");
			assertThat(events.get(events.size() - 1).path("type").asString()).isEqualTo("finished");
		}
	}

	static boolean hasPython() {
		return Files.isExecutable(Path.of("/usr/bin/python3"));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void whoGoesAwayEndsTheCommandAndGivesTheSessionBack(WebApplicationType type) throws Exception {
		goAway(type, "/endless");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void whoGoesAwayEndsACommandThatSaysNothing(WebApplicationType type) throws Exception {
		goAway(type, "/quiet");
	}

	private void goAway(WebApplicationType type, String path) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			LocalAgentBay runtime = context.getBean(LocalAgentBay.class);
			HttpResponse<InputStream> response = HttpClient.newHttpClient()
				.send(request(context, path), BodyHandlers.ofInputStream());
			try (InputStream events = response.body()) {
				assertThat(events.readNBytes(5)).asString().isEqualTo("data:");
				assertThat(runtime.liveSessionIds()).hasSize(1);
			}
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(runtime.liveSessionIds()).isEmpty());
		}
	}

	private static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.run("--agentbay.local.enabled=true", "--server.port=0", "--spring.main.banner-mode=off",
					"--logging.level.root=warn");
	}

	private static HttpRequest request(ConfigurableApplicationContext context, String path) {
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
	}

	private List<JsonNode> events(ConfigurableApplicationContext context, String path) throws Exception {
		HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
			.send(request(context, path), BodyHandlers.ofLines());
		assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
				(type) -> assertThat(MediaType.TEXT_EVENT_STREAM.isCompatibleWith(MediaType.valueOf(type))).isTrue());
		return response.body()
			.filter((line) -> line.startsWith("data:"))
			.map((line) -> this.json.readTree(line.substring("data:".length())))
			.toList();
	}

	private static String text(List<JsonNode> events) {
		return events.stream()
			.filter((event) -> event.path("type").asString().equals("stdout"))
			.map((event) -> event.path("chunk").asString())
			.reduce("", String::concat);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ BuildController.class, QuietController.class, EndlessController.class })
	static class Application {

	}

	@RestController
	record EndlessController(ReactiveAgentBayOperations agentBay) {

		@GetMapping(path = "/endless", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<CommandEvent> endless() {
			return this.agentBay.executeMany((session) -> session.command().stream("while date; do sleep 1; done"));
		}

	}

}
