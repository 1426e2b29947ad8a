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
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.agentbay.local.internal.catalogue.Offer;
import io.agentbay.local.internal.tool.Nature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes the table of actions and tools in the README, from what the runtime says about
 * itself and from the tests, and fails when it was out of date.
 */
class OfferTests {

	private static final Path DOCUMENT = Path.of("README.md");

	private static final String WRITE = "agentbay.test.write-documents";

	private static final Path CLASSES = Path.of("target/test-classes/io/agentbay/local");

	private static final String BEGIN = "<!-- written by OfferTests: begin -->\n";

	private static final String END = "<!-- written by OfferTests: end -->\n";

	/** What the protocol names besides. */
	private static final Map<String, String> MISSING = Map.of("get_resource",
			"no client calls it; GetMcpResource answers the same address", "release_resource",
			"known by its name only; no client calls it");

	private final Map<String, Set<String>> tests = tests();

	private final Set<String> named = new TreeSet<>();

	@Test
	void everyActionAndToolIsTestedAndTheTableSaysSo() throws IOException {
		String table;
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			table = actions(runtime) + "\n" + tools(runtime);
		}
		assertThat(this.named).as("what tests exercise").containsAll(this.tests.keySet());
		String found = Files.readString(DOCUMENT);
		int from = found.indexOf(BEGIN) + BEGIN.length();
		String expected = found.substring(0, from) + table + found.substring(found.indexOf(END));
		if (Boolean.getBoolean(WRITE)) {
			Files.writeString(DOCUMENT, expected);
		}
		assertThat(Files.readString(DOCUMENT))
			.as("README.md is out of date: run this test with -D%s=true and commit it", WRITE)
			.isEqualTo(expected);
	}

	private String actions(LocalAgentBay runtime) {
		StringBuilder table = new StringBuilder("""
				| action | implemented | | test | |
				| --- | --- | --- | --- | --- |
				""");
		runtime.actions()
			.offers()
			.forEach((name, nature) -> table
				.append("| %s | %s | %s |%n".formatted(name, described(name, nature), nature.remark())));
		return table.toString();
	}

	private String tools(LocalAgentBay runtime) {
		StringBuilder table = new StringBuilder("""
				| tool | server | of | implemented | | test | |
				| --- | --- | --- | --- | --- | --- | --- |
				""");
		assertThat(runtime.tools().offers()).extracting(Offer::name).doesNotContainAnyElementsOf(MISSING.keySet());
		runtime.tools()
			.offers()
			.stream()
			.sorted(Comparator.comparing(Offer::phone).thenComparing(Offer::server))
			.forEach((tool) -> table.append("| `%s` | `%s` | %s | %s | %s |%n".formatted(tool.name(), tool.server(),
					tool.phone() ? "phones" : "",
					described((tool.phone() ? Exercised.PHONE : "") + tool.name(), tool.nature()),
					tool.nature().remark())));
		new TreeMap<>(MISSING).forEach(
				(name, remark) -> table.append("| `%s` | `mcp-server` | | no | | | %s |%n".formatted(name, remark)));
		return table.toString();
	}

	private String described(String name, Nature nature) {
		this.named.add(name);
		assertThat(this.tests).as("names that tests exercise").containsKey(name);
		return "yes | %s | %s".formatted(nature.simulated() ? "**simulated**" : "real",
				"`" + String.join("`, `", this.tests.getOrDefault(name, Set.of())) + "`");
	}

	private static Map<String, Set<String>> tests() {
		Map<String, Set<String>> tests = new TreeMap<>();
		for (String file : List
			.of(Objects.requireNonNull(CLASSES.toFile().list((directory, name) -> name.endsWith(".class"))))) {
			for (Method method : loaded(file.replace(".class", "")).getDeclaredMethods()) {
				if (method.isAnnotationPresent(Exercises.class)) {
					for (String name : method.getAnnotation(Exercises.class).value()) {
						tests.computeIfAbsent(name, (key) -> new TreeSet<>())
							.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
					}
				}
			}
		}
		return tests;
	}

	private static Class<?> loaded(String name) {
		try {
			return Class.forName(OfferTests.class.getPackageName() + "." + name, false,
					OfferTests.class.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
