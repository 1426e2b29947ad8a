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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the text tells of the path of a file: where it is, as far as that does not depend
 * on links, or that nothing can be said.
 */
final class PathFact {

	/** A path that the text does not tell. */
	static final PathFact UNKNOWN = new PathFact(null, 0, false);

	static final PathFact ROOT = new PathFact(List.of(), 0, false);

	/** Directories that are links on the usual distributions. */
	private static final Map<String, List<String>> LINKS = Map.of("bin", List.of("usr", "bin"), "sbin",
			List.of("usr", "sbin"), "lib", List.of("usr", "lib"), "lib64", List.of("usr", "lib64"));

	private static final Set<String> LINKS_TO_ANYWHERE = Set.of("root", "cwd", "fd", "exe", "map_files", "task");

	private static final Pattern GLOB = Pattern.compile("[*?\\[]");

	private final @Nullable List<String> segments;

	/** So many of them are certainly no links. */
	private final int trusted;

	private final boolean throughLink;

	private PathFact(@Nullable List<String> segments, int trusted, boolean throughLink) {
		this.segments = segments;
		this.trusted = trusted;
		this.throughLink = throughLink;
	}

	/** Of a directory that is known to be one. */
	static PathFact trusted(String path) {
		PathFact fact = ROOT.resolve(path, false);
		return new PathFact(fact.segments, (fact.segments != null) ? fact.segments.size() : 0, false);
	}

	boolean isUnknown() {
		return this.segments == null;
	}

	List<String> segments() {
		return (this.segments != null) ? this.segments : List.of();
	}

	/** Whether there is a link on its way, so that it may be somewhere else. */
	boolean isThroughLink() {
		return this.throughLink;
	}

	boolean isGlob() {
		return segments().stream().anyMatch(PathFact::isGlob);
	}

	static boolean isGlob(String segment) {
		return !segment.isEmpty() && segment.charAt(0) == '\0';
	}

	/**
	 * Find what a path means in this directory.
	 * @param path the path, absolute or relative to this one
	 * @param glob whether the path is a pattern
	 * @return the path
	 */
	PathFact resolve(String path, boolean glob) {
		boolean absolute = path.startsWith("/");
		if ((this.segments == null && !absolute) || path.indexOf('\0') >= 0) {
			return UNKNOWN;
		}
		List<String> result = new ArrayList<>(absolute ? List.of() : segments());
		int known = absolute ? 0 : this.trusted;
		boolean link = !absolute && this.throughLink;
		for (String segment : path.split("/", -1)) {
			if (segment.isEmpty() || segment.equals(".")) {
				continue;
			}
			if (segment.equals("..")) {
				if (!result.isEmpty()) {
					if (isGlob(result.get(result.size() - 1))) {
						return UNKNOWN;
					}
					link |= result.size() > known;
					result.remove(result.size() - 1);
					known = Math.min(known, result.size());
				}
				continue;
			}
			boolean pattern = glob && GLOB.matcher(segment).find();
			if (pattern && (segment.startsWith(".") || segment.contains("["))) {
				return UNKNOWN;
			}
			result.add(pattern ? '\0' + segment : segment);
		}
		return of(result, known, link);
	}

	private static PathFact of(List<String> segments, int trusted, boolean link) {
		List<String> result = segments;
		if (!result.isEmpty() && LINKS.containsKey(result.get(0))) {
			List<String> target = new ArrayList<>(LINKS.getOrDefault(result.get(0), List.of()));
			target.addAll(result.subList(1, result.size()));
			result = target;
		}
		if (result.size() > 1 && result.get(0).equals("var")
				&& (result.get(1).equals("run") || result.get(1).equals("lock"))) {
			List<String> target = new ArrayList<>(
					result.get(1).equals("run") ? List.of("run") : List.of("run", "lock"));
			target.addAll(result.subList(2, result.size()));
			result = target;
		}
		boolean anywhere = result.size() > 2 && result.get(0).equals("proc")
				&& result.subList(2, result.size())
					.stream()
					.anyMatch((name) -> isGlob(name) || LINKS_TO_ANYWHERE.contains(name));
		boolean descriptor = result.size() > 1 && result.get(0).equals("dev") && result.get(1).equals("fd");
		return (anywhere || descriptor) ? UNKNOWN : new PathFact(List.copyOf(result), trusted, link);
	}

	@Override
	public String toString() {
		return (this.segments != null) ? "/" + String.join("/", this.segments).replace("\0", "") : "(unknown)";
	}

}
