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

package io.agentbay.local.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.local.browser.PageAction;
import org.jspecify.annotations.Nullable;

/**
 * An instruction that is written as a call, such as <code>click('#send')</code>: the
 * SDKs' own methods for single steps send these. Places are named by CSS selectors then.
 */
final class CallForm {

	private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|(-?\\d+(?:\\.\\d+)?)";

	private static final Pattern CALL = Pattern.compile(
			"\\s*(?:page\\.)?([A-Za-z_]+)\\s*\\(\\s*((?:(?:" + TEXT + ")\\s*,?\\s*)*)\\)\\s*;?\\s*", Pattern.DOTALL);

	private static final Pattern ARGUMENT = Pattern.compile(TEXT, Pattern.DOTALL);

	private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

	private CallForm() {
	}

	/**
	 * Read a call.
	 * @return what it asks for, nothing if it is none or there is no such method
	 */
	static Optional<PageAction> read(String instruction) {
		Matcher call = CALL.matcher(instruction);
		if (!call.matches()) {
			return Optional.empty();
		}
		List<String> arguments = new ArrayList<>();
		Matcher argument = ARGUMENT.matcher(call.group(2));
		while (argument.find()) {
			arguments.add((argument.group(3) != null) ? argument.group(3)
					: unescaped((argument.group(1) != null) ? argument.group(1) : argument.group(2)));
		}
		String name = call.group(1).toLowerCase(Locale.ROOT).replace("_", "");
		return Optional.ofNullable(action(name, arguments));
	}

	private static @Nullable PageAction action(String name, List<String> arguments) {
		int count = arguments.size();
		if (name.equals("screenshot") && count == 0) {
			return new PageAction("screenshot", null, null, "take a screenshot");
		}
		if (count == 0) {
			return null;
		}
		String first = arguments.get(0);
		String last = arguments.get(count - 1);
		return switch (name) {
			case "goto", "navigate" -> new PageAction("goto", null, first, "go to " + first);
			case "click", "tap" -> new PageAction("click", first, null, "click " + first);
			case "fill", "type" ->
				(count > 1) ? new PageAction("fill", first, arguments.get(1), "fill " + first) : null;
			case "select", "selectoption" ->
				(count > 1) ? new PageAction("select", first, arguments.get(1), "select in " + first) : null;
			case "check", "uncheck" -> new PageAction(name, first, null, name + " " + first);
			case "press" -> new PageAction("press", null, last, "press " + last);
			case "wait" -> new PageAction("wait", null, first, "wait " + first + " s");
			default -> null;
		};
	}

	private static String unescaped(@Nullable String text) {
		return ESCAPED.matcher((text != null) ? text : "").replaceAll((escaped) -> switch (escaped.group(1)) {
			case "n" -> "\n";
			case "t" -> "\t";
			default -> Matcher.quoteReplacement(escaped.group(1));
		});
	}

}
