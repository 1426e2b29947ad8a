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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.local.browser.PageAction;
import io.agentbay.local.browser.PageElement;
import io.agentbay.local.browser.PageView;
import org.jspecify.annotations.Nullable;

/**
 * Understands instructions by rules, so that the same page and the same words always lead
 * to the same action. The steps that it knows:
 * <ul>
 * <li>{@code click|tap|press|push} an element
 * <li>{@code type|enter|input|write} a text {@code into} a field, {@code fill|set} a
 * field {@code with|to} a text, {@code clear} a field
 * <li>{@code select|choose|pick} an option {@code from|in} a list
 * <li>{@code check|tick} and {@code uncheck|untick} a box
 * <li>{@code press|hit} a key: Enter, Tab, Escape and others
 * <li>{@code go|navigate|open|visit} to an address, {@code search for} a text,
 * {@code submit}
 * <li>{@code scroll} up, down, to the top, the bottom or an element, {@code wait} for
 * some seconds
 * </ul>
 * See {@link Target} for how elements are found.
 */
final class Rules {

	private static final Set<String> FIELDS = Set.of("textbox", "searchbox", "combobox");

	private static final Pattern GO = step("(?:go|navigate|open|visit)(?:\\s+to)?\\s+(.+)");

	private static final Pattern ADDRESS = Pattern
		.compile("(?i)(?:https?|data|about|file|chrome):.*|[\\w-]+(\\.[\\w-]+)+(/.*)?");

	private static final Pattern TYPE = step(
			"(?:type|enter|input|write)(?:\\s+in)?\\s+(.+?)(?:\\s+(?:into|in|to|on|as)\\s+(.+))?");

	private static final Pattern FILL = step("(?:fill|set)(?:\\s+(?:in|out))?\\s+(.+?)\\s+(?:with|to|as)\\s+(.+)");

	private static final Pattern CLEAR = step("clear\\s+(.+)");

	private static final Pattern SELECT = step("(?:select|choose|pick)\\s+(.+?)(?:\\s+(?:from|in|for|as)\\s+(.+))?");

	private static final Pattern CHECK = step("(un)?(?:check|tick)\\s+(.+)");

	private static final Pattern PRESS = step("(?:press|hit)\\s+(?:the\\s+)?(\\S+)(?:\\s+key)?");

	private static final Pattern CLICK = step(
			"(?:click|tap|press|push|hit|open|go|navigate|visit)(?:\\s+(?:on|to))?\\s+(.+)");

	private static final Pattern SEARCH = step("search\\s+(?:for\\s+)?(.+)");

	private static final Pattern SUBMIT = step("submit(?:\\s+.*)?");

	private static final Pattern SCROLL = step("scroll\\s+(?:(down|up)|to\\s+(?:the\\s+)?(top|bottom|.+))(?:\\s+.*)?");

	private static final Pattern WAIT = step("wait\\s+(?:for\\s+)?(\\d+(?:\\.\\d+)?)\\s*(?:s|seconds?)?");

	private Rules() {
	}

	/**
	 * What a step asks for.
	 * @param instruction where the step comes from
	 * @param step the step
	 * @param page what the page shows now
	 * @throws BrowserException if the step is not understood, or nothing fits it
	 */
	static List<PageAction> act(Instruction instruction, String step, PageView page) throws BrowserException {
		Matcher match = GO.matcher(step);
		if (match.matches() && ADDRESS.matcher(instruction.restore(match.group(1))).matches()) {
			String url = instruction.restore(match.group(1));
			String address = url.matches("(?i)[a-z]+:.*") ? url : "https://" + url;
			return List.of(new PageAction("goto", null, address, "go to " + address));
		}
		if ((match = TYPE.matcher(step)).matches()) {
			return List.of(fill(page, (match.group(2) != null) ? instruction.restore(match.group(2)) : "field",
					instruction.restore(match.group(1))));
		}
		if ((match = FILL.matcher(step)).matches()) {
			return List.of(fill(page, instruction.restore(match.group(1)), instruction.restore(match.group(2))));
		}
		if ((match = CLEAR.matcher(step)).matches()) {
			return List.of(fill(page, instruction.restore(match.group(1)), ""));
		}
		if ((match = SELECT.matcher(step)).matches()) {
			return List.of(select(page, instruction.restore(match.group(1)),
					(match.group(2) != null) ? instruction.restore(match.group(2)) : null));
		}
		if ((match = CHECK.matcher(step)).matches()) {
			String method = (match.group(1) != null) ? "uncheck" : "check";
			PageElement box = find(page, instruction.restore(match.group(2)), Set.of("checkbox", "radio", "switch"));
			return List.of(new PageAction(method, box.selector(), null, method + " " + box));
		}
		if ((match = PRESS.matcher(step)).matches() && Keys.find(instruction.restore(match.group(1))).isPresent()) {
			String key = instruction.restore(match.group(1));
			return List.of(new PageAction("press", null, key, "press " + key));
		}
		if ((match = CLICK.matcher(step)).matches()) {
			PageElement element = find(page, instruction.restore(match.group(1)), Set.of());
			return List.of(new PageAction("click", element.selector(), null, "click " + element));
		}
		return further(instruction, step, page);
	}

