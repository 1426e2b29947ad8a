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

package io.agentbay.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StreamUtils;

/**
 * Finds properties below {@code agentbay} that nobody reads, but whose names are nearly
 * those of properties that there are.
 */
final class PropertyHints {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("agentbay");

	private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

	private static final Pattern CLIENT = Pattern.compile("agentbay\\.clients\\.[^.]+\\.");

	private static final int NEAR = 2;

	private final Collection<String> known;

	PropertyHints(Collection<String> known) {
		this.known = known;
	}

	static PropertyHints ofMetadata() {
		try {
			return new PropertyHints(names());
		}
		catch (IOException | RuntimeException ex) {
			return new PropertyHints(List.of());
		}
	}

	/** Other jars have files of that name too. */
	private static Collection<String> names() throws IOException {
		String location = AgentBayProperties.class.getProtectionDomain().getCodeSource().getLocation().toString();
		String file = (location.endsWith(".jar") ? "jar:" + location + "!" : location.replaceFirst("/$", ""))
				+ METADATA;
		Collection<String> names = new TreeSet<>();
		try (InputStream in = URI.create(file).toURL().openStream()) {
			Map<String, Object> metadata = JsonParserFactory.getJsonParser()
				.parseMap(StreamUtils.copyToString(in, StandardCharsets.UTF_8));
			if (metadata.get("properties") instanceof List<?> properties) {
				properties.forEach((property) -> {
					if (property instanceof Map<?, ?> map) {
						names.add(String.valueOf(map.get("name")));
					}
				});
			}
		}
		return names;
	}

	/**
	 * Tell of names that may be mistakes.
	 * @return a sentence for each, empty if there are none
	 */
	String of(@Nullable Environment environment) {
		if (environment == null || this.known.isEmpty()) {
			return "";
		}
		StringBuilder hints = new StringBuilder();
		unknown(environment).forEach((name, near) -> hints
			.append("%n%nThere is no property '%s'. Did you mean '%s'?".formatted(name, near)));
		return hints.toString();
	}

	/** The unknown names with what they are near to. */
	Map<String, String> unknown(Environment environment) {
		Map<String, String> found = new LinkedHashMap<>();
		ConfigurationPropertySources.get(environment).forEach((source) -> {
			if (source instanceof IterableConfigurationPropertySource names) {
				names.filter((name) -> ROOT.isAncestorOf(name)).forEach((name) -> {
					String near = near(name.toString());
					if (near != null) {
						found.putIfAbsent(name.toString(), near);
					}
				});
			}
		});
		return found;
	}

	private @Nullable String near(String name) {
		String account = prefix(name);
		String common = account.isEmpty() ? name : "agentbay." + name.substring(account.length());
		String letters = letters(common);
		boolean exact = this.known.stream()
			.map(PropertyHints::letters)
			.anyMatch((candidate) -> candidate.equals(letters));
		boolean below = this.known.stream().anyMatch((candidate) -> isElement(common, candidate));
		if (exact || below) {
			return null;
		}
		return this.known.stream()
			.filter((candidate) -> distance(letters, letters(candidate)) <= NEAR)
			.min(Comparator.comparingInt((candidate) -> distance(letters, letters(candidate))))
			.map((candidate) -> account.isEmpty() ? candidate : account + candidate.substring("agentbay.".length()))
			.orElse(null);
	}

	/** What stands before the keys that accounts with a name have as well. */
	private static String prefix(String name) {
		Matcher matcher = CLIENT.matcher(name);
		return matcher.lookingAt() ? matcher.group() : "";
	}

	/** Of a map or a list. */
	private static boolean isElement(String name, String candidate) {
		return name.startsWith(candidate + ".") || name.startsWith(candidate + "[");
	}

	/** However it is written: with dashes, as a variable, or with capitals. */
	private static String letters(String name) {
		return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	/** How many letters have to be added, removed, changed or swapped. */
	static int distance(String a, String b) {
		int[][] d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				if (i == 0 || j == 0) {
					d[i][j] = i + j;
					continue;
				}
				int cost = (a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1;
				d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
				}
			}
		}
		return d[a.length()][b.length()];
	}

}
