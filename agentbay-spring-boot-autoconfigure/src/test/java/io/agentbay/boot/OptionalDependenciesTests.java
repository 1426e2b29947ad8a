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
