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

package io.agentbay.boot.autoconfigure;

import java.util.Map;

import io.agentbay.error.MissingApiKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for the failure analyzers, by what an application prints.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalyzersTests {

	@Test
	void missingKeyIsExplainedWithAllWaysToGiveOne(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--agentbay.api-key="));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("AgentBay needs an API key, and none was found.")
			.contains("'agentbay.api-key'")
			.contains("AGENTBAY_API_KEY")
			.contains(".env")
			.contains("'agentbay.local.enabled=true'.");
	}

	@Test
	void missingKeyWithoutTheLocalRuntimeNamesItsDependency() {
		MissingApiKeyException failure = new MissingApiKeyException("none");
		assertThat(new MissingApiKeyFailureAnalyzer(false).analyze(failure, failure).getAction())
			.contains("'agentbay.local.enabled=true' and add the dependency io.agentbay:agentbay-local");
	}

	@Test
	void missingKeyOfANamedAccountIsExplainedByItsProperty(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--agentbay.api-key=akm-secret", "--agentbay.clients.second.endpoint=localhost:1"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The AgentBay account 'second' has no API key")
			.contains("Set 'agentbay.clients.second.api-key'")
			.doesNotContain("akm-secret");
	}

	@Test
	void malformedEndpointIsExplained(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--agentbay.api-key=akm-secret", "--agentbay.endpoint=https://a b"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The AgentBay endpoint 'https://a b' cannot be used")
			.contains("agentbay.endpoint=wuyingai.cn-shanghai.aliyuncs.com")
			.doesNotContain("akm-secret");
	}

	@Test
	void plainHttpIsExplained(CapturedOutput output) {
		assertThatException().isThrownBy(
				() -> start("--agentbay.api-key=akm-secret", "--agentbay.endpoint=http://agentbay.example.com"));
		assertThat(output).contains("plain http would send the key unencrypted to another machine")
			.contains("agentbay.connection.allow-plain-http=true");
	}

	@Test
	void unusablePropertyIsExplainedByItsName(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--agentbay.api-key=akm-secret", "--agentbay.connection.max-connections=0"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("agentbay.connection")
			.contains("'max-connections' must be at least 1");
	}

	@Test
	void unknownSslBundleIsExplainedWithThoseThatThereAre(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--agentbay.api-key=akm-secret",
				"--agentbay.connection.ssl.bundle=corporat", "--spring.ssl.bundle.jks.corporate.protocol=TLSv1.3"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The SSL bundle 'corporat', which 'agentbay.connection.ssl.bundle' names, cannot be found")
			.contains("The SSL bundles that there are: corporate.")
			.contains("spring.ssl.bundle.pem.corporat.truststore.certificate")
			.doesNotContain("akm-secret");
	}

	@Test
	void unknownSslBundleOfANamedClientIsExplainedByItsProperty(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--agentbay.api-key=akm-secret", "--agentbay.clients.second.api-key=akm-other",
					"--agentbay.clients.second.connection.ssl.bundle=missing"));
		assertThat(output).contains("'agentbay.clients.second.connection.ssl.bundle'")
			.contains("There are no SSL bundles.");
	}

	private static void start(String... arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(arguments).close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SslAutoConfiguration.class, AgentBayAutoConfiguration.class })
	static class Application {

		@Bean
		AgentBayClientCustomizer emptyEnvironment() {
			return (builder) -> builder.environment(Map.of());
		}

	}

}
