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

package io.agentbay.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.UrlResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes {@code docs/configuration.md} from the metadata of the properties, and fails
 * when it was out of date.
 */
class ConfigurationDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");

	private static final String HEAD = """
			# Configuration

			All properties of the starter. Written by `ConfigurationDocumentTests` from the metadata that IDEs show as well.

			Further clients for further accounts are configured by `agentbay.clients.<name>.*`, with the keys `api-key`,
			`endpoint`, `region-id`, `direct-link`, `connection.*`, `retry.*` and `session.*` below. Inject them by their
			name: `@Qualifier("<name>") AgentBay`, `@Qualifier("<name>Reactive") ReactiveAgentBay`. Each needs a key of its own;
			where only such accounts are configured, there is no client without a name.

			| property | type | default | meaning |
			| --- | --- | --- | --- |
			""";

	@Test
	void documentIsUpToDate() throws IOException {
		String expected = document();
		String found = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
		Files.writeString(DOCUMENT, expected);
		assertThat(found).as("docs/configuration.md was out of date and has been rewritten: commit it")
			.isEqualTo(expected);
	}

	private static String document() throws IOException {
		List<JsonNode> properties = new ArrayList<>();
		String location = AgentBayProperties.class.getProtectionDomain().getCodeSource().getLocation().toString();
		try (var file = new UrlResource(location + "META-INF/spring-configuration-metadata.json").getInputStream()) {
			new JsonMapper().readTree(file).path("properties").forEach(properties::add);
		}
		StringBuilder document = new StringBuilder(HEAD);
		properties.stream()
			.sorted(Comparator.comparing((property) -> property.path("name").asString()))
			.forEach((property) -> document
				.append("| `%s` | %s | %s | %s |%n".formatted(property.path("name").asString(), type(property),
						defaultValue(property.path("defaultValue")), property.path("description").asString())));
		return document.toString();
	}

	private static String type(JsonNode property) {
		return property.path("type").asString().replaceAll("[a-zA-Z]+\\.|[A-Za-z]+\\$", "").replace(",", ", ");
	}

	private static String defaultValue(JsonNode value) {
		if (value.isArray()) {
			return "";
		}
		return value.isMissingNode() ? "" : "`" + value.asString() + "`";
	}

}
