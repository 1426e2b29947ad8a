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

package io.agentbay.boot.secrecy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.AgentBay;
import io.agentbay.boot.actuate.AgentBayEndpoint;
import io.agentbay.boot.secrecy.TellingService.Failure;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.command.CommandOptions;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadReport;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.local.internal.tls.ServerIdentity;
import io.agentbay.session.Session;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.beans.BeansEndpoint;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What is secret shows up nowhere in an application that uses the starter, whether its
 * calls succeed or fail. The secrets of this test begin with {@code hush}.
 */
class SecrecyTests {

	private static final String SECRET = "hush";

	@TempDir
	private Path directory;

	private final List<String> texts = new CopyOnWriteArrayList<>();

	/** An earlier application of this JVM may have set logging up, which is done once. */
	@BeforeEach
	void letTheApplicationSetUpLogging() {
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
	}

	/** The application has turned everything on. */
	@AfterEach
	void restoreLogging() {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.cleanUp();
		logging.beforeInitialize();
		logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
	}

	@Test
	void nothingThatIsSecretShowsUpAnywhere() throws Exception {
		Path log = this.directory.resolve("application.log");
		try (TellingService service = new TellingService()) {
			try (ConfigurableApplicationContext context = start(service, log)) {
				callAll(context, service);
				lookAtAll(context);
			}
			assertThat(service.targets()).as("the secrets were in use")
				.anyMatch((target) -> target.contains("link"))
				.anyMatch((target) -> target.contains("hush-signature"));
			assertThat(service.labels()).isNotEmpty().noneMatch((labels) -> labels.contains(SECRET));
		}
		assertThat(this.texts).hasSizeGreaterThan(50).noneMatch((text) -> text.contains(SECRET));
		try (var lines = Files.lines(log)) {
			assertThat(lines.filter((line) -> line.contains(SECRET))).isEmpty();
		}
		assertThat(log).content().contains(" TRACE ", "CreateMcpSession", "reactor.netty");
	}

