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

package io.agentbay.boot.autoconfigure.web;

import io.agentbay.boot.web.AgentBayExceptionAdvice;
import io.agentbay.command.CommandFailedException;
import io.agentbay.command.CommandResult;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayProblemDetailsAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AgentBayProblemDetailsAutoConfigurationTests {

	private static final String ENABLED = "agentbay.web.problem-details.enabled=true";

	private static final String MESSAGE = "agentbay.web.problem-details.include-message=true";

	private final WebApplicationContextRunner mvc = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AgentBayProblemDetailsAutoConfiguration.class, JacksonAutoConfiguration.class,
						HttpMessageConvertersAutoConfiguration.class, WebMvcAutoConfiguration.class))
		.withUserConfiguration(Sessions.class);

	private final ReactiveWebApplicationContextRunner webFlux = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayProblemDetailsAutoConfiguration.class,
				JacksonAutoConfiguration.class, CodecsAutoConfiguration.class, WebFluxAutoConfiguration.class,
				HttpHandlerAutoConfiguration.class))
		.withUserConfiguration(Sessions.class);

	@Test
	void isOffUnlessAskedFor() {
		this.mvc.run((context) -> assertThat(context).doesNotHaveBean(AgentBayExceptionAdvice.class));
		this.webFlux.run((context) -> assertThat(context).doesNotHaveBean(AgentBayExceptionAdvice.class));
	}

	@Test
	void isForWebApplicationsOnly() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(AgentBayProblemDetailsAutoConfiguration.class))
			.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AgentBayExceptionAdvice.class));
	}

	@Test
	void mvcAnswersAFailureByAProblemDetail() {
		this.mvc.withPropertyValues(ENABLED)
			.run((context) -> assertThat(get(context)).hasStatus(HttpStatus.GONE)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
				.bodyJson()
				.isLenientlyEqualTo("""
						{"type": "urn:agentbay:problem:session-gone", "status": 410, "requestId": "R-1",
						"detail": "The session has ended."}"""));
	}

	@Test
	void webFluxAnswersAFailureByAProblemDetail() {
		this.webFlux.withPropertyValues(ENABLED)
			.run((context) -> client(context).get()
				.uri("/session")
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.GONE)
				.expectHeader()
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.expectBody()
				.json("""
						{"type": "urn:agentbay:problem:session-gone", "status": 410, "requestId": "R-1",
						"detail": "The session has ended."}"""));
	}

	@Test
	void theMessageIsShownWhenAskedFor() {
		this.mvc.withPropertyValues(ENABLED, MESSAGE)
			.run((context) -> assertThat(get(context)).bodyText().contains("no alive session s-1"));
	}

	@Test
	void aStreamThatHasBegunBreaksOffWithoutAnotherFailure(CapturedOutput output) {
		this.mvc.withPropertyValues(ENABLED).run((context) -> {
			MvcTestResult result = MockMvcTester.from((WebApplicationContext) context).get().uri("/events").exchange();
			assertThat(result).bodyText().isEqualTo("data:begun\n\n");
		});
		assertThat(output).contains("Broke off an answer that had begun")
			.doesNotContain("Failure in @ExceptionHandler");
	}

	@Test
	void aStreamThatFailsBeforeItBeginsIsAnsweredAsAnyOther() {
		this.mvc.withPropertyValues(ENABLED)
			.run((context) -> assertThat(
					MockMvcTester.from((WebApplicationContext) context).get().uri("/no-events").exchange())
				.hasStatus(HttpStatus.GONE)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON));
	}

	@Test
	void aHandlerOfTheApplicationWinsHoweverGeneralItIs() {
		this.mvc.withPropertyValues(ENABLED)
			.withUserConfiguration(OwnAdvice.class)
			.run((context) -> assertThat(get(context)).hasStatus(HttpStatus.CONFLICT));
		this.webFlux.withPropertyValues(ENABLED)
			.withUserConfiguration(OwnAdvice.class)
			.run((context) -> client(context).get()
				.uri("/session")
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.CONFLICT));
	}

	@Test
	void aFailureThatIsNotTheCallersFaultIsLoggedOnce(CapturedOutput output) {
		this.mvc.withPropertyValues(ENABLED).run((context) -> {
			assertThat(MockMvcTester.from(context).get().uri("/failing").exchange())
				.hasStatus(HttpStatus.INTERNAL_SERVER_ERROR);
			assertThat(get(context)).hasStatus(HttpStatus.GONE);
		});
		assertThat(output.getOut().split("Answered with status", -1)).hasSize(2);
		assertThat(output).containsOnlyOnce("CommandFailedException: Exit code 3")
			.contains("WARN")
			.doesNotContain("no alive session");
	}

	private static MvcTestResult get(WebApplicationContext context) {
		return MockMvcTester.from(context).get().uri("/session").exchange();
	}

	private static WebTestClient client(ApplicationContext context) {
		return WebTestClient.bindToApplicationContext(context).build();
	}

	@RestController
	static class Sessions {

		@GetMapping("/failing")
		String failing() {
			throw new CommandFailedException(CommandResult.builder("make").exitCode(3).build());
		}

		@GetMapping("/session")
		String session() {
			throw ServiceException.of(FailureKind.SESSION_GONE, "SessionNotFound", "no alive session s-1",
					CallDetails.ofRequest("R-1"));
		}

		@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> events() {
			return Flux.just("begun").concatWith(noEvents());
		}

		@GetMapping(path = "/no-events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> noEvents() {
			return Flux.error(() -> ServiceException.of(FailureKind.SESSION_GONE, "SessionNotFound", "gone",
					CallDetails.ofRequest("R-1")));
		}

	}

	@ControllerAdvice
	static class OwnAdvice {

		@ExceptionHandler(RuntimeException.class)
		ResponseEntity<Void> any(RuntimeException ex) {
			return ResponseEntity.status(HttpStatus.CONFLICT).build();
		}

	}

}
