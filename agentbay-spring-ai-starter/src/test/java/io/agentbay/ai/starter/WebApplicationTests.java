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

package io.agentbay.ai.starter;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import io.agentbay.ai.ToolCallbackDecorator;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Web applications of both kinds: tools never run on event loops, and what they call
 * belongs to the spans that Spring AI makes of them.
 */
class WebApplicationTests {

	@ParameterizedTest(name = "{0}, {1}, virtual threads: {2}")
	@CsvSource({ "SERVLET, call, false", "SERVLET, call, true", "SERVLET, stream, false", "REACTIVE, stream, false",
			"REACTIVE, stream, true" })
	void modelWorksForARequest(WebApplicationType type, String way, boolean virtual) {
		ScriptedChatModel model = new ScriptedChatModel().calls("run_command", """
				{"command": "echo hello"}""").repeatsWhatToolsAnswered();
		try (ConfigurableApplicationContext context = SmallApplication.run(model, type, Application.class,
				"spring.threads.virtual.enabled=" + virtual, "agentbay.local.direct-link=false")) {
			String answer = RestClient.create()
				.get()
				.uri("http://127.0.0.1:%s/%s?id=ann"
					.formatted(context.getEnvironment().getProperty("local.server.port"), way))
				.retrieve()
				.body(String.class);
			assertThat(answer).contains("hello");
			assertThat(context.getBean(Threads.class).onEventLoops).containsExactly(false);
			assertThat(context.getBean(Tree.class).parents)
				.contains("agentbay.ai.tool.call < spring.ai.tool", "agentbay.tool.call < agentbay.ai.tool.call",
						"agentbay.api.call < agentbay.tool.call")
				.doesNotContain("agentbay.ai.tool.call < agentbay.ai.tool.call");
		}
	}

	/** Notes on which threads tools run. */
	static class Threads implements ToolCallbackDecorator {

		final Set<Boolean> onEventLoops = new ConcurrentSkipListSet<>();

		@Override
		public ToolCallback decorate(ToolCallback tool) {
			return new ToolCallback() {

				@Override
				public ToolDefinition getToolDefinition() {
					return tool.getToolDefinition();
				}

				@Override
				public String call(String toolInput) {
					return tool.call(toolInput);
				}

				@Override
				public String call(String toolInput, @Nullable ToolContext toolContext) {
					Threads.this.onEventLoops.add(Schedulers.isInNonBlockingThread());
					return tool.call(toolInput, toolContext);
				}

			};
		}

	}

	/** Notes which observation belongs to which. */
	static class Tree implements ObservationHandler<Observation.Context> {

		final Set<String> parents = new ConcurrentSkipListSet<>();

		@Override
		public void onStop(Observation.Context context) {
			if (context.getParentObservation() != null) {
				this.parents.add(context.getName() + " < " + context.getParentObservation().getContextView().getName());
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Threads threads() {
			return new Threads();
		}

		@Bean
		Tree tree() {
			return new Tree();
		}

		@Bean
		Controller controller(ChatClient.Builder builder) {
			return new Controller(builder.build());
		}

	}

	@RestController
	static class Controller {

		private final ChatClient chat;

		Controller(ChatClient chat) {
			this.chat = chat;
		}

		@GetMapping("/call")
		String call(@RequestParam("id") String id) {
			return this.chat.prompt("do")
				.advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, id))
				.call()
				.content();
		}

		@GetMapping("/stream")
		Flux<String> stream(@RequestParam("id") String id) {
			return this.chat.prompt("do")
				.advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, id))
				.stream()
				.content();
		}

	}

}
