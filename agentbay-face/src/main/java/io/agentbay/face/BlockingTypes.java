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

import java.util.Optional;
import java.util.Set;

import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;

/**
 * Tells the types of the reactive face in those of the blocking one.
 */
final class BlockingTypes {

	private static final String PREFIX = "Reactive";

	private final Set<String> interfaces;

	/**
	 * Create the mapping.
	 * @param interfaces the simple names of all reactive interfaces
	 */
	BlockingTypes(Set<String> interfaces) {
		this.interfaces = interfaces;
	}

	static boolean isReactiveName(String name) {
		return name.startsWith(PREFIX) && name.length() > PREFIX.length();
	}

	static String blockingName(String reactiveName) {
		return reactiveName.substring(PREFIX.length());
	}

	/** Whether there is an interface, and so a generated class, for a reactive type. */
	boolean isInterface(String reactiveName) {
		return this.interfaces.contains(reactiveName);
	}

	/** The type with each reactive type in it replaced, in its arguments as well. */
	String rewritten(Type type) {
		Type copy = type.clone();
		copy.walk(ClassOrInterfaceType.class, (found) -> {
			if (isReactiveName(found.getNameAsString())) {
				found.setName(new SimpleName(blockingName(found.getNameAsString())));
			}
		});
		if (copy instanceof ClassOrInterfaceType root && isReactiveName(root.getNameAsString())) {
			root.setName(blockingName(root.getNameAsString()));
		}
		String text = copy.toString();
		if (text.matches("(?s).*\\b(Mono|Flux)<.*")) {
			throw new FaceException("%s cannot be told in blocking terms".formatted(type));
		}
		return text;
	}

	static boolean isReactive(Type type) {
		return type instanceof ClassOrInterfaceType named && isReactiveName(named.getNameAsString());
	}

	/** The argument of a generic type that has just one. */
	static Optional<Type> onlyArgument(Type type) {
		return (type instanceof ClassOrInterfaceType named) ? named.getTypeArguments()
			.filter((arguments) -> arguments.size() == 1)
			.map((arguments) -> arguments.get(0)) : Optional.empty();
	}

	static String simpleName(Type type) {
		return ((ClassOrInterfaceType) type).getNameAsString();
	}

}
