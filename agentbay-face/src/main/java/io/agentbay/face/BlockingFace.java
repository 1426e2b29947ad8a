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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;

/**
 * The blocking face of one reactive interface: an interface, and the class that waits for
 * the reactive one.
 */
final class BlockingFace {

	static final String CLASSES = "io.agentbay.internal.blocking";

	private static final Set<String> REACTIVE_ONLY = Set.of("BlockingShape", "CheckReturnValue", "Nullable");

	private final CompilationUnit unit;

	private final ClassOrInterfaceDeclaration source;

	private final BlockingTypes types;

	private final Imports imports;

	private final List<ClassOrInterfaceDeclaration> parents;

	private final String name;

	BlockingFace(CompilationUnit unit, ClassOrInterfaceDeclaration source, BlockingTypes types, Imports imports,
			List<ClassOrInterfaceDeclaration> parents) {
		this.unit = unit;
		this.source = source;
		this.types = types;
		this.imports = imports;
		this.parents = parents;
		this.name = BlockingTypes.blockingName(source.getNameAsString());
	}

	String packageName() {
		return this.unit.getPackageDeclaration().orElseThrow().getNameAsString();
	}

	String name() {
		return this.name;
	}

	private String header() {
		return this.unit.getOrphanComments().isEmpty() && this.unit.getComment().isEmpty() ? ""
				: "/*" + this.unit.getAllContainedComments()
					.stream()
					.filter((comment) -> comment.getContent().contains("Copyright"))
					.map((comment) -> comment.getContent())
					.findFirst()
					.orElseGet(() -> this.unit.getComment().orElseThrow().getContent()) + "*/\n";
	}

	private String mark() {
		return "// Written by agentbay-face from " + this.source.getNameAsString() + ". Change that, not this.\n";
	}

	private List<MethodDeclaration> abstractOrShared() {
		return abstractOrShared(this.source).toList();
	}

	private static Stream<MethodDeclaration> abstractOrShared(ClassOrInterfaceDeclaration type) {
		return type.getMethods()
			.stream()
			.filter((method) -> !method.isStatic() && !method.getNameAsString().equals("blocking"));
	}

	/** All that the class has to answer: what its interface inherits as well. */
	private Collection<MethodDeclaration> withInherited() {
		Map<String, MethodDeclaration> methods = new LinkedHashMap<>();
		Stream.concat(Stream.of(this.source), this.parents.stream())
			.flatMap(BlockingFace::abstractOrShared)
			.forEach((method) -> methods.putIfAbsent(method.getSignature().asString(), method));
		return methods.values();
	}

	String interfaceText() {
		StringBuilder body = new StringBuilder();
		for (MethodDeclaration method : this.source.getMethods()) {
			if (method.isStatic()) {
				body.append(staticMethod(method)).append('\n');
			}
		}
		for (MethodDeclaration method : abstractOrShared()) {
			BlockingMethod told = new BlockingMethod(method, this.types);
			String shared = told.sharedBody();
			body.append(overrides(method) ? "" : BlockingJavadoc.of(method, told))
				.append(annotations(method))
				.append((shared != null) ? "default " : "")
				.append(nullable(method))
				.append(told.signature())
				.append((shared != null) ? " {\n" + shared + "\n}\n\n" : ";\n\n");
		}
		body.append("""
				/**
				 * Return the reactive face of this: what one does, the other sees.
				 * @return the reactive face
				 */
				%s%s reactive();

				""".formatted(this.parents.isEmpty() ? "" : "@Override\n",
				this.source.getNameAsString() + typeArguments()));
		String head = BlockingJavadoc.ofType(this.source) + annotations(this.source) + "public interface " + this.name
				+ typeParameters() + extended() + " {\n\n";
		return text(packageName(), head + body + "}\n");
	}

	private static boolean overrides(MethodDeclaration method) {
		return method.getAnnotationByName("Override").isPresent();
	}

