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
package io.agentbay.boot.guide;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.governance.observation.GovernanceObservation;
import io.agentbay.boot.metrics.AgentBayMeter;
import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.observation.AgentBayObservation;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property that a document names is one that there is, and those that are frozen
 * when an application is built are told.
 */
class DocumentedPropertiesTests {

	private static final Path REPOSITORY = Path.of("..");

	private static final Path SOURCES = Path.of("src/main/java/io/agentbay/boot/autoconfigure");

	private static final Pattern NAME = Pattern
		.compile("(?<![\\w./\\[-])(?:agentbay|spring|management|logging)\\.[a-z][\\w.*\\[\\]<>…-]*[\\w*>\\]]");

	private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

	private static final Pattern BLOCK = Pattern.compile("(?s)```properties\n(.*?)```");

	private static final Pattern CONDITION = Pattern.compile(
			"@ConditionalOn(?:Boolean)?Property\\((?:name = )?([^)]*?)(?:, (?:havingValue|matchIfMissing)[^)]*)?\\)");

	/** Of modules of Spring that are not on the class path of these tests. */
	private static final List<String> OF_OTHERS = List.of("management.tracing.", "management.opentelemetry.",
			"spring.ai.", "spring.data.redis.", "spring.datasource.");

	private final Set<String> known = new TreeSet<>();

	private final Set<String> meters = new TreeSet<>(Set.of(AgentBayToolContext.USER_ID));

	DocumentedPropertiesTests() throws IOException {
		for (URL file : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream in = file.openStream()) {
				JsonNode metadata = new JsonMapper().readTree(in);
				for (String kind : List.of("properties", "groups")) {
					metadata.path(kind).forEach((property) -> this.known.add(property.path("name").asString()));
				}
			}
		}
		for (ObservationDocumentation[] observations : List.<ObservationDocumentation[]>of(AgentBayObservation.values(),
				StarterObservation.values(), GovernanceObservation.values())) {
			for (ObservationDocumentation observation : observations) {
				this.meters.add(String.valueOf(observation.getName()));
				addAll(observation.getLowCardinalityKeyNames());
				addAll(observation.getHighCardinalityKeyNames());
			}
		}
		for (AgentBayMeter meter : AgentBayMeter.values()) {
			this.meters.add(meter.getName());
		}
	}

	private void addAll(KeyName[] keys) {
		for (KeyName key : keys) {
			this.meters.add(key.asString());
		}
	}

	@Test
	void everyPropertyThatIsNamedExists() throws IOException {
		int count = 0;
		for (Path document : documents()) {
			Set<String> named = named(Files.readString(document));
			count += named.size();
			assertThat(named.stream().filter((name) -> !exists(name))).as("%s", document).isEmpty();
		}
		assertThat(count).isGreaterThan(100);
	}

	/** In blocks of properties, and as code within the text. */
	private static Set<String> named(String document) {
		Set<String> named = new TreeSet<>();
		Stream.of(BLOCK, CODE)
			.flatMap((pattern) -> pattern.matcher(document).results())
			.map((code) -> code.group(1))
			.flatMap(String::lines)
			.map((line) -> NAME.matcher(line))
			.filter((name) -> name.lookingAt())
			.forEach((name) -> named.add(name.group()));
		return named;
	}

	private boolean exists(String name) {
		String plain = name.replaceAll("\\[\\d*]|<[^>]*>|[*…]", "x").replaceFirst("(\\.x)+$", "");
		if (OF_OTHERS.stream().anyMatch((plain + ".")::startsWith) || this.meters.contains(plain)) {
			return true;
		}
		return this.known.stream()
			.anyMatch((property) -> property.equals(plain) || property.startsWith(plain + ".")
					|| plain.startsWith(property + ".") && isOpen(property, plain));
	}

	/** Maps and lists have elements; accounts have what the default one has. */
	private boolean isOpen(String property, String name) {
		if (property.equals("agentbay.clients")) {
			String key = name.replaceFirst("agentbay\\.clients\\.[^.]+\\.?", "agentbay.");
			return key.equals("agentbay.") || exists(key);
		}
		return this.known.stream().noneMatch((other) -> other.startsWith(property + "."));
	}

	@Test
	void whatIsFrozenWhenAnApplicationIsBuiltIsTold() throws IOException {
		String page = GuidePage.of("native").text();
		Set<String> conditions = new TreeSet<>();
		for (Path file : files(SOURCES, ".java")) {
			String source = Files.readString(file)
				.replace("PREFIX + \"", "\"agentbay.ai.governance")
				.replace("name = STORE", "name = \"agentbay.keyed-sessions.store\"");
			CONDITION.matcher(source)
				.results()
				.flatMap((condition) -> Pattern.compile("\"([^\"]+)\"").matcher(condition.group(1)).results())
				.forEach((name) -> conditions.add(name.group(1)));
		}
		assertThat(conditions).hasSizeGreaterThan(10)
			.contains("agentbay.pool.enabled", "agentbay.keyed-sessions.store")
			.allSatisfy((condition) -> assertThat(page).contains("`" + condition + "`"));
	}

	private static List<Path> documents() throws IOException {
		List<Path> documents = new ArrayList<>(files(REPOSITORY.resolve("docs"), ".md"));
		documents.addAll(List.of(REPOSITORY.resolve("README.md"), REPOSITORY.resolve("sample-app/README.md"),
				REPOSITORY.resolve("agentbay-local/README.md"), REPOSITORY.resolve("agentbay-spring-ai/README.md")));
		return documents;
	}

	private static List<Path> files(Path directory, String end) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(end)).toList();
		}
	}

}
