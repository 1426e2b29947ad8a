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

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of the reactive face is to someone who waits for it.
 *
 * @param kind how it is told
 * @param result the type that the last event carries, for events
 * @param last the type of the last event, for events
 */
record Shape(Kind kind, @Nullable String result, @Nullable String last) {

	enum Kind {

		/** Answered by one reply: a list. */
		LIST,

		/** Read page by page: a stream that waits once for each page. */
		PAGES,

		/** The bytes of a file: an input stream. */
		BYTES,

		/** Ends with a result: a consumer is told each event. */
		EVENTS,

		/** Never ends by itself: a consumer is told each item until it is closed. */
		SUBSCRIBE

	}

	boolean hasConsumer() {
		return this.kind == Kind.EVENTS || this.kind == Kind.SUBSCRIBE;
	}

	static Optional<Shape> of(MethodDeclaration method) {
		return method.getAnnotationByName("BlockingShape").map(Shape::read);
	}

	private static Shape read(AnnotationExpr annotation) {
		if (annotation.isSingleMemberAnnotationExpr()) {
			return new Shape(kind(annotation.asSingleMemberAnnotationExpr().getMemberValue().toString()), null, null);
		}
		NormalAnnotationExpr members = annotation.asNormalAnnotationExpr();
		String kind = member(members, "value");
		if (kind == null) {
			throw new FaceException("@BlockingShape without a value");
		}
		return new Shape(kind(kind), type(member(members, "result")), type(member(members, "last")));
	}

	private static @Nullable String member(NormalAnnotationExpr members, String name) {
		return members.getPairs()
			.stream()
			.filter((pair) -> pair.getNameAsString().equals(name))
			.map((pair) -> pair.getValue().toString())
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String type(@Nullable String literal) {
		return (literal != null) ? literal.replaceAll("\\.class$", "") : null;
	}

	private static Kind kind(String name) {
		return Kind.valueOf(name.substring(name.lastIndexOf('.') + 1));
	}

}
