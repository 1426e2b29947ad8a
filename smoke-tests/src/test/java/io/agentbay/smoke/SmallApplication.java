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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A small application that works in sessions: at the request of others where it has a web
 * server, else in a task of its own. It deletes none of them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SmallApplication {

	private static final String WORK = "sleep 0.3; echo done";

	/**
	 * Start it, stop it while it works in a session, and tell what it was like.
	 * @param args the arguments of the application
	 * @return what it was like, by names
	 */
	public static Map<String, String> startAndStop(String... args) throws Exception {
		Map<String, String> report = new LinkedHashMap<>();
		LocalAgentBay runtime;
		Future<String> work;
		try (ConfigurableApplicationContext context = SpringApplication.run(SmallApplication.class, args)) {
			runtime = context.getBean(LocalAgentBay.class);
			report.put("context", context.getClass().getSimpleName());
			report.put("web clients", String.valueOf(context.getBeanNamesForType(WebClient.Builder.class).length));
			Session session = context.getBean(AgentBay.class).create();
			report.put("output", session.command().run("echo hello").requireSuccess().stdout().strip());
			String port = context.getEnvironment().getProperty("local.server.port");
			if (port != null) {
				report.put("health", get(port, "/actuator/health").get(30, TimeUnit.SECONDS));
			}
			work = (port != null) ? get(port, "/work") : task(context);
			if (!context.getBean(Begun.class).latch.await(30, TimeUnit.SECONDS)) {
				throw new IllegalStateException("The work did not begin: " + work.get(1, TimeUnit.SECONDS));
			}
		}
		report.put("work", outcome(work));
		report.put("sessions", String.valueOf(runtime.journal().calls("CreateMcpSession").size()));
		report.put("deleted", String.valueOf(runtime.journal().calls("DeleteSessionAsync").size()));
		return report;
	}

	private static String outcome(Future<String> work) throws Exception {
		try {
			return work.get(30, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			return "failed: " + ex.getCause();
		}
	}

	private static CompletableFuture<String> get(String port, String path) {
		return HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString())
			.thenApply((response) -> response.statusCode() + " " + response.body());
	}

	private static Future<String> task(ConfigurableApplicationContext context) {
		AgentBay agentBay = context.getBean(AgentBay.class);
		Begun begun = context.getBean(Begun.class);
		return context.getBean(AsyncTaskExecutor.class).submit(() -> work(agentBay, begun).toString());
	}

	private static Work work(AgentBay agentBay, Begun begun) {
		Session session = agentBay.create();
		begun.latch.countDown();
		return work(session.command().run(WORK).requireSuccess().stdout());
	}

	private static Work work(String output) {
		return new Work(output.strip(), Thread.currentThread().toString().startsWith("VirtualThread"));
	}

	@Bean
	Begun begun() {
		return new Begun();
	}

	@RestController
	@ConditionalOnWebApplication(type = Type.SERVLET)
	record ServletController(AgentBay agentBay, Begun begun) {

		@GetMapping("/work")
		Work answer() {
			return work(this.agentBay, this.begun);
		}

	}

	@RestController
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	record ReactiveController(ReactiveAgentBay agentBay, Begun begun) {

		@GetMapping("/work")
		Mono<Work> answer() {
			return this.agentBay.create()
				.doOnNext((created) -> this.begun.latch.countDown())
				.flatMap((session) -> session.command().run(WORK))
				.map((result) -> work(result.requireSuccess().stdout()));
		}

	}

	record Work(String itsOutput, boolean isVirtual) {
	}

	/** Told when the work has a session. */
	static class Begun {

		private final CountDownLatch latch = new CountDownLatch(1);

	}

}