	private ConfigurableApplicationContext start(TellingService service, Path log) throws Exception {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.ofEntries(Map.entry("agentbay.api-key", "akm-hush-key"),
				Map.entry("agentbay.endpoint", service.endpoint()), Map.entry("agentbay.retry.max-attempts", 1),
				Map.entry("agentbay.session.labels.team", "red"),
				Map.entry("agentbay.clients.far.api-key", "akm-hush-far"),
				Map.entry("agentbay.clients.far.endpoint", "agentbay.invalid"),
				Map.entry("agentbay.clients.far.connection.proxy.host", "127.0.0.1"),
				Map.entry("agentbay.clients.far.connection.proxy.port", 1),
				Map.entry("agentbay.clients.far.connection.proxy.username", "user"),
				Map.entry("agentbay.clients.far.connection.proxy.password", "hush-proxy"),
				Map.entry("agentbay.clients.far.connection.ssl.bundle", "far"),
				Map.entry("spring.ssl.bundle.jks.far.truststore.location", trustStore().toUri().toString()),
				Map.entry("spring.ssl.bundle.jks.far.truststore.password", "hush-trust"),
				Map.entry("agentbay.ownership.lock-directory", this.directory.toString()),
				Map.entry("spring.application.name", "secrecy"), Map.entry("spring.docker.compose.enabled", false),
				Map.entry("spring.ai.chat.client.enabled", false),
				Map.entry("management.endpoints.web.exposure.include", "*"),
				Map.entry("management.endpoint.health.show-details", "always"),
				Map.entry("logging.level.root", "trace"), Map.entry("logging.threshold.console", "off"),
				// What the other side of the connection writes is its own affair.
				Map.entry("logging.level.com.sun.net.httpserver", "off"),
				Map.entry("logging.level.sun.net.httpserver", "off"), Map.entry("logging.file.name", log.toString())));
		return application.run();
	}

	private Path trustStore() throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry("far", ServerIdentity.selfSigned(List.of("localhost")).certificates()[0]);
		Path file = this.directory.resolve("trust.p12");
		try (OutputStream out = Files.newOutputStream(file)) {
			store.store(out, "hush-trust".toCharArray());
		}
		return file;
	}

	private void callAll(ConfigurableApplicationContext context, TellingService service) throws Exception {
		AgentBay agentBay = context.getBean(AgentBay.class);
		Session session = agentBay.create();
		this.texts.addAll(List.of(session.toString(), session.details().toString(), session.state().toString()));
		CommandOptions options = CommandOptions.defaults().withVariable("PASSWORD", "hush-variable");
		call(() -> session.command().run("ls", options).requireSuccess());
		call(() -> context.getBean(AgentBayTemplate.class).execute((lent) -> lent.fetchInfo()));
		for (Failure failure : Failure.values()) {
			fail(service, "/link", failure, () -> session.command().run("ls", options).requireSuccess());
			fail(service, "GetContextFileUploadUrl", failure, () -> upload(session));
			fail(service, "RefreshSessionIdleTime", failure, () -> keepAlive(session));
			fail(service, "CreateMcpSession", failure, agentBay::create);
			fail(service, "ListSession", failure, () -> answer(context.getBean(HealthEndpoint.class)));
		}
		for (Failure failure : List.of(Failure.REFUSE, Failure.HANG_UP)) {
			fail(service, "/bucket", failure, () -> upload(session));
		}
		Throwable unreachable = catchThrowable(() -> context.getBean("far", AgentBay.class).list().toList());
		assertThat(unreachable).isNotNull();
		add(unreachable);
	}

	private void fail(TellingService service, String target, Failure failure, Callable<?> work) {
		service.failsNext(target, failure);
		call(work);
	}

	private static UploadReport upload(Session session) {
		return session.fileSystem().upload(UploadSource.of(new byte[] { 1 }), "/t/f", TransferOptions.defaults());
	}

	private static String keepAlive(Session session) {
		session.keepAlive();
		return session.id();
	}

	private void call(Callable<?> work) {
		try {
			this.texts.add(String.valueOf(work.call()));
		}
		catch (Exception ex) {
			add(ex);
		}
	}

	private void add(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			this.texts.add(cause.toString());
			for (Throwable suppressed : cause.getSuppressed()) {
				this.texts.add(suppressed.toString());
			}
		}
	}

	private void lookAtAll(ConfigurableApplicationContext context) {
		for (Class<?> endpoint : List.of(EnvironmentEndpoint.class, ConfigurationPropertiesReportEndpoint.class,
				BeansEndpoint.class, InfoEndpoint.class, HealthEndpoint.class, AgentBayEndpoint.class)) {
			this.texts.add(answer(context.getBean(endpoint)));
		}
		for (String name : context.getBeanDefinitionNames()) {
			Object bean = context.getBean(name);
			if (bean.getClass().getName().startsWith("io.agentbay")) {
				this.texts.add(name + " " + bean);
			}
		}
		context.getBean(MeterRegistry.class)
			.getMeters()
			.forEach((meter) -> this.texts.add(meter.getId() + " " + meter.measure()));
		List<String> spans = context.getBean(SpanAttributes.class).seen;
		assertThat(spans).hasSizeGreaterThan(10);
		this.texts.addAll(spans);
	}

	private static String answer(Object endpoint) {
		JsonMapper json = JsonMapper.shared();
		if (endpoint instanceof EnvironmentEndpoint env) {
			return json.writeValueAsString(env.environment(null));
		}
		if (endpoint instanceof ConfigurationPropertiesReportEndpoint properties) {
			return json.writeValueAsString(properties.configurationProperties());
		}
		if (endpoint instanceof BeansEndpoint beans) {
			return json.writeValueAsString(beans.beans());
		}
		if (endpoint instanceof InfoEndpoint info) {
			return json.writeValueAsString(info.info());
		}
		if (endpoint instanceof HealthEndpoint health) {
			return json.writeValueAsString(health.health());
		}
		return json.writeValueAsString(((AgentBayEndpoint) endpoint).agentBay());
	}

	/** Everything that is on the class path. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		SpanAttributes spanAttributes() {
			return new SpanAttributes();
		}

	}

	/** Hears what becomes the attributes of spans. */
	static final class SpanAttributes implements ObservationHandler<Observation.Context> {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		@Override
		public void onStop(Observation.Context context) {
			this.seen.add(context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues() + " "
					+ context.getError());
		}

	}

}
