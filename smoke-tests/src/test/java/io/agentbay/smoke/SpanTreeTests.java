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

package io.agentbay.smoke;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.code.CodeLanguage;
import io.agentbay.error.ServiceException;
import io.agentbay.observation.CallObservationContext;
import io.agentbay.session.Session;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that a request leads to has its place in the tree of the request: spans are made of
 * these observations.
 */
class SpanTreeTests {

	@ParameterizedTest(name = "{0}, virtual threads: {1}")
	@CsvSource({ "SERVLET, false", "SERVLET, true", "REACTIVE, false", "REACTIVE, true" })
	void everythingThatARequestLeadsToBelongsToIt(WebApplicationType type, boolean virtual) throws Exception {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class).web(type)
			.run("--agentbay.local.enabled=true", "--agentbay.local.direct-link=false", "--server.port=0",
					"--spring.main.banner-mode=off", "--logging.level.root=warn",
					"--spring.threads.virtual.enabled=" + virtual)) {
			Tree tree = context.getBean(Tree.class);
			String body = RestClient.create()
				.get()
				.uri("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/work")
				.retrieve()
				.body(String.class);
			assertThat(body).isEqualTo("one\n");
			assertThat(tree.requestEnded.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(tree.paths).containsExactlyInAnyOrder("http.server.requests",
					"http.server.requests > agentbay.api.call CreateMcpSession",
					"http.server.requests > agentbay.session", "http.server.requests > agentbay.tool.call shell",
					"http.server.requests > agentbay.tool.call shell > agentbay.api.call CallMcpTool",
					"http.server.requests > agentbay.tool.call run_code",
					"http.server.requests > agentbay.api.call DeleteSessionAsync",
					"http.server.requests > agentbay.api.call GetSessionDetail");
			assertThat(tree.virtual)
				.isEqualTo(virtual && type == WebApplicationType.SERVLET && Runtime.version().feature() >= 21);
		}
	}

	/** Where each observation of the application stands. */
	static class Tree implements ObservationHandler<Observation.Context> {

		private static final String REQUEST = "http.server.requests";

		private final Set<String> paths = new ConcurrentSkipListSet<>();

		private final CountDownLatch requestEnded = new CountDownLatch(1);

		private volatile boolean virtual;

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		@Override
		public void onStart(Observation.Context context) {
			this.paths.add(path(context, context.getParentObservation()));
			if (REQUEST.equals(context.getName())) {
				this.virtual = Thread.currentThread().toString().startsWith("VirtualThread");
			}
		}

		@Override
		public void onStop(Observation.Context context) {
			if (REQUEST.equals(context.getName())) {
				this.requestEnded.countDown();
			}
		}

		private static String path(Observation.ContextView context, @Nullable ObservationView parent) {
			String name = (context instanceof CallObservationContext call) ? call.getName() + " " + call.operation()
					: String.valueOf(context.getName());
			return (parent == null) ? name
					: path(parent.getContextView(), parent.getContextView().getParentObservation()) + " > " + name;
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Tree tree() {
			return new Tree();
		}

		/** Code streams over the WebSocket. */
		@RestController
		@ConditionalOnWebApplication(type = Type.SERVLET)
		record ServletController(AgentBay agentBay) {

			@GetMapping("/work")
			String work() {
				Session session = this.agentBay.create();
				String output = session.command().run("echo one").requireSuccess().stdout();
				try {
					session.code().stream("1", CodeLanguage.PYTHON, (event) -> {
					});
				}
				catch (ServiceException ex) {
					// no interpreter here
				}
				session.delete();
				return output;
			}

		}

		@RestController
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		record ReactiveController(ReactiveAgentBay agentBay) {

			@GetMapping("/work")
			Mono<String> work() {
				return this.agentBay.create()
					.flatMap((session) -> session.command()
						.run("echo one")
						.map((result) -> result.requireSuccess().stdout())
						.delayUntil(
								(output) -> session.code().stream("1", CodeLanguage.PYTHON).then().onErrorComplete())
						.delayUntil((output) -> session.delete()));
			}

		}

	}

}