	private String staticMethod(MethodDeclaration method) {
		String text = method.getTokenRange().orElseThrow().toString();
		return BlockingJavadoc.of(method, new BlockingMethod(method, this.types))
				+ text.replaceAll("\\bReactive(?=[A-Z])", "") + "\n";
	}

	private String annotations(NodeWithAnnotations<?> node) {
		return node.getAnnotations()
			.stream()
			.filter((annotation) -> !REACTIVE_ONLY.contains(annotation.getNameAsString()))
			.map(AnnotationExpr::toString)
			.map((annotation) -> annotation + "\n")
			.collect(Collectors.joining());
	}

	private static String nullable(MethodDeclaration method) {
		return method.getAnnotationByName("Nullable").isPresent() ? "@Nullable " : "";
	}

	private String typeParameters() {
		return this.source.getTypeParameters().isEmpty() ? ""
				: this.source.getTypeParameters()
					.stream()
					.map(Object::toString)
					.collect(Collectors.joining(", ", "<", ">"));
	}

	private String typeArguments() {
		return this.source.getTypeParameters().isEmpty() ? ""
				: this.source.getTypeParameters()
					.stream()
					.map((parameter) -> parameter.getNameAsString())
					.collect(Collectors.joining(", ", "<", ">"));
	}

	private String extended() {
		Set<String> extended = this.source.getExtendedTypes()
			.stream()
			.map(this.types::rewritten)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		if (abstractOrShared().stream().anyMatch(BlockingFace::isClose)) {
			extended.add("AutoCloseable");
		}
		return extended.isEmpty() ? "" : " extends " + String.join(", ", extended);
	}

	/** What ends when it is closed can be used in try-with-resources. */
	private static boolean isClose(MethodDeclaration method) {
		return method.getNameAsString().equals("close") && method.getParameters().isEmpty();
	}

	String classText() {
		String className = "Blocking" + this.name + typeArguments();
		String reactive = this.source.getNameAsString() + typeArguments();
		List<BlockingMethod> methods = withInherited().stream()
			.map((method) -> new BlockingMethod(method, this.types))
			.filter((method) -> method.sharedBody() == null)
			.toList();
		StringBuilder body = new StringBuilder("private final " + reactive + " reactive;\n\n");
		methods.stream()
			.filter(BlockingMethod::isFeature)
			.forEach((feature) -> body
				.append("private final Memo<%s> %s = new Memo<>();\n\n".formatted(feature.result(), feature.name())));
		body.append("/**\n * Create the blocking face.\n * @param reactive what is waited for\n */\n")
			.append("public Blocking%s(%s reactive) {\nthis.reactive = reactive;\n}\n\n".formatted(this.name,
					reactive));
		for (BlockingMethod method : methods) {
			body.append("@Override\npublic ")
				.append(nullable(method.source()))
				.append(method.signature())
				.append(" {\n");
			if (method.isFeature()) {
				body.append("return this.%s.get(() -> new %s(this.reactive.%s()));".formatted(method.name(),
						method.featureClass(), method.name()));
			}
			else {
				body.append(method.delegation());
			}
			body.append("\n}\n\n");
		}
		body.append("""
				@Override
				public %s reactive() {
				return this.reactive;
				}

				@Override
				public boolean equals(@Nullable Object other) {
				return other instanceof Blocking%s%s that && this.reactive.equals(that.reactive);
				}

				@Override
				public int hashCode() {
				return this.reactive.hashCode();
				}

				@Override
				public String toString() {
				return this.reactive.toString();
				}

				""".formatted(reactive, this.name, this.source.getTypeParameters().isEmpty() ? "" : "<?>"));
		String head = """
				/**
				 * Waits for a {@link %s}.
				 */
				public final class Blocking%s%s implements %s {

				""".formatted(this.source.getNameAsString(), this.name, typeParameters(), this.name + typeArguments());
		return text(CLASSES, head + body + "}\n");
	}

	private String text(String packageName, String body) {
		return header() + mark() + "\npackage " + packageName + ";\n\n" + this.imports.of(body, packageName) + body;
	}

}
