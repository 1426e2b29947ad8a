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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.error.MissingApiKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

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
		assertThat(MissingApiKeyFailureAnalyzer.action(false))
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
	void propertiesThatDoNotGoTogetherAreToldByTheirWholeNamesAndValues(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--agentbay.api-key=akm-secret",
				"--agentbay.clients.second.api-key=akm-other", "--agentbay.clients.second.retry.max-backoff=3ms"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("below 'agentbay.clients.second.retry' cannot be used: "
					+ "'max-backoff' must not be shorter than 'first-backoff'.")
			.containsPattern("agentbay\\.clients\\.second\\.retry\\.first-backoff=\\d+m?s \\(the default\\)")
			.contains("agentbay.clients.second.retry.max-backoff=3ms")
			.doesNotContain("akm-");
	}

	@Test
	void unusablePasswordIsNotTold(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--agentbay.api-key=akm-secret", "--agentbay.connection.proxy.password=hush"));
		assertThat(output).contains("agentbay.connection.proxy.username (not set)")
			.contains("agentbay.connection.proxy.password=****")
			.doesNotContain("hush");
	}

	@Test
	void valuesOfAnotherTypeAreLeftToSpringBoot(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--agentbay.api-key=akm-secret", "--agentbay.retry.max-attempts=many"));
		assertThat(output).contains("Property: agentbay.retry.max-attempts").contains("Value: \"many\"");
	}

	@Test
	void nearMissOfAPropertyIsTold(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--agentbay.api-kye=akm-secret"));
		assertThat(output).contains("There is no property 'agentbay.api-kye'. Did you mean 'agentbay.api-key'?")
			.doesNotContain("akm-secret");
	}

	@Test
	void nearMissOfAPropertyOfANamedAccountIsTold(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--agentbay.api-key=akm-1",
				"--agentbay.clients.second.endpoint=localhost:1", "--agentbay.clients.second.apikye=a"));
		assertThat(output).contains("There is no property 'agentbay.clients.second.apikye'. "
				+ "Did you mean 'agentbay.clients.second.api-key'?");
	}

	@Test
	void propertiesThatThereAreAndThoseOfOthersAreNoNearMisses() {
		MockEnvironment environment = new MockEnvironment().withProperty("agentbay.apiKey", "a")
			.withProperty("agentbay.session.labels.apikye", "b")
			.withProperty("agentbay.pool.images[0]", "c")
			.withProperty("agentbay.session.contexts[0].pathh", "c")
			.withProperty("agentbay.clients.second.endpoint", "d")
			.withProperty("agentbay.something.else", "e")
			.withProperty("other.agentbay.api-kye", "f");
		ConfigurationPropertySources.attach(environment);
		assertThat(PropertyHints.ofMetadata().unknown(environment)).isEmpty();
		environment.setProperty("agentbay.poool.enabled", "true");
		assertThat(PropertyHints.ofMetadata().unknown(environment)).containsOnlyKeys("agentbay.poool.enabled")
			.containsValue("agentbay.pool.enabled");
	}

	@Test
	void reservedLabelIsExplainedByItsProperty(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--agentbay.api-key=akm-1", "--agentbay.session.labels.agentbay-x=1"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("agentbay.session.labels.agentbay-x")
			.contains("are reserved")
			.doesNotContain("BeanCreationException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1500ms", "999ms", "0s", "-1s" })
	void idleTimeThatIsNoNumberOfSecondsIsExplained(String time, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--agentbay.api-key=akm-1", "--agentbay.clients.second.api-key=b",
				"--agentbay.clients.second.session.idle-release-timeout=" + time));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("agentbay.clients.second.session.idle-release-timeout")
			.contains("whole seconds");
	}

	@ParameterizedTest
	@CsvSource({ "lifecycle.max-runtime=90s, whole minutes", "lifecycle.idle-release-timeout=0m, whole minutes",
			"lifecycle.manual-release=true --lifecycle.max-runtime=5m, manual release excludes",
			"idle-release-timeout=5m --lifecycle.max-runtime=5m, excludes 'idle-release-timeout'" })
	void aLifecycleThatMakesNoSenseIsExplained(String properties, String reason, CapturedOutput output) {
		List<String> arguments = new ArrayList<>(List.of("--agentbay.api-key=akm-1"));
		for (String property : properties.split(" --")) {
			arguments.add("--agentbay.session." + property);
		}
		assertThatException().isThrownBy(() -> start(arguments.toArray(String[]::new)));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("agentbay.session.lifecycle")
			.contains(reason);
	}

	@ParameterizedTest
	@CsvSource({ "mounts[0].path=/, mounts[0].path, root directory",
			"mounts[0].path=//./, mounts[0].path, root directory", "mounts[0].path=/mnt/../etc, mounts[0].path, '..'",
			"mounts[0].path=mnt/data, mounts[0], absolute path", "mounts[0].path=, mounts[0], absolute path",
			"mounts[0].path=/mnt/data --mounts[0].source-path=../x, mounts[0].source-path, '..'",
			"mounts[0].path=/mnt/data --mounts[0].source-path=/a*, mounts[0].source-path, wildcards",
			"mounts[0].path=/mnt/a --mounts[1].name=b --mounts[1].path=/mnt/a/b, mounts[1].path, overlap",
			"contexts[0].name=b --contexts[0].path=/mnt --mounts[0].path=/mnt/a, mounts[0].path, overlap" })
	void aMountThatCanNeverBeIsExplained(String properties, String property, String reason, CapturedOutput output) {
		List<String> arguments = new ArrayList<>(List.of("--agentbay.session.mounts[0].name=a"));
		for (String argument : properties.split(" --")) {
			arguments.add("--agentbay.session." + argument);
		}
		assertThatException().isThrownBy(() -> run(Application.class, arguments.toArray(String[]::new)));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("agentbay.session." + property)
			.contains(reason);
	}

	@Test
	void anApplicationThatDoesNotUseTheClientNeedsNoKey() {
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void anApplicationThatMayUseTheClientFailsWhenItDoes() {
		new ApplicationContextRunner().withUserConfiguration(Application.class).run((context) -> {
			ObjectProvider<AgentBay> provider = context.getBeanProvider(AgentBay.class);
			assertThatException().isThrownBy(provider::getIfAvailable)
				.havingRootCause()
				.isInstanceOf(MissingApiKeyException.class);
		});
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
		run(User.class, arguments);
	}

	private static void run(Class<?> user, String... arguments) {
		SpringApplication application = new SpringApplication(Application.class, user);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(arguments).close();
	}

	/** Uses all clients that there are. */
	static class User {

		User(AgentBay agentBay, @Qualifier("second") ObjectProvider<AgentBay> second) {
			second.ifAvailable(AgentBay::cachedSessions);
		}

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
