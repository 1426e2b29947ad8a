package io.agentbay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every test that the documents name is there.
 */
class GuaranteeTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern TEST_LINK = Pattern
		.compile("\\[(\\w+)(?:\\.(\\w+))?]\\(([^)]+/src/test/[^)]+\\.java)\\)");

	static Stream<Link> links() throws IOException {
		Path document = ROOT.resolve("docs/guarantees.md");
		Matcher found = TEST_LINK.matcher(Files.readString(document));
		return found.results()
			.map((link) -> new Link(link.group(1), link.group(2), document.getParent().resolve(link.group(3))))
			.toList()
			.stream();
	}

	@ParameterizedTest
	@MethodSource("links")
	void aTestThatADocumentNamesIsThere(Link link) throws IOException {
		assertThat(link.file()).isRegularFile();
		String source = Files.readString(link.file());
		assertThat(source).containsPattern("class " + link.type() + "\\b");
		if (link.method() != null) {
			assertThat(source).contains("void " + link.method() + "(");
		}
	}

	/**
	 * A test that is named.
	 *
	 * @param type the class
	 * @param method the method, {@code null} for the whole class
	 * @param file where it is
	 */
	record Link(String type, String method, Path file) {
	}

}
