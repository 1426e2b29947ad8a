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

package io.agentbay.sample;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The chat with a model that is configured, and that writes HTML and scripts wherever it
 * can.
 */
class HostileChatTests extends AbstractWorkbenchTests {

	private static final String SCRIPT = "<img src=x onerror=\"document.title='lost'\"><script>document.title='lost'</script>";

	private static final String FILE = "<b>x</b>.svg";

	private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

	@Test
	void whatAModelAndItsToolsWriteIsTextAndPicturesAreSeen() {
		tab("Chat");
		assertThat(this.page.locator("#chat-model")).containsText("The model <i>hostile</i> answers");
		this.page.getByLabel("Message").fill(SCRIPT);
		click("Send (Ctrl+Enter)");
		assertThat(this.page.locator("#approval-list")).containsText("<b>x<");
		click("Approve hand_over_file");
		Locator log = this.page.locator("#chat-log");
		assertThat(log.locator(".answer").last()).hasText(SCRIPT);
		assertThat(log.locator(".said")).hasText(SCRIPT);
		assertThat(log).containsText("Standard output:\n" + SCRIPT);
		assertThat(log.locator("a")).hasText(Pattern.compile("Download .*\\.svg"));
		assertThat(log.locator("img")).hasCount(2);
		assertThat(log.locator("img").first()).hasAttribute("src", Pattern.compile("data:image/png;base64,.+"));
		assertThat(log.locator("img").last()).hasAttribute("src", Pattern.compile("blob:.+"));
		assertThat(log.locator("script, b, i")).hasCount(0);
		tab("Audit");
		assertThat(this.page.locator("#audit-list")).containsText("onerror");
		assertThat(this.page.locator("#audit-list img, #audit-list script")).hasCount(0);
		assertThat(this.page).hasTitle("AgentBay workbench");
		tab("Chat");
		click("End the conversation");
		assertThat(log).isEmpty();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configured {

		@Bean
		ChatModel hostileModel() {
			return new HostileModel();
		}

	}

	/** Prints a script, looks at a picture, hands over a picture with a script. */
	private static final class HostileModel implements ChatModel {

		private static final List<AssistantMessage> ACTS = List.of(
				call("run_command", Map.of("command", "cat << 'END'\n" + SCRIPT + "\nEND")),
				call("run_code",
						Map.of("code", "import base64\nopen('p.png', 'wb').write(base64.b64decode('" + PNG + "'))")),
				call("read_file", Map.of("path", "p.png")),
				call("write_file", Map.of("path", "d/" + FILE.replace('/', '_'), "content",
						"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='parent.document.title=1'>"
								+ "<script>top.document.title = 'lost'</script></svg>")),
				call("hand_over_file", Map.of("path", "d/" + FILE.replace('/', '_'))), new AssistantMessage(SCRIPT));

		private static AssistantMessage call(String tool, Map<String, String> arguments) {
			return AssistantMessage.builder()
				.content("")
				.toolCalls(List.of(new AssistantMessage.ToolCall("same id", "function", tool,
						JsonMapper.shared().writeValueAsString(arguments))))
				.build();
		}

		@Override
		public ChatResponse call(Prompt prompt) {
			long done = prompt.getInstructions().stream().filter(ToolResponseMessage.class::isInstance).count();
			return new ChatResponse(List.of(new Generation(ACTS.get((int) done))));
		}

		@Override
		public Flux<ChatResponse> stream(Prompt prompt) {
			return Flux.defer(() -> Flux.just(call(prompt)));
		}

		@Override
		public ChatOptions getOptions() {
			return ToolCallingChatOptions.builder().model("<i>hostile</i>").build();
		}

	}

}
