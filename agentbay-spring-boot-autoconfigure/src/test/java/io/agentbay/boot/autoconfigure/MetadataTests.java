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
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

import io.agentbay.AgentBayBuilder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.UrlResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the annotation processors generate.
 */
class MetadataTests {

	@Test
	void everyPropertyIsDescribed() throws IOException {
		Map<String, JsonNode> properties = properties();
		assertThat(properties).hasSizeGreaterThan(20).containsKeys("agentbay.api-key", "agentbay.cleanup.timeout");
		assertThat(properties.values())
			.allSatisfy((property) -> assertThat(property.path("description").asString()).as(property.toString())
				.endsWith(".")
				.doesNotStartWith("The ")
				.doesNotStartWith("A "));
	}

	@Test
	void describedDefaultsAreThoseOfTheClient() throws IOException {
		Map<String, JsonNode> properties = properties();
		assertThat(duration(properties, "connect-timeout")).isEqualTo(AgentBayBuilder.DEFAULT_CONNECT_TIMEOUT);
		assertThat(duration(properties, "response-timeout")).isEqualTo(AgentBayBuilder.DEFAULT_RESPONSE_TIMEOUT);
		assertThat(duration(properties, "operation-timeout")).isEqualTo(AgentBayBuilder.DEFAULT_OPERATION_TIMEOUT);
		assertThat(defaultValue(properties, "agentbay.endpoint")).isEqualTo(AgentBayBuilder.DEFAULT_ENDPOINT);
	}

	@Test
	void conditionsAreKnownWithoutLoadingClasses() throws IOException {
		Properties conditions = new Properties();
		try (InputStream file = ours("META-INF/spring-autoconfigure-metadata.properties")) {
			conditions.load(file);
		}
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
			.filteredOn((name) -> name.startsWith("io.agentbay."))
			.hasSize(17)
			.allSatisfy((name) -> assertThat(conditions).containsKey(name + ".ConditionalOnClass"));
	}

	private static Duration duration(Map<String, JsonNode> properties, String name) {
		return DurationStyle.detectAndParse(defaultValue(properties, "agentbay.connection." + name));
	}

	private static String defaultValue(Map<String, JsonNode> properties, String name) {
		return Objects.requireNonNull(properties.get(name)).path("defaultValue").asString();
	}

	private static Map<String, JsonNode> properties() throws IOException {
		Map<String, JsonNode> properties = new TreeMap<>();
		try (InputStream file = ours("META-INF/spring-configuration-metadata.json")) {
			new JsonMapper().readTree(file)
				.path("properties")
				.forEach((property) -> properties.put(property.path("name").asString(), property));
		}
		return properties;
	}

	/** Other jars have files of that name too. */
	private static InputStream ours(String path) throws IOException {
		String location = AgentBayProperties.class.getProtectionDomain().getCodeSource().getLocation().toString();
		return new UrlResource(location + path).getInputStream();
	}

}
