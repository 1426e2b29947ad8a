package io.agentbay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every test, and every class, that the documents name is there.
 */
class GuaranteeTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern LINK = Pattern
		.compile("\\[(\\w+)(?:\\.(\\w+))?]\\(([^)]+/src/(?:test|main)/[^)]+\\.java)\\)");

	static Stream<Link> links() throws IOException {
		List<Link> links = new ArrayList<>();
		for (String document : List.of("guarantees.md", "differences.md")) {
			Path folder = ROOT.resolve("docs");
			LINK.matcher(Files.readString(folder.resolve(document)))
				.results()
				.map((link) -> new Link(link.group(1), link.group(2), folder.resolve(link.group(3))))
				.forEach(links::add);
		}
		return links.stream();
	}

	@ParameterizedTest
	@MethodSource("links")
	void aTestThatADocumentNamesIsThere(Link link) throws IOException {
		assertThat(link.file()).isRegularFile();
		String source = Files.readString(link.file());
		assertThat(source).containsPattern("(class|record|enum) " + link.type() + "\\b");
		if (link.method() != null) {
			assertThat(source).contains("void " + link.method() + "(");
		}
	}

	/**
	 * A test or class that is named.
	 *
	 * @param type the class
	 * @param method the method, {@code null} for the whole class
	 * @param file where it is
	 */
	record Link(String type, String method, Path file) {
	}

}
