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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.agentbay.testing.ProductionClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way from the official SDKs that docs/migration.md shows: no name is left out, and
 * none leads nowhere.
 */
class MigrationTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "migration.md");

	private static final Path LISTS = Path.of("src/test/resources/foreign-names");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z]\\w*");

	/** What may stand before the name of a property. */
	private static final Pattern ACCESS = Pattern.compile("^([GgSs]et|[Ww]ith)(_|(?=[A-Z]))");

	private static final Pattern WITHOUT_COUNTERPART = Pattern.compile("none: \\S.*|not yet(; .+)?");

	@ParameterizedTest
	@ValueSource(strings = { "java", "python", "typescript", "golang", "seeds" })
	void everyNameLeadsSomewhere(String list) throws IOException {
		List<Section> sections = sections();
		List<String> leftOut = names(list).stream()
			.filter((name) -> sections.stream().noneMatch((section) -> section.tells(name)))
			.map((name) -> list + ".txt: " + name)
			.toList();
		assertThat(leftOut).as("names without a row in a section of their class").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "java", "python", "typescript", "golang", "seeds" })
	void listsSayWhatTheyAreAndAreSorted(String list) throws IOException {
		assertThat(Files.readAllLines(LISTS.resolve(list + ".txt")).get(0)).startsWith("# ");
		assertThat(names(list)).hasSizeGreaterThan(50)
			.isSorted()
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("[\\w.]+\\.\\w+"));
	}

	@Test
	void everyNameAndClassToldIsOneOfTheOthers() throws IOException {
		List<String> names = new ArrayList<>();
		for (String list : List.of("java", "python", "typescript", "golang", "seeds")) {
			names.addAll(names(list));
		}
		Set<String> classes = names.stream().map(MigrationTests::typeOf).collect(Collectors.toSet());
		List<String> unknown = new ArrayList<>();
		for (Section section : sections()) {
			section.classes().stream().filter((type) -> !classes.contains(type)).forEach(unknown::add);
			Set<String> known = names.stream()
				.filter((name) -> section.classes().contains(typeOf(name)))
				.flatMap((name) -> forms(nameOf(name)))
				.collect(Collectors.toSet());
			section.told()
				.filter((name) -> !known.contains(normalized(name)))
				.map((name) -> section.title() + ": " + name)
				.forEach(unknown::add);
		}
		assertThat(unknown).as("classes and names that no list has").isEmpty();
	}

	@Test
	void everyNameThatItLeadsToIsThere() throws IOException {
		Api api = Api.read();
		List<Row> rows = sections().stream().flatMap((section) -> section.rows().stream()).toList();
		assertThat(rows).hasSizeGreaterThan(150);
		assertThat(rows.stream().flatMap(api::missing)).as("names that are not there").isEmpty();
	}

	@Test
	void everyRowSaysWhereItLeads() throws IOException {
		assertThat(sections().stream().flatMap((section) -> section.rows().stream()).filter((row) -> !row.leads()))
			.as("rows without a name, a reason or a promise")
			.isEmpty();
	}

	private static List<String> names(String list) throws IOException {
		return Files.readAllLines(LISTS.resolve(list + ".txt"))
			.stream()
			.filter((line) -> !line.startsWith("#"))
			.toList();
	}

	private static String typeOf(String name) {
		return name.substring(0, name.lastIndexOf('.'));
	}

	private static String nameOf(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	/** A name as it is, and without what stands before a property. */
	private static Stream<String> forms(String name) {
		return Stream.of(name, ACCESS.matcher(name).replaceFirst("")).map(MigrationTests::normalized).distinct();
	}

	/** A name whatever the usage of its language is: lower case, no underscores. */
	private static String normalized(String name) {
		return name.replace("_", "").toLowerCase(Locale.ROOT);
	}

	/** The sections with tables of names. */
	private static List<Section> sections() throws IOException {
		String names = Files.readString(DOCUMENT).split("\n## Names\n")[1];
		return Arrays.stream(names.split("\n### ")).skip(1).map(Section::read).toList();
	}

	private static List<String> codes(String cell) {
		return CODE.matcher(cell).results().map((MatchResult result) -> result.group(1)).toList();
	}

	/**
	 * A table of names, for some classes of the other SDKs.
	 *
	 * @param title what it is about
	 * @param classes the classes
	 * @param rows what it is called there and here
	 */
	private record Section(String title, List<String> classes, List<Row> rows) {

		static Section read(String text) {
			String title = text.substring(0, text.indexOf('\n'));
			String[] parts = text.split("Classes there: ");
			assertThat(parts).as(title).hasSize(2);
			List<Row> rows = parts[1].lines()
				.filter((line) -> line.startsWith("| "))
				.skip(2)
				.map((line) -> line.substring(2, line.length() - 2).split(" \\| "))
				.map((cells) -> new Row(cells[0], cells[1]))
				.toList();
			return new Section(title, codes(parts[1].substring(0, parts[1].indexOf("\n|"))), rows);
		}

		Stream<String> told() {
			return this.rows.stream().flatMap((row) -> codes(row.there()).stream());
		}

		boolean tells(String name) {
			if (!this.classes.contains(typeOf(name))) {
				return false;
			}
			Set<String> forms = forms(nameOf(name)).collect(Collectors.toSet());
			return told().map(MigrationTests::normalized).anyMatch(forms::contains);
		}

	}

	private record Row(String there, String here) {

		boolean isTheSame() {
			return this.here.startsWith("the same");
		}

		boolean leads() {
			return isTheSame() || WITHOUT_COUNTERPART.matcher(this.here).matches()
					|| (!this.here.startsWith("none") && !codes(this.here).isEmpty());
		}

	}

	/**
	 * What users of this client may name.
	 *
	 * @param types the types by their simple names
	 */
	private record Api(Map<String, List<JavaClass>> types) {

		static Api read() {
			return new Api(ProductionClasses.get()
				.stream()
				.filter((type) -> !type.getPackageName().startsWith("io.agentbay.internal"))
				.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
				.collect(Collectors.groupingBy(JavaClass::getSimpleName)));
		}

		Stream<String> missing(Row row) {
			Stream<String> missing = codes(row.here()).stream().flatMap(this::missing);
			return row.isTheSame()
					? Stream.concat(missing, codes(row.there()).stream().filter((name) -> !isThere(name))) : missing;
		}

		/** Types and their members have to be there; variables are the reader's. */
		private Stream<String> missing(String code) {
			List<MatchResult> identifiers = IDENTIFIER.matcher(code).results().toList();
			return identifiers.stream().filter((identifier) -> {
				String name = identifier.group();
				if (code.startsWith(".", identifier.start() - 1)) {
					String owner = before(identifiers, identifier);
					return this.types.containsKey(owner) ? !isMember(this.types.get(owner).stream(), name)
							: !isMember(all(), name);
				}
				if (Character.isUpperCase(name.charAt(0))) {
					return !this.types.containsKey(name);
				}
				return (name.equals(code) || code.startsWith("(", identifier.end())) && !isMember(all(), name);
			}).map((identifier) -> identifier.group() + " in " + code);
		}

		private static String before(List<MatchResult> identifiers, MatchResult identifier) {
			int index = identifiers.indexOf(identifier);
			return (index > 0 && identifiers.get(index - 1).end() == identifier.start() - 1)
					? identifiers.get(index - 1).group() : "";
		}

		private static boolean isMember(Stream<JavaClass> owners, String name) {
			return owners.flatMap(Api::members).anyMatch(name::equals);
		}

		/** A method whose name differs in its usage of case and underscores only. */
		private boolean isThere(String name) {
			return all().flatMap((type) -> type.getAllMethods().stream())
				.filter((method) -> method.getModifiers().contains(JavaModifier.PUBLIC))
				.anyMatch((method) -> normalized(method.getName()).equals(normalized(name)));
		}

		private Stream<JavaClass> all() {
			return this.types.values().stream().flatMap(List::stream);
		}

		/** The names of its public methods, constants and nested types. */
		private static Stream<String> members(JavaClass type) {
			Stream<String> members = Stream.concat(type.getAllMethods().stream(), type.getAllFields().stream())
				.filter((member) -> member.getModifiers().contains(JavaModifier.PUBLIC))
				.map(JavaMember::getName);
			return Stream.concat(members, Arrays.stream(type.reflect().getClasses()).map(Class::getSimpleName));
		}

	}

}
