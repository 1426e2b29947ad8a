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

package io.agentbay.ai.tool;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the answer of a tool mentions a picture.
 */
final class PictureMentions {

	private static final Pattern MENTION = Pattern.compile("\\[picture ([0-9a-f-]{13}):");

	private PictureMentions() {
	}

	static String of(ToolPicture picture, String rest) {
		return "[picture %s: %s]".formatted(picture.id(), rest);
	}

	static Set<String> in(String answer) {
		Set<String> ids = new LinkedHashSet<>();
		Matcher matcher = MENTION.matcher(answer);
		while (matcher.find()) {
			ids.add(matcher.group(1));
		}
		return ids;
	}

}
