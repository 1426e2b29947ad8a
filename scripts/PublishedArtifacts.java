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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Looks at what was deployed into a folder, as Maven Central, a lawyer and a class path do.
 *
 * <pre>java scripts/PublishedArtifacts.java REPOSITORY VERSION [signed]</pre>
 */
public class PublishedArtifacts {

	private static final Set<String> BOMS = Set.of("agentbay-bom");

	private final Path group;

	private final String version;

	private final boolean signed;

	private final List<String> faults = new ArrayList<>();

	private String module;

	PublishedArtifacts(Path repository, String version, boolean signed) {
		this.group = repository.resolve("io/agentbay");
		this.version = version;
		this.signed = signed;
	}

	public static void main(String[] arguments) throws Exception {
		PublishedArtifacts artifacts = new PublishedArtifacts(Path.of(arguments[0]), arguments[1],
				arguments.length > 2 && arguments[2].equals("signed"));
		Set<String> modules = artifacts.check();
		artifacts.faults.forEach((fault) -> System.err.println("PublishedArtifacts: " + fault));
		if (!artifacts.faults.isEmpty()) {
			System.exit(1);
		}
		System.out.println("PublishedArtifacts: all is there for " + String.join(", ", modules));
	}

	private Set<String> check() throws Exception {
		Set<String> modules = new TreeSet<>();
		try (Stream<Path> folders = Files.list(this.group)) {
			folders.filter(Files::isDirectory).forEach((folder) -> modules.add(folder.getFileName().toString()));
		}
		for (String name : modules) {
			this.module = name;
			checkPom(modules);
			if (!BOMS.contains(name)) {
				checkJars();
			}
			if (this.signed) {
				checkSignatures();
			}
		}
		return modules;
	}

	private void checkPom(Set<String> modules) throws Exception {
		Element project = parse(file(".pom")).getDocumentElement();
		expect(child(project, "parent") == null, "the pom has a parent");
		for (String name : List.of("name", "description", "url", "licenses", "developers", "scm")) {
			expect(child(project, name) != null, "the pom has no " + name);
		}
		String text = Files.readString(file(".pom"));
		expect(!text.contains("${"), "the pom has a placeholder");
		expect(!text.contains("<scope>import</scope>"), "the pom imports a BOM");
		expect(!text.contains("<scope>test</scope>"), "the pom has dependencies of tests");
		if (BOMS.contains(this.module)) {
			Set<String> managed = new TreeSet<>();
			NodeList dependencies = project.getElementsByTagName("dependency");
			for (int i = 0; i < dependencies.getLength(); i++) {
				Element dependency = (Element) dependencies.item(i);
				managed.add(child(dependency, "artifactId").getTextContent());
				expect(child(dependency, "groupId").getTextContent().equals("io.agentbay")
						&& child(dependency, "version").getTextContent().equals(this.version),
						"the BOM manages more than our own version");
			}
			Set<String> expected = new TreeSet<>(modules);
			expected.removeAll(BOMS);
			expect(managed.equals(expected), "the BOM manages " + managed + ", deployed are " + expected);
		}
		else {
			expect(child(project, "dependencyManagement") == null, "the pom manages dependencies");
		}
	}

	private void checkJars() throws Exception {
		for (String end : List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
			expect(Files.exists(file(end)), end + " is missing");
		}
		if (!Files.exists(file(".jar"))) {
			return;
		}
		try (JarFile jar = new JarFile(file(".jar").toFile())) {
			expect(jar.getEntry("META-INF/LICENSE") != null, "no META-INF/LICENSE in the jar");
			expect(jar.getEntry("META-INF/NOTICE") != null, "no META-INF/NOTICE in the jar");
			Attributes manifest = jar.getManifest().getMainAttributes();
			expect(this.version.equals(manifest.getValue("Implementation-Version")),
					"Implementation-Version is " + manifest.getValue("Implementation-Version"));
			expect(manifest.getValue("Implementation-Title") != null, "no Implementation-Title");
			String moduleName = manifest.getValue("Automatic-Module-Name");
			expect(moduleName != null && moduleName.matches("io\\.agentbay(\\.[a-z]+)+"),
					"Automatic-Module-Name is " + moduleName + ": set java.module.name in the module's pom");
		}
		if (this.module.equals("agentbay-client")) {
			checkClientVersion();
			expect(internalPages(file("-javadoc.jar")) == 0, "the Javadoc shows internal packages");
		}
	}

	/** The client tells its version to the service: it must find it in its jar. */
	private void checkClientVersion() throws Exception {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { file(".jar").toUri().toURL() }, null)) {
			Object found = loader.loadClass("io.agentbay.internal.settings.ClientVersion")
				.getMethod("version")
				.invoke(null);
			expect(this.version.equals(found), "the client calls itself " + found);
		}
	}

	private static long internalPages(Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream().filter((entry) -> entry.getName().startsWith("io/agentbay/internal/")).count();
		}
	}

	private void checkSignatures() throws IOException {
		try (Stream<Path> files = Files.list(this.group.resolve(this.module).resolve(this.version))) {
			files.map(Path::toString)
				.filter((file) -> file.matches(".*\\.(jar|pom|json|xml)"))
				.forEach((file) -> expect(Files.exists(Path.of(file + ".asc")), file + " is not signed"));
		}
	}

	private Path file(String end) {
		return this.group.resolve(this.module).resolve(this.version).resolve(this.module + "-" + this.version + end);
	}

	private void expect(boolean met, String fault) {
		if (!met) {
			this.faults.add(this.module + ": " + fault);
		}
	}

	private static Document parse(Path file) throws Exception {
		try (InputStream content = Files.newInputStream(file)) {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
		}
	}

	private static Element child(Element parent, String name) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && element.getTagName().equals(name)) {
				return element;
			}
		}
		return null;
	}

}
