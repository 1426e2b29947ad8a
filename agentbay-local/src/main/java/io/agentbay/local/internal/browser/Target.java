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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.agentbay.local.browser.PageElement;

/**
 * A description of an element, such as {@code the second "Save" button}. Elements are
 * ranked by how well their names fit: the very name, the name containing the description,
 * then the share of the description's words that the name or the hints hold, at least
 * half of them. A word that names a role ("button", "field") prefers elements of that
 * role; an ordinal picks among the best. Otherwise the first in the document counts.
 */
final class Target {

	private static final Set<String> FILLERS = Set.of("the", "a", "an", "on", "in", "to", "of", "at", "with", "labeled",
			"labelled", "named", "called", "for", "that", "says", "all", "find", "any", "every", "please", "page",
			"element", "elements", "interactive", "clickable", "and", "into", "this", "list", "show", "get", "icon");

	private static final Map<String, Set<String>> ROLES = Map.ofEntries(Map.entry("button", Set.of("button")),
			Map.entry("link", Set.of("link")), Map.entry("field", Set.of("textbox", "searchbox", "combobox")),
			Map.entry("box", Set.of("textbox", "searchbox", "checkbox", "combobox")),
			Map.entry("input", Set.of("textbox", "searchbox")), Map.entry("textbox", Set.of("textbox", "searchbox")),
			Map.entry("textarea", Set.of("textbox")), Map.entry("checkbox", Set.of("checkbox", "switch")),
			Map.entry("radio", Set.of("radio")), Map.entry("dropdown", Set.of("combobox")),
			Map.entry("combobox", Set.of("combobox")), Map.entry("tab", Set.of("tab")),
			Map.entry("menuitem", Set.of("menuitem")));

	private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth",
			"seventh", "eighth", "ninth", "tenth");

	private final List<String> words = new ArrayList<>();

	private final Set<String> roles = new HashSet<>();

	private final String phrase;

	private int place;

	private boolean last;

	Target(String description) {
		for (String word : words(description)) {
			String plain = word.endsWith("es") && ROLES.containsKey(word.substring(0, word.length() - 2))
					? word.substring(0, word.length() - 2)
					: (word.endsWith("s") && ROLES.containsKey(word.substring(0, word.length() - 1)))
							? word.substring(0, word.length() - 1) : word;
			if (ROLES.containsKey(plain)) {
				this.roles.addAll(ROLES.get(plain));
			}
			else if (ORDINALS.contains(word)) {
				this.place = ORDINALS.indexOf(word);
			}
			else if (word.equals("last")) {
				this.last = true;
			}
			else if (!FILLERS.contains(word)) {
				this.words.add(word);
			}
		}
		this.phrase = String.join(" ", this.words);
	}

	/**
	 * The element that is meant.
	 * @param elements those to choose from
	 * @param able the roles that come into question, empty for all
	 */
	Optional<PageElement> best(List<PageElement> elements, Set<String> able) {
		List<PageElement> ranked = ranked(
				elements.stream().filter((element) -> able.isEmpty() || able.contains(element.role())).toList());
		if (ranked.isEmpty()) {
			return Optional.empty();
		}
		double top = score(ranked.get(0));
		List<PageElement> equal = ranked.stream().filter((element) -> score(element) == top).toList();
		int index = this.last ? equal.size() - 1 : this.place;
		return (index < equal.size()) ? Optional.of(equal.get(index)) : Optional.empty();
	}

	/**
	 * All elements that fit, the best first.
	 */
	List<PageElement> ranked(List<PageElement> elements) {
		return elements.stream()
			.filter((element) -> score(element) > 0)
			.sorted(Comparator.comparingDouble(this::score).reversed())
			.toList();
	}

	private double score(PageElement element) {
		boolean roleFits = this.roles.contains(element.role());
		if (this.words.isEmpty()) {
			return (this.roles.isEmpty() || roleFits) ? 1 : 0;
		}
		String name = String.join(" ", words(element.name()));
		Set<String> known = new HashSet<>(words(element.name() + " " + element.hint()));
		long shared = this.words.stream().filter(known::contains).count();
		double score;
		if (name.equals(this.phrase)) {
			score = 100;
		}
		else if ((" " + name + " ").contains(" " + this.phrase + " ")) {
			score = 70;
		}
		else if (shared * 2 >= this.words.size()) {
			score = 50.0 * shared / this.words.size();
		}
		else {
			return 0;
		}
		return score + (roleFits ? 20 : (this.roles.isEmpty() ? 0 : -20));
	}

	static List<String> words(String text) {
		String spaced = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
		return Arrays.stream(spaced.split("[^\\p{L}\\p{N}]+")).filter((word) -> !word.isEmpty()).toList();
	}

}
