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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is public is meant for users, and so has Javadoc with every parameter and result.
 */
class DocumentationTests {

	@Test
	void everythingPublicIsDocumented() throws IOException {
		List<Path> sources;
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			sources = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !file.startsWith("src/main/java/io/agentbay/internal"))
				.toList();
		}
		assertThat(sources).hasSizeGreaterThan(50);
		assertThat(undocumented(sources)).isEmpty();
	}

	private static List<String> undocumented(List<Path> sources) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(sources));
			Scanner scanner = new Scanner(DocTrees.instance(task));
			for (CompilationUnitTree unit : task.parse()) {
				scanner.scan(unit, null);
			}
			return scanner.undocumented;
		}
	}

	private static final class Scanner extends TreePathScanner<Void, Void> {

		private final DocTrees docs;

		private final List<String> undocumented = new ArrayList<>();

		private Scanner(DocTrees docs) {
			this.docs = docs;
		}

		@Override
		public Void visitClass(ClassTree type, Void nothing) {
			if (!isPublic(type.getModifiers())) {
				return null;
			}
			check(type.getSimpleName().toString(), type.getKind() == Tree.Kind.RECORD ? components(type) : List.of());
			return super.visitClass(type, nothing);
		}

		/**
		 * Overriding methods inherit their text, compact constructors that of the record.
		 */
		@Override
		public Void visitMethod(MethodTree method, Void nothing) {
			boolean overrides = method.getModifiers()
				.getAnnotations()
				.stream()
				.anyMatch((annotation) -> annotation.getAnnotationType().toString().equals("Override"));
			ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
			boolean ofRecord = owner.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
			boolean visible = isPublic(method.getModifiers()) || owner.getKind() == Tree.Kind.INTERFACE;
			if (visible && !overrides && !ofRecord) {
				List<String> tags = new ArrayList<>(
						method.getParameters().stream().map((parameter) -> "@param " + parameter.getName()).toList());
				if (method.getReturnType() != null && !method.getReturnType().toString().equals("void")) {
					tags.add("@return");
				}
				check(owner.getSimpleName() + "." + method.getName(), tags);
			}
			return null;
		}

		private static List<String> components(ClassTree type) {
			return type.getMembers()
				.stream()
				.filter((member) -> member.getKind() == Tree.Kind.VARIABLE)
				.map((member) -> (VariableTree) member)
				.filter((field) -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
				.map((field) -> "@param " + field.getName())
				.toList();
		}

		private static boolean isPublic(ModifiersTree modifiers) {
			return modifiers.getFlags().containsAll(Set.of(Modifier.PUBLIC));
		}

		private void check(String name, List<String> tags) {
			String text = this.docs.getDocComment(getCurrentPath());
			if (text == null || text.isBlank()) {
				this.undocumented.add(name + " has no Javadoc");
				return;
			}
			for (String tag : tags) {
				if (!text.matches("(?s).*" + tag + "\\b.*")) {
					this.undocumented.add(name + " lacks " + tag);
				}
			}
		}

	}

}
