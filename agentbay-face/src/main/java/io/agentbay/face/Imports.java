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

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;

/**
 * The imports that a generated text needs: those of its source and those of what it is
 * told in.
 */
final class Imports {

	private static final Map<String, String> ALWAYS = Map.of("Optional", "java.util.Optional", "List", "java.util.List",
			"Stream", "java.util.stream.Stream", "InputStream", "java.io.InputStream", "Consumer",
			"java.util.function.Consumer", "EventSubscription", "io.agentbay.event.EventSubscription", "Nullable",
			"org.jspecify.annotations.Nullable");

	private final SortedSet<String> known = new TreeSet<>(ALWAYS.values());

	/**
	 * Add what a source knows from which the text is written.
	 * @param source the source
	 * @param neighbours the simple names of the types of its package
	 */
	void add(CompilationUnit source, Set<String> neighbours) {
		for (ImportDeclaration one : source.getImports()) {
			String name = one.getNameAsString();
			this.known.add(name);
			String simple = simple(name);
			if (BlockingTypes.isReactiveName(simple)) {
				this.known.add(name.substring(0, name.length() - simple.length()) + BlockingTypes.blockingName(simple));
			}
		}
		String packageName = source.getPackageDeclaration().orElseThrow().getNameAsString();
		neighbours.forEach((neighbour) -> {
			this.known.add(packageName + "." + neighbour);
			if (BlockingTypes.isReactiveName(neighbour)) {
				this.known.add(packageName + "." + BlockingTypes.blockingName(neighbour));
			}
		});
	}

	/**
	 * Return the import statements of a text.
	 * @param text the text
	 * @param packageName the package that it is in
	 * @return the statements, in the order of the house
	 */
	String of(String text, String packageName) {
		SortedSet<String> java = new TreeSet<>();
		SortedSet<String> others = new TreeSet<>();
		SortedSet<String> spring = new TreeSet<>();
		for (String name : this.known) {
			boolean near = name.substring(0, name.lastIndexOf('.')).equals(packageName);
			if (!near && Pattern.compile("(?<![\\w.])" + simple(name) + "\\b").matcher(text).find()) {
				(name.startsWith("java.") ? java : name.startsWith("org.springframework.") ? spring : others).add(name);
			}
		}
		return group(java) + group(others) + group(spring);
	}

	private static String group(Set<String> names) {
		return names.isEmpty() ? ""
				: names.stream().map((name) -> "import " + name + ";\n").collect(Collectors.joining("", "", "\n"));
	}

	private static String simple(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

}
