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

import io.agentbay.AgentBay;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/** A slice of Spring MVC answers failures as the whole application does. */
@WebMvcTest(controllers = WebMvcSliceTests.Sessions.class, properties = "agentbay.web.problem-details.enabled=true")
class WebMvcSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private AgentBay agentBay;

	@Test
	void aFailureIsAnsweredByAProblemDetail() {
		given(this.agentBay.get("s-1"))
			.willThrow(ServiceException.of(FailureKind.SESSION_GONE, "gone", "gone", CallDetails.ofRequest("R-1")));
		assertThat(this.mvc.get().uri("/session")).hasStatus(HttpStatus.GONE);
	}

	@RestController
	static class Sessions {

		private final AgentBay agentBay;

		Sessions(AgentBay agentBay) {
			this.agentBay = agentBay;
		}

		@GetMapping("/session")
		String session() {
			return this.agentBay.get("s-1").id();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Sessions.class)
	static class Application {

	}

}
