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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.agentbay.testing.Capability;
import io.agentbay.testing.GeneratedDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/capabilities.md}: which capability of AgentBay is proven by which
 * test. What was proven stays proven.
 */
class CapabilityTests {

	private static final Path DOCUMENT = Path.of("../docs/capabilities.md");

	private static final Pattern PROVEN = Pattern.compile("^\\| (\\d+\\.\\d+) \\|[^|]*\\| `", Pattern.MULTILINE);

	@Test
	void whatWasProvenStaysProven() throws IOException {
		Map<String, String> titles = numbered("/capabilities.txt");
		Map<String, String> notes = numbered("/capability-notes.txt");
		Map<String, Set<String>> proofs = proofs();
		assertThat(titles).hasSize(355);
		assertThat(titles.keySet()).as("numbers that tests name").containsAll(proofs.keySet());
		assertThat(titles.keySet()).as("numbers that notes name").containsAll(notes.keySet());
		String before = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
		assertThat(proofs.keySet()).as("capabilities that were proven before").containsAll(provenIn(before));
		GeneratedDocument.check("capabilities.md", document(titles, proofs, notes));
	}

	/** Lines that begin with the number of a capability. */
	private static Map<String, String> numbered(String resource) throws IOException {
		Map<String, String> titles = new LinkedHashMap<>();
		try (var lines = CapabilityTests.class.getResourceAsStream(resource)) {
			new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().forEach((line) -> {
				int blank = line.indexOf(' ');
				titles.put(line.substring(0, blank), line.substring(blank + 1));
			});
		}
		return titles;
	}

	private static Map<String, Set<String>> proofs() {
		Map<String, Set<String>> proofs = new LinkedHashMap<>();
		new ClassFileImporter().importPath(Path.of("target/test-classes")).forEach((type) -> {
			for (JavaMethod method : type.getMethods()) {
				if (method.isAnnotatedWith(Capability.class)) {
					for (String number : method.getAnnotationOfType(Capability.class).value()) {
						proofs.computeIfAbsent(number, (key) -> new TreeSet<>())
							.add(type.getSimpleName() + "." + method.getName());
					}
				}
			}
		});
		return proofs;
	}

	private static List<String> provenIn(String document) {
		List<String> proven = new ArrayList<>();
		Matcher matcher = PROVEN.matcher(document);
		while (matcher.find()) {
			proven.add(matcher.group(1));
		}
		return proven;
	}

	private static String document(Map<String, String> titles, Map<String, Set<String>> proofs,
			Map<String, String> notes) {
		long refused = notes.keySet().stream().filter((number) -> !proofs.containsKey(number)).count();
		StringBuilder document = new StringBuilder(
				"""
						# Capabilities
						<!-- index: Reference 70: see all that a session can do, with a test for each -->

						What AgentBay's clients can do, and which tests prove that this one can. Written by `CapabilityTests` from the
						annotation `@Capability` on tests; the build fails when something that was proven is proven no longer.

						Proven: %d of %d. Deliberately not offered, with the reason: %d.

						| | capability | tests |
						| --- | --- | --- |
						"""
					.formatted(proofs.size(), titles.size(), refused));
		titles.forEach((number, title) -> {
			String tests = String.join(", ",
					proofs.getOrDefault(number, Set.of()).stream().map((test) -> "`" + test + "`").toList());
			String note = notes.get(number);
			if (note != null) {
				tests = tests.isEmpty() ? "not offered: " + note : tests + "; note: " + note;
			}
			document.append("| ").append(number).append(" | ").append(title).append(" | ").append(tests).append(" |\n");
		});
		return document.toString();
	}

}
