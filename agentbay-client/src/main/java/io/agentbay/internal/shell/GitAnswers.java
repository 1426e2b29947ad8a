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

package io.agentbay.internal.shell;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.git.GitBranches;
import io.agentbay.git.GitCommit;
import io.agentbay.git.GitFileStatus;
import io.agentbay.git.GitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads what git prints.
 */
final class GitAnswers {

	/** Asks for the fields of a commit, divided by characters that no field holds. */
	static final String LOG_FORMAT = "--format=%H%x01%h%x01%an%x01%ae%x01%aI%x01%s%x00";

	private static final String NO_COMMITS = "No commits yet on ";

	private static final Pattern COMMITTED = Pattern.compile("\\[.*?\\s?([0-9a-f]{4,64})\\]");

	private static final Pattern AHEAD = Pattern.compile("ahead (\\d+)");

	private static final Pattern BEHIND = Pattern.compile("behind (\\d+)");

	private GitAnswers() {
	}

	static String commitHash(String output) {
		Matcher matcher = COMMITTED.matcher(output);
		return matcher.find() ? matcher.group(1) : "";
	}

	static List<GitCommit> log(String output) {
		List<GitCommit> commits = new ArrayList<>();
		for (String record : output.split("\0")) {
			String[] fields = record.strip().split("\u0001", -1);
			if (fields.length == 6) {
				commits.add(new GitCommit(fields[0], fields[1], fields[2], fields[3], OffsetDateTime.parse(fields[4]),
						fields[5]));
			}
		}
		return commits;
	}

	static GitBranches branches(String output) {
		List<String> names = new ArrayList<>();
		String current = null;
		for (String line : output.lines().toList()) {
			String[] fields = line.split("\t", -1);
			if (!fields[0].isBlank() && !fields[0].startsWith("(")) {
				names.add(fields[0]);
				current = (fields.length > 1 && fields[1].equals("*")) ? fields[0] : current;
			}
		}
		return new GitBranches(names, current);
	}

	static GitStatus status(String output) {
		Iterator<String> entries = Arrays.stream(output.split("\0")).filter((entry) -> !entry.isEmpty()).iterator();
		String head = entries.hasNext() ? entries.next() : "";
		List<GitFileStatus> files = new ArrayList<>();
		while (entries.hasNext()) {
			String entry = entries.next();
			if (entry.length() > 3) {
				boolean moved = entry.charAt(0) == 'R' || entry.charAt(0) == 'C';
				files.add(new GitFileStatus(entry.substring(3), (moved && entries.hasNext()) ? entries.next() : null,
						entry.charAt(0), entry.charAt(1)));
			}
		}
		return head(head.startsWith("## ") ? head.substring(3) : head, files);
	}

	private static GitStatus head(String head, List<GitFileStatus> files) {
		if (head.startsWith(NO_COMMITS)) {
			return new GitStatus(head.substring(NO_COMMITS.length()), null, false, 0, 0, files);
		}
		int bracket = head.indexOf(" [");
		String names = (bracket >= 0) ? head.substring(0, bracket) : head;
		boolean detached = names.startsWith("HEAD (") || names.isEmpty();
		int dots = names.indexOf("...");
		String branch = (dots >= 0) ? names.substring(0, dots) : names;
		String counts = (bracket >= 0) ? head.substring(bracket) : "";
		return new GitStatus(detached ? null : branch, upstream(names, dots), detached, number(AHEAD, counts),
				number(BEHIND, counts), files);
	}

	private static @Nullable String upstream(String names, int dots) {
		return (dots >= 0) ? names.substring(dots + 3) : null;
	}

	private static int number(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
	}

}
