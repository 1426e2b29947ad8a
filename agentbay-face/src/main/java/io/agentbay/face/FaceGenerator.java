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

package io.agentbay.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import io.spring.javaformat.formatter.FileFormatter;

/**
 * Writes the blocking face of each reactive interface below a source folder into another
 * folder, or checks that what is there is what would be written.
 */
public final class FaceGenerator {

	private final JavaParser parser = new JavaParser(
			new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17).setAttributeComments(true));

	private final Path sources;

	private final Path target;

	FaceGenerator(Path sources, Path target) {
		this.sources = sources;
		this.target = target;
	}

	/**
	 * Write or check.
	 * @param arguments {@code write} or {@code check}, the folder of the sources, and the
	 * folder of what is written
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String... arguments) throws IOException {
		FaceGenerator generator = new FaceGenerator(Path.of(arguments[1]), Path.of(arguments[2]));
		if (arguments[0].equals("write")) {
			generator.write();
			return;
		}
		List<String> stale = generator.stale();
		if (!stale.isEmpty()) {
			throw new FaceException("The blocking face is not what its reactive interfaces tell: " + stale
					+ ". Renew it by: ./mvnw -pl agentbay-client -am process-sources -Dagentbay.face=write");
		}
	}

	/** Each file that is not what would be written, or would not be written at all. */
	List<String> stale() throws IOException {
		Map<Path, String> expected = texts();
		List<String> stale = new ArrayList<>();
		for (Map.Entry<Path, String> entry : expected.entrySet()) {
			Path file = entry.getKey();
			if (!Files.exists(file) || !Files.readString(file).equals(entry.getValue())) {
				stale.add(this.target.relativize(file).toString());
			}
		}
		present().stream()
			.filter((file) -> !expected.containsKey(file))
			.forEach((file) -> stale.add(this.target.relativize(file).toString()));
		return stale;
	}

	void write() throws IOException {
		Map<Path, String> texts = texts();
		for (Path file : present()) {
			if (!texts.containsKey(file)) {
				Files.delete(file);
			}
		}
		for (Map.Entry<Path, String> entry : texts.entrySet()) {
			Path file = entry.getKey();
			if (!Files.exists(file) || !Files.readString(file).equals(entry.getValue())) {
				Files.createDirectories(file.getParent());
				Files.writeString(file, entry.getValue());
			}
		}
	}

	private List<Path> present() throws IOException {
		if (!Files.isDirectory(this.target)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(this.target)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private Map<Path, String> texts() throws IOException {
		Map<Path, CompilationUnit> units = new TreeMap<>();
		try (Stream<Path> files = Files.walk(this.sources)) {
			files.filter((file) -> file.getFileName().toString().matches("Reactive[A-Z].*\\.java"))
				.forEach((file) -> units.put(file, parse(file)));
		}
		units.values()
			.removeIf((unit) -> !(unit.getPrimaryType().orElseThrow() instanceof ClassOrInterfaceDeclaration type
					&& type.isInterface()));
		BlockingTypes types = new BlockingTypes(
				units.values().stream().map((unit) -> reactive(unit).getNameAsString()).collect(Collectors.toSet()));
		Map<Path, String> texts = new TreeMap<>();
		for (Map.Entry<Path, CompilationUnit> entry : units.entrySet()) {
			Map<Path, CompilationUnit> parents = new LinkedHashMap<>();
			addParents(reactive(entry.getValue()), units, parents);
			Imports imports = new Imports();
			imports.add(entry.getValue(), neighbours(entry.getKey()));
			for (Map.Entry<Path, CompilationUnit> parent : parents.entrySet()) {
				imports.add(parent.getValue(), neighbours(parent.getKey()));
			}
			BlockingFace face = new BlockingFace(entry.getValue(), reactive(entry.getValue()), types, imports,
					parents.values().stream().map(FaceGenerator::reactive).toList());
			texts.put(file(face.packageName(), face.name()), formatted(face.interfaceText()));
			texts.put(file(BlockingFace.CLASSES, "Blocking" + face.name()), formatted(face.classText()));
		}
		return texts;
	}

	/** The reactive interfaces that one extends, the nearest first. */
	private static void addParents(ClassOrInterfaceDeclaration type, Map<Path, CompilationUnit> units,
			Map<Path, CompilationUnit> parents) {
		type.getExtendedTypes().forEach((extended) -> units.forEach((file, unit) -> {
			if (reactive(unit).getNameAsString().equals(extended.getNameAsString())
					&& parents.put(file, unit) == null) {
				addParents(reactive(unit), units, parents);
			}
		}));
	}

	private Path file(String packageName, String type) {
		return this.target.resolve(packageName.replace('.', '/')).resolve(type + ".java");
	}

	private CompilationUnit parse(Path file) {
		try {
			return this.parser.parse(file)
				.getResult()
				.filter((unit) -> unit.getPrimaryType().isPresent())
				.orElseThrow(() -> new FaceException(file + " cannot be read"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ClassOrInterfaceDeclaration reactive(CompilationUnit unit) {
		return unit.getPrimaryType().orElseThrow().asClassOrInterfaceDeclaration();
	}

	private static Set<String> neighbours(Path file) throws IOException {
		try (Stream<Path> files = Files.list(file.getParent())) {
			return files.map((neighbour) -> neighbour.getFileName().toString())
				.filter((name) -> name.endsWith(".java") && !name.equals("package-info.java"))
				.map((name) -> name.substring(0, name.length() - ".java".length()))
				.collect(Collectors.toSet());
		}
	}

	private static String formatted(String text) throws IOException {
		Path file = Files.createTempFile("face", ".java");
		try {
			Files.writeString(file, text);
			return new FileFormatter().formatFile(file.toFile(), StandardCharsets.UTF_8).getFormattedContent();
		}
		catch (IOException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("The formatter failed", ex);
		}
		finally {
			Files.delete(file);
		}
	}

}
