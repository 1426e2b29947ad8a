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

package io.agentbay.local.internal.tool.file;

import java.util.List;

/**
 * Shows the difference between two texts as one hunk of a unified diff, from the first
 * line that differs to the last.
 */
final class UnifiedDiff {

	private static final int CONTEXT = 3;

	private UnifiedDiff() {
	}

	/**
	 * Compare two texts.
	 * @param path the file's path, for the head lines
	 * @param before the old text
	 * @param after the new text
	 * @return the diff, empty when the texts are equal
	 */
	static String between(String path, String before, String after) {
		if (before.equals(after)) {
			return "";
		}
		List<String> old = List.of(before.split("\n", -1));
		List<String> current = List.of(after.split("\n", -1));
		int shorter = Math.min(old.size(), current.size());
		int head = 0;
		while (head < shorter && old.get(head).equals(current.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(current.get(current.size() - 1 - tail))) {
			tail++;
		}
		int from = Math.max(0, head - CONTEXT);
		int kept = Math.min(CONTEXT, tail);
		int oldEnd = old.size() - tail;
		int currentEnd = current.size() - tail;
		StringBuilder diff = new StringBuilder();
		diff.append("--- a").append(path).append("\n+++ b").append(path).append('\n');
		diff.append(
				"@@ -%s,%s +%s,%s @@\n".formatted(from + 1, oldEnd + kept - from, from + 1, currentEnd + kept - from));
		append(diff, ' ', old.subList(from, head));
		append(diff, '-', old.subList(head, oldEnd));
		append(diff, '+', current.subList(head, currentEnd));
		append(diff, ' ', old.subList(oldEnd, oldEnd + kept));
		return diff.toString();
	}

	private static void append(StringBuilder diff, char sign, List<String> lines) {
		lines.forEach((line) -> diff.append(sign).append(line).append('\n'));
	}

}