	private static List<PageAction> further(Instruction instruction, String step, PageView page)
			throws BrowserException {
		Matcher match = SEARCH.matcher(step);
		if (match.matches()) {
			Optional<PageElement> box = page.elements()
				.stream()
				.filter((e) -> e.role().equals("searchbox"))
				.findFirst();
			String target = box.map(PageElement::name).orElse("search field");
			return List.of(fill(page, target, instruction.restore(match.group(1))),
					new PageAction("press", null, "Enter", "press Enter"));
		}
		if (SUBMIT.matcher(step).matches()) {
			Optional<PageElement> button = page.elements()
				.stream()
				.filter((element) -> element.type().equals("submit"))
				.findFirst();
			return List
				.of(button.map((element) -> new PageAction("click", element.selector(), null, "click " + element))
					.orElseGet(() -> new PageAction("press", null, "Enter", "press Enter")));
		}
		if ((match = SCROLL.matcher(step)).matches()) {
			return List.of(scroll(instruction, page, match));
		}
		if ((match = WAIT.matcher(step)).matches()) {
			return List.of(new PageAction("wait", null, match.group(1), "wait " + match.group(1) + " s"));
		}
		throw new BrowserException("The step '" + instruction.restore(step)
				+ "' is not understood: without a language model the local runtime knows click, type, fill, select, "
				+ "check, press, go to, search, submit, scroll and wait");
	}

	private static PageAction scroll(Instruction instruction, PageView page, Matcher match) throws BrowserException {
		String direction = (match.group(1) != null) ? match.group(1) : match.group(2);
		return switch (direction.toLowerCase(Locale.ROOT)) {
			case "down" -> new PageAction("scroll", null, "600", "scroll down");
			case "up" -> new PageAction("scroll", null, "-600", "scroll up");
			case "top" -> new PageAction("scroll", null, "-1000000", "scroll to the top");
			case "bottom" -> new PageAction("scroll", null, "1000000", "scroll to the bottom");
			default -> {
				PageElement element = find(page, instruction.restore(direction), Set.of());
				yield new PageAction("scroll", element.selector(), null, "scroll to " + element);
			}
		};
	}

	/**
	 * What could be done with the elements that fit a description.
	 */
	static List<PageAction> observe(String instruction, PageView page) {
		return new Target(new Instruction(instruction, Map.of()).restore(instruction)).ranked(page.elements())
			.stream()
			.map((element) -> new PageAction(method(element), element.selector(), null, element.toString()))
			.toList();
	}

	private static String method(PageElement element) {
		return switch (element.role()) {
			case "textbox", "searchbox" -> "fill";
			case "combobox" -> element.options().isEmpty() ? "fill" : "select";
			case "checkbox", "switch", "radio" -> "check";
			default -> "click";
		};
	}

	private static PageAction fill(PageView page, String target, String text) throws BrowserException {
		PageElement field = find(page, target, FIELDS);
		String method = field.options().isEmpty() ? "fill" : "select";
		String shown = field.type().equals("password") ? "a password" : "'" + text + "'";
		return new PageAction(method, field.selector(), text, "fill " + field + " with " + shown);
	}

	private static PageAction select(PageView page, String option, @Nullable String target) throws BrowserException {
		if (target != null) {
			PageElement list = find(page, target, Set.of("combobox"));
			return new PageAction("select", list.selector(), option, "select '" + option + "' in " + list);
		}
		for (PageElement element : page.elements()) {
			if (element.options().stream().anyMatch((candidate) -> candidate.equalsIgnoreCase(option))) {
				return new PageAction("select", element.selector(), option, "select '" + option + "' in " + element);
			}
		}
		PageElement element = find(page, option, Set.of());
		return new PageAction("click", element.selector(), null, "click " + element);
	}

	private static PageElement find(PageView page, String description, Set<String> able) throws BrowserException {
		return new Target(description).best(page.elements(), able)
			.orElseThrow(() -> new BrowserException("Nothing on the page fits '" + description + "'"));
	}

	private static Pattern step(String regex) {
		return Pattern.compile("(?:please\\s+)?" + regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
	}

}
