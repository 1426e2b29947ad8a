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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * One method of a reactive interface, told for someone who waits: its result, its
 * parameters, and the expression that waits for it.
 */
final class BlockingMethod {

	private final MethodDeclaration method;

	private final BlockingTypes types;

	private final @Nullable Shape shape;

	private final String wrapper;

	private final @Nullable Type element;

	private final Set<String> consumers;

	BlockingMethod(MethodDeclaration method, BlockingTypes types) {
		this.method = method;
		this.types = types;
		this.consumers = (method.getParentNode().orElse(null) instanceof ClassOrInterfaceDeclaration owner)
				? consumersOf(owner) : Set.of();
		this.shape = Shape.of(method).orElse(null);
		Type type = method.getType();
		this.wrapper = (type instanceof ClassOrInterfaceType named) ? named.getNameAsString() : "";
		this.element = isMono() || isFlux() ? ((ClassOrInterfaceType) type).getTypeArguments().orElseThrow().get(0)
				: null;
		if (isFlux() && this.shape == null) {
			throw new FaceException("%s answers a Flux and has no @BlockingShape".formatted(method.getNameAsString()));
		}
	}

	private static Set<String> consumersOf(ClassOrInterfaceDeclaration owner) {
		return owner.getMethods()
			.stream()
			.filter((method) -> Shape.of(method).filter(Shape::hasConsumer).isPresent())
			.map((method) -> method.getNameAsString())
			.collect(Collectors.toSet());
	}

	String name() {
		return this.method.getNameAsString();
	}

	private boolean isMono() {
		return this.wrapper.equals("Mono");
	}

	private boolean isFlux() {
		return this.wrapper.equals("Flux");
	}

	private boolean isFind() {
		return isMono() && name().startsWith("find");
	}

	boolean isVoid() {
		return result().equals("void");
	}

	/**
	 * A feature that is always there, such as the files of a session; what is new is
	 * another each time.
	 */
	boolean isFeature() {
		return this.element == null && !name().startsWith("new") && this.method.getParameters().isEmpty()
				&& BlockingTypes.isReactive(this.method.getType()) && !this.method.isDefault();
	}

	String result() {
		if (this.element == null) {
			return this.types.rewritten(this.method.getType());
		}
		String item = this.types.rewritten(this.element);
		if (isFlux()) {
			return switch (shape().kind()) {
				case LIST -> "List<" + item + ">";
				case PAGES -> "Stream<" + item + ">";
				case BYTES -> "InputStream";
				case EVENTS -> (shape().result() != null) ? shape().result() : item;
				case SUBSCRIBE -> "EventSubscription";
			};
		}
		if (isFind()) {
			return "Optional<" + item + ">";
		}
		return switch (item) {
			case "Void" -> "void";
			case "Boolean" -> "boolean";
			case "Integer" -> "int";
			case "Long" -> "long";
			default -> item;
		};
	}

	private Shape shape() {
		if (this.shape == null) {
			throw new FaceException(name() + " has no @BlockingShape");
		}
		return this.shape;
	}

	private String required(@Nullable String value) {
		if (value == null) {
			throw new FaceException(name() + " does not say which event its result is in");
		}
		return value;
	}

	/** The names of the methods of its interface that are given a consumer. */
	Set<String> consumers() {
		return this.consumers;
	}

	/** What who waits is given in the end, where a consumer is told the rest. */
	String told() {
		if (shape().kind() == Shape.Kind.SUBSCRIBE) {
			return "the subscription; when it is there, nothing is missed any longer";
		}
		return (shape().result() != null) ? "the result that the last of them carries" : "the last of them";
	}

	boolean hasConsumer() {
		return isFlux() && shape().hasConsumer();
	}

	List<String> parameters() {
		List<String> parameters = new ArrayList<>();
		for (Parameter parameter : this.method.getParameters()) {
			String annotations = parameter.getAnnotations()
				.stream()
				.map((one) -> one + " ")
				.collect(Collectors.joining());
			parameters.add(annotations + this.types.rewritten(parameter.getType())
					+ (parameter.isVarArgs() ? "... " : " ") + parameter.getNameAsString());
		}
		if (hasConsumer() && this.element != null) {
			parameters.add("Consumer<? super %s> consumer".formatted(this.types.rewritten(this.element)));
		}
		return parameters;
	}

