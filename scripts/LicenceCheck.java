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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Lists the licences of all components of all SBOMs (bom.xml) below a folder, and fails
 * when one is not allowed. Who offers several leaves the choice: one has to be allowed.
 *
 * <pre>java scripts/LicenceCheck.java FOLDER ALLOWED LIST</pre>
 */
public class LicenceCheck {

	public static void main(String[] arguments) throws Exception {
		Set<String> allowed = new TreeSet<>();
		Map<String, String> known = new TreeMap<>();
		for (String line : Files.readAllLines(Path.of(arguments[1]))) {
			String rule = line.replaceAll("#.*", "").strip();
			if (rule.contains("=")) {
				known.put(rule.split("=", 2)[0].strip(), rule.split("=", 2)[1].strip());
			}
			else if (!rule.isEmpty()) {
				allowed.add(rule);
			}
		}
		Map<String, Set<String>> found = new TreeMap<>();
		List<Path> boms;
		try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
			boms = files.filter((file) -> file.endsWith(Path.of("target", "bom.xml"))).toList();
		}
		for (Path bom : boms) {
			read(bom, found, known);
		}
		List<String> refused = new ArrayList<>();
		List<String> list = new ArrayList<>();
		found.forEach((component, licences) -> {
			list.add(component + "  " + String.join(" or ", licences));
			if (licences.stream().noneMatch(allowed::contains)) {
				refused.add(component + ": " + (licences.isEmpty() ? "no licence" : String.join(" or ", licences)));
			}
		});
		Files.write(Path.of(arguments[2]), list);
		if (boms.isEmpty() || found.isEmpty()) {
			System.err.println("LicenceCheck: no SBOM with components below " + arguments[0]);
			System.exit(1);
		}
		if (!refused.isEmpty()) {
			refused.forEach((line) -> System.err.println("LicenceCheck: not allowed: " + line));
			System.exit(1);
		}
		System.out.printf("LicenceCheck: %d components of %d modules have licences that are allowed%n", found.size(),
				boms.size());
	}

	private static void read(Path bom, Map<String, Set<String>> found, Map<String, String> known) throws Exception {
		Element components = first(parse(bom).getDocumentElement(), "components");
		NodeList all = (components != null) ? components.getElementsByTagName("component") : null;
		for (int i = 0; all != null && i < all.getLength(); i++) {
			Element component = (Element) all.item(i);
			String name = text(component, "group") + ":" + text(component, "name");
			Set<String> licences = found.computeIfAbsent(name + ":" + text(component, "version"),
					(key) -> new TreeSet<>());
			Element told = first(component, "licenses");
			NodeList each = (told != null) ? told.getElementsByTagName("*") : null;
			for (int j = 0; each != null && j < each.getLength(); j++) {
				Element part = (Element) each.item(j);
				if (Set.of("id", "name", "expression").contains(part.getTagName())) {
					licences.add(part.getTextContent().strip());
				}
			}
			if (known.containsKey(name)) {
				licences.add(known.get(name));
			}
		}
	}

	private static String text(Element parent, String name) {
		Element element = first(parent, name);
		return (element != null) ? element.getTextContent().strip() : "";
	}

	private static Element first(Element parent, String name) {
		NodeList elements = parent.getChildNodes();
		for (int i = 0; i < elements.getLength(); i++) {
			if (elements.item(i) instanceof Element element && element.getTagName().equals(name)) {
				return element;
			}
		}
		return null;
	}

	private static Document parse(Path file) throws Exception {
		try (InputStream content = Files.newInputStream(file)) {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
		}
		catch (IOException ex) {
			throw new IOException(file + " cannot be read", ex);
		}
	}

}
