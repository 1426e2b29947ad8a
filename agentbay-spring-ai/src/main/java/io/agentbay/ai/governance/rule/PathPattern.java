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

package io.agentbay.ai.governance.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * A pattern for absolute paths: {@code *} and {@code ?} within a segment, {@code **} for
 * any number of segments, {@code ~} at the beginning for the home directory.
 */
final class PathPattern {

	private final String text;

	private final List<String> segments;

	/** So many segments have no wildcards. */
	private final int fixed;

	private final Pattern regex;

	private PathPattern(String text, List<String> segments) {
		this.text = text;
		this.segments = segments;
		int count = 0;
		while (count < segments.size() && segments.get(count).matches("[^*?]*")) {
			count++;
		}
		this.fixed = count;
		this.regex = Pattern.compile(regex(segments), Pattern.DOTALL);
	}

	static PathPattern compile(String text, String home) {
		String path = text.equals("~") ? home : text.startsWith("~/") ? home + text.substring(1) : text;
		Assert.isTrue(path.startsWith("/") || path.startsWith("**"),
				() -> "'%s' must begin with '/', '~/' or '**/', as paths are compared from their beginning"
					.formatted(text));
		Assert.isTrue(
				Arrays.stream(path.split("/")).noneMatch((segment) -> segment.equals("..") || segment.equals(".")),
				() -> "'%s' must not contain '.' or '..'".formatted(text));
		List<String> segments = new ArrayList<>();
		for (String segment : path.split("/")) {
			if (!segment.isEmpty()) {
				segments.add(segment);
			}
		}
		int wild = 0;
		while (wild < segments.size() && segments.get(wild).matches("[^*?]*")) {
			wild++;
		}
		List<String> all = new ArrayList<>(
				PathFact.ROOT.resolve("/" + String.join("/", segments.subList(0, wild)), false).segments());
		all.addAll(segments.subList(wild, segments.size()));
		return new PathPattern(text, List.copyOf(all));
	}

	private static String regex(List<String> segments) {
		StringBuilder regex = new StringBuilder();
		for (String segment : segments) {
			regex.append(segment.equals("**") ? "(?:/[^/]+)*" : "/" + Wildcards.segmentRegex(segment));
		}
		return regex.toString();
	}

	/**
	 * Compare a path that must not be meant.
	 * @param path the path
	 * @param reach how much below the path is meant, too
	 * @return whether the pattern means it, or something that is reached through it
	 */
	Match forbids(PathFact path, Reach reach) {
		if (path.isUnknown()) {
			return Match.UNKNOWN;
		}
		if (path.isGlob()) {
			return overlaps(path, reach);
		}
		if (matches(path)) {
			return Match.YES;
		}
		if (path.isThroughLink() || isAbove(path, reach)) {
			return Match.UNKNOWN;
		}
		return Match.NO;
	}

	/**
	 * Compare a path that must be meant.
	 * @param path the path
	 * @return whether the pattern certainly means it
	 */
	boolean permits(PathFact path) {
		if (path.isUnknown() || path.isThroughLink()) {
			return false;
		}
		if (!path.isGlob()) {
			return matches(path);
		}
		boolean tree = this.segments.size() == this.fixed + 1 && this.segments.get(this.fixed).equals("**");
		return tree && path.segments().size() > this.fixed
				&& path.segments().subList(0, this.fixed).equals(this.segments.subList(0, this.fixed));
	}

	private boolean matches(PathFact path) {
		StringBuilder text = new StringBuilder();
		path.segments().forEach((segment) -> text.append('/').append(segment));
		return this.regex.matcher(text).matches();
	}

	/** Whether what the pattern means may be below the path. */
	private boolean isAbove(PathFact path, Reach reach) {
		if (reach == Reach.ITSELF) {
			return false;
		}
		if (this.fixed < this.segments.size() && this.fixed <= path.segments().size()
				&& path.segments().subList(0, this.fixed).equals(this.segments.subList(0, this.fixed))) {
			return reach == Reach.TREE;
		}
		return path.segments().size() < this.fixed
				&& this.segments.subList(0, path.segments().size()).equals(path.segments());
	}

	private Match overlaps(PathFact path, Reach reach) {
		for (int i = 0; i < Math.min(this.fixed, path.segments().size()); i++) {
			String segment = path.segments().get(i);
			String fixedSegment = this.segments.get(i);
			boolean same = PathFact.isGlob(segment)
					? !fixedSegment.startsWith(".")
							&& fixedSegment.matches(Wildcards.segmentRegex(segment.substring(1)))
					: segment.equals(fixedSegment);
			if (!same) {
				return Match.NO;
			}
		}
		boolean above = path.segments().size() < this.fixed;
		return (above && reach == Reach.ITSELF) ? Match.NO : Match.UNKNOWN;
	}

	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * What a program or a tool does with a path.
	 */
	enum Reach {

		/** Nothing below it is read or changed. */
		ITSELF,

		/** What is right below it may be. */
		ENTRIES,

		/** All below it may be. */
		TREE

	}

}