	private String arguments() {
		return this.method.getParameters()
			.stream()
			.map((parameter) -> BlockingTypes.isReactive(parameter.getType())
					? parameter.getNameAsString() + ".reactive()" : parameter.getNameAsString())
			.collect(Collectors.joining(", "));
	}

	/** The signature, from type parameters to parameters. */
	String signature() {
		String typeParameters = this.method.getTypeParameters().isEmpty() ? ""
				: this.method.getTypeParameters()
					.stream()
					.map(Object::toString)
					.collect(Collectors.joining(", ", "<", "> "));
		return typeParameters + result() + " " + name() + "(" + String.join(", ", parameters()) + ")";
	}

	/**
	 * The body of a default method that only calls another method of its interface, which
	 * both faces have; otherwise {@code null}.
	 */
	@Nullable String sharedBody() {
		if (!this.method.isDefault() || hasConsumer()) {
			return null;
		}
		List<Statement> statements = this.method.getBody().orElseThrow().getStatements();
		if (statements.size() != 1 || !statements.get(0).isReturnStmt()) {
			return null;
		}
		Expression expression = statements.get(0).asReturnStmt().getExpression().orElse(null);
		if (!(expression instanceof MethodCallExpr call) || call.getScope().isPresent()) {
			return null;
		}
		return isVoid() ? call + ";" : "return " + call + ";";
	}

	/** The body that waits for the reactive method. */
	String delegation() {
		String call = "this.reactive.%s(%s)".formatted(name(), arguments());
		if (this.element == null) {
			Type type = this.method.getType();
			if (type.isVoidType()) {
				return call + ";";
			}
			return "return " + plain(type, call) + ";";
		}
		if (isFlux()) {
			return "return " + streamed(call) + ";";
		}
		if (isVoid()) {
			return (name().equals("close") ? "Blocking.close(" : "Blocking.run(") + call + ");";
		}
		boolean reactive = BlockingTypes.isReactive(this.element);
		if (isFind()) {
			return "return Blocking.find(" + call + ")" + (reactive ? ".map(" + constructor(this.element) + ")" : "")
					+ ";";
		}
		String awaited = "Blocking.await(" + call + ")";
		return "return " + (reactive ? wrapped(this.element, awaited) : awaited) + ";";
	}

	/**
	 * What is answered at once: a reactive thing, a collection of such things, or a
	 * value.
	 */
	private String plain(Type type, String call) {
		if (BlockingTypes.isReactive(type)) {
			return wrapped(type, call);
		}
		Optional<Type> item = BlockingTypes.onlyArgument(type).filter(BlockingTypes::isReactive);
		return item
			.map((reactive) -> "%s.stream().<%s>map(%s).toList()".formatted(call, this.types.rewritten(reactive),
					constructor(reactive)))
			.orElse(call);
	}

	private String streamed(String call) {
		Type item = (this.element != null) ? this.element : this.method.getType();
		boolean reactive = BlockingTypes.isReactive(item);
		return switch (shape().kind()) {
			case LIST -> "Blocking.list(" + call + (reactive ? ".map(" + constructor(item) + ")" : "") + ")";
			case PAGES -> "Blocking.pages(" + call + (reactive ? ".map(" + constructor(item) + ")" : "") + ")";
			case BYTES -> "Blocking.bytes(" + call + ")";
			case EVENTS -> (shape().result() != null)
					? "Blocking.events(%s, %s.class, consumer).result()".formatted(call, required(shape().last()))
					: "Blocking.forEach(%s, consumer)".formatted(call);
			case SUBSCRIBE -> "Blocking.subscribe(%s, consumer)".formatted(call);
		};
	}

	private String wrapped(Type type, String expression) {
		return "new %s(%s)".formatted(className(type), expression);
	}

	private String constructor(Type type) {
		return className(type) + "::new";
	}

	/** A reactive type that is a class still has a blocking class of its own. */
	String className(Type type) {
		String name = BlockingTypes.simpleName(type);
		return (this.types.isInterface(name) ? "Blocking" : "") + BlockingTypes.blockingName(name);
	}

	/** The class that waits for a feature. */
	String featureClass() {
		return className(this.method.getType());
	}

	MethodDeclaration source() {
		return this.method;
	}

}
