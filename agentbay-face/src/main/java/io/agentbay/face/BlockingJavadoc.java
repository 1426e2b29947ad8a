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

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;

/**
 * Tells the Javadoc of the reactive face to those who wait: without what is true of
 * streams only, and with links to the blocking types.
 */
final class BlockingJavadoc {

	private static final Pattern INLINE_NOTE = Pattern.compile("(?s)\\s*@apiNote.*?(?=\\n\\s*\\*?\\s*@|\\z)");

	private static final Pattern LINK = Pattern.compile("\\{@link(plain)?\\s+([^}]+)}");

	private static final Pattern OWN_METHOD = Pattern.compile("#(\\w+)\\(([^)]*)\\)(.*)", Pattern.DOTALL);

	private BlockingJavadoc() {
	}

	/**
	 * Rewrite a comment.
	 * @param node what it belongs to
	 * @param method the method
	 * @return the comment with its marks, or an empty text
	 */
	static String of(NodeWithJavadoc<?> node, BlockingMethod method) {
		String text = text(node, method.consumers());
		if (text.isEmpty()) {
			throw new FaceException(method.name() + " has no Javadoc");
		}
		if (method.isVoid()) {
			text = withoutTag(text, "return");
		}
		if (method.hasConsumer()) {
			text = withConsumer(withoutTag(text, "return"), method.told());
		}
		return comment(text);
	}

	static String ofType(NodeWithJavadoc<?> node) {
		return comment(text(node, Set.of()));
	}

	private static String text(NodeWithJavadoc<?> node, Set<String> consumers) {
		String raw = node.getJavadocComment().map((comment) -> comment.getContent()).orElse("");
		String text = raw.replaceAll("(?m)^[ \\t]*\\* ?", "").strip();
		text = INLINE_NOTE.matcher(text).replaceAll("");
		return LINK.matcher(text)
			.replaceAll((found) -> Matcher.quoteReplacement("{@link" + ((found.group(1) != null) ? found.group(1) : "")
					+ " " + target(found.group(2), consumers) + "}"))
			.strip();
	}

	private static String target(String link, Set<String> consumers) {
		if (link.startsWith("Mono") || link.startsWith("Flux")) {
			throw new FaceException("A link to %s cannot be rewritten".formatted(link));
		}
		Matcher own = OWN_METHOD.matcher(link);
		String target = (own.matches() && consumers.contains(own.group(1))) ? "#%s(%sConsumer)%s"
			.formatted(own.group(1), own.group(2).isBlank() ? "" : own.group(2) + ", ", own.group(3)) : link;
		return target.replaceAll("\\bReactive(?=[A-Z])", "");
	}

	private static String withoutTag(String text, String tag) {
		return text.replaceAll("(?s)\\n@" + tag + "\\b.*?(?=\\n@|\\z)", "");
	}

	private static String withConsumer(String text, String told) {
		String tags = "@param consumer told each item, one after the other\n@return " + told;
		Matcher rest = Pattern.compile("(?m)^@(throws|since|see)").matcher(text);
		return rest.find() ? text.substring(0, rest.start()) + tags + "\n" + text.substring(rest.start())
				: text + "\n" + tags;
	}

	private static String comment(String text) {
		return "/**\n" + text.lines().map((line) -> (" * " + line).stripTrailing() + "\n").reduce("", String::concat)
				+ " */\n";
	}

}
