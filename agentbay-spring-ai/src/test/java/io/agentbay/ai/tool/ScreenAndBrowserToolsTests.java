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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.agentbay.ai.scope.InMemoryScopedSessions;
import io.agentbay.session.CreateSessionOptions;
import org.junit.jupiter.api.Test;

import org.springframework.ai.tool.ToolCallbackProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the tools that look and act on a screen.
 */
class ScreenAndBrowserToolsTests extends AbstractToolTests {

	@Test
	void pagesAreOpenedObservedWorkedOnReadAndSeen() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is not installed");
		try (Shop shop = new Shop()) {
			call("browse", """
					{"action": "navigate", "target": "%s"}""".formatted(shop.address()));
			String read = """
					{"action": "extract", "target": "the text"}""";
			assertThat(call("browse", read)).contains("Bread costs 3 EUR");
			assertThat(call("browse", """
					{"action": "observe", "target": "the Buy button"}""")).contains("Buy");
			call("browse", """
					{"action": "act", "target": "click the Buy button"}""");
			assertThat(call("browse", read)).contains("Sold out");
			String seen = call("screenshot", "{}");
			assertThat(seen).contains("the web page, image/").contains("shown below");
			assertThat(this.outputs.picturesIn(seen)).hasSize(1);
			assertThat(call("browse", """
					{"action": "navigate"}""")).isEqualTo("Error: 'target' is missing: the address of a page");
		}
	}

	@Test
	void desktopIsSeenAndWorkedOn() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/Xvfb")) && Files.isExecutable(Path.of("/usr/bin/xdotool")),
				"Xvfb or xdotool is not installed");
		String seen = call("desktop", """
				{"action": "look"}""");
		assertThat(seen).matches("(?s)The screen has \\d+ x \\d+ pixels\n\\[picture .*shown below].*");
		assertThat(this.outputs.picturesIn(seen)).hasSize(1);
		assertThat(call("desktop", """
				{"action": "click", "x": 10, "y": 10}""")).startsWith("Done");
		assertThat(call("desktop", """
				{"action": "press", "text": "ctrl+a"}""")).startsWith("Done");
		assertThat(call("desktop", """
				{"action": "click"}""")).isEqualTo("Error: 'x' and 'y' are missing: where to do it");
		assertThat(call("desktop", """
				{"action": "click", "x": -5, "y": 999999}""")).startsWith("Error: ");
	}

	@Test
	void phoneIsOfferedWhereTheImageHasOne() {
		try (InMemoryScopedSessions phones = new InMemoryScopedSessions(agentBay,
				CreateSessionOptions.ofImage("mobile_latest"), List.of())) {
			ToolCallbackProvider tools = AgentBayToolCallbackProvider.builder(phones).imageId("mobile_latest").build();
			assertThat(tools.getToolCallbacks()).extracting((tool) -> tool.getToolDefinition().name())
				.contains("phone")
				.doesNotContain("desktop", "hand_over_file");
			String seen = call(tools, "ann", "phone", """
					{"action": "look"}""");
			assertThat(this.outputs.picturesIn(seen)).hasSize(1);
			assertThat(call(tools, "ann", "phone", """
					{"action": "tap", "x": 5, "y": 5}""")).startsWith("Done");
			assertThat(call(tools, "ann", "phone", """
					{"action": "swipe", "x": 5, "y": 5}""")).startsWith("Error: ");
			assertThat(this.outputs.picturesIn(call(tools, "ann", "screenshot", """
					{"subject": "screen"}"""))).hasSize(1);
		}
	}

	@Test
	void partsThatTheComputerLacksAreSaidSo() {
		try (InMemoryScopedSessions plain = new InMemoryScopedSessions(agentBay,
				CreateSessionOptions.ofImage("code_latest"), List.of())) {
			ToolCallbackProvider tools = AgentBayToolCallbackProvider.builder(plain)
				.include("desktop", "phone", "browse", "screenshot")
				.build();
			assertThat(call(tools, "ann", "desktop", """
					{"action": "look"}""")).isEqualTo("Error: this computer has no desktop");
			assertThat(call(tools, "ann", "phone", """
					{"action": "look"}""")).isEqualTo("Error: this computer is no phone");
			assertThat(call(tools, "ann", "browse", """
					{"action": "observe"}""")).startsWith("Error: this computer has no browser");
			assertThat(call(tools, "ann", "screenshot", "{}")).isEqualTo("Error: this computer has nothing to be seen");
		}
	}

}
