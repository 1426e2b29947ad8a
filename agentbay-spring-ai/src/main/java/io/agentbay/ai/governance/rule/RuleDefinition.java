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

import java.util.List;
import java.util.regex.Pattern;

import io.agentbay.ai.governance.ToolDecision.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A rule of patterns: it decides on what all of its lists match, where an empty list
 * matches everything. {@code *} stands for any characters.
 *
 * @param name the name, which is told to the model and kept in the audit
 * @param decision {@link Kind#ALLOWED}, {@link Kind#ASKED} or {@link Kind#DENIED}
 * @param tools names of tools
 * @param commands programs, and words that follow them, such as {@code git push}
 * @param paths absolute paths, {@code ~} for the home directory and {@code **} for any
 * directories
 * @param hosts names of hosts, such as {@code *.example.com}
 * @param conversations ids of conversations
 * @param users ids of users
 * @param reason why, in words for the model or for the person who is asked
 * @since 0.1.0
 */
public record RuleDefinition(String name, Kind decision, List<String> tools, List<String> commands, List<String> paths,
		List<String> hosts, List<String> conversations, List<String> users, @Nullable String reason) {

	public RuleDefinition {
		Assert.hasText(name, "'name' must not be empty");
		Assert.isTrue(decision == Kind.ALLOWED || decision == Kind.ASKED || decision == Kind.DENIED,
				"'decision' must be allow, ask or deny");
		tools = List.copyOf(tools);
		commands = List.copyOf(commands);
		paths = List.copyOf(paths);
		hosts = List.copyOf(hosts);
		conversations = List.copyOf(conversations);
		users = List.copyOf(users);
	}

	/**
	 * Make a rule of this.
	 * @param home the home directory in the sessions
	 * @param whenHidden {@link Kind#DENIED} or {@link Kind#ASKED}: what happens to a call
	 * of which it cannot be told whether it does what this rule forbids
	 * @return the rule
	 * @throws IllegalArgumentException if one of the patterns cannot be read
	 */
	public ToolRule toRule(String home, Kind whenHidden) {
		Assert.isTrue(whenHidden == Kind.ASKED || whenHidden == Kind.DENIED, "'whenHidden' must be ask or deny");
		return new PatternRule(this, home, whenHidden);
	}

	static Pattern hostPattern(String text) {
		Assert.isTrue(text.matches("[A-Za-z0-9.*_:\\[\\]-]+"),
				() -> ("'%s' must be the name of a host, without scheme, port and path; * stands for any characters")
					.formatted(text));
		return Wildcards.compile(text, true);
	}

}
