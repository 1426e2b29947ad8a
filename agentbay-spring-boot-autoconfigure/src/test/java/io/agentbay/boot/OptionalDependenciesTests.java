package io.agentbay.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever has this module on the class path gets nothing else with it: what is missing is
 * not configured.
 */
class OptionalDependenciesTests {

	@Test
	void allLibrariesAreOptional() throws Exception {
		Document pom = DocumentBuilderFactory.newDefaultInstance()
			.newDocumentBuilder()
			.parse(Path.of("pom.xml").toFile());
		NodeList mandatory = (NodeList) XPathFactory.newDefaultInstance()
			.newXPath()
			.evaluate("/project/dependencies/dependency[not(optional='true') and not(scope='test')]/artifactId", pom,
					XPathConstants.NODESET);
		List<String> names = new ArrayList<>();
		for (int i = 0; i < mandatory.getLength(); i++) {
			names.add(mandatory.item(i).getTextContent());
		}
		assertThat(names).containsExactlyInAnyOrder("spring-boot-autoconfigure", "jakarta.annotation-api");
	}

}
