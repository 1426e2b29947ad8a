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

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.boot.autoconfigure.web.AgentBayProblemDetailsAutoConfiguration;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.pool.PoolFigures;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes an application ahead of time that uses the starter in every way, and starts
 * it with what was generated.
 */
class AheadOfTimeTests {

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	@TempDir
	private Path directory;

	@AfterEach
	void stopService() {
		this.service.close();
	}

	@Test
	void anApplicationWithLazyScopedAndNamedClientsStartsFromWhatWasGenerated() throws Exception {
		Path sources = this.directory.resolve("sources");
		Path classes = Files.createDirectories(this.directory.resolve("classes"));
		String initializer = process(sources, classes);
		compile(sources, classes);
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(urls(classes), ClassLoader.getPlatformClassLoader())) {
			thread.setContextClassLoader(loader);
			loader.loadClass(Generated.class.getName())
				.getMethod("start", String.class, String[].class)
				.invoke(null, initializer, properties());
		}
		finally {
			thread.setContextClassLoader(before);
		}
		assertThat(this.service.journal().calls("CreateMcpSession")).hasSizeGreaterThanOrEqualTo(4);
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	/** What was generated has to be loaded by the loader of what it makes. */
	private static URL[] urls(Path classes) throws IOException {
		List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
		for (String entry : classPath().split(File.pathSeparator)) {
			urls.add(Path.of(entry).toUri().toURL());
		}
		return urls.toArray(URL[]::new);
	}

	private static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
			.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
	}

	private String process(Path sources, Path classes) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(properties()).applyTo(context);
			context.getBeanFactory().registerScope("tenant", new SimpleThreadScope());
			context.register(Application.class);
			DefaultGenerationContext generation = new DefaultGenerationContext(
					new ClassNameGenerator(ClassName.get(Application.class)),
					new FileSystemGeneratedFiles((kind) -> switch (kind) {
						case SOURCE -> sources;
						case RESOURCE, CLASS -> classes;
					}));
			ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
			return initializer.canonicalName();
		}
	}

	private String[] properties() {
		return new String[] { "agentbay.api-key=" + this.service.apiKey(),
				"agentbay.endpoint=" + this.service.endpoint(),
				"agentbay.clients.second.api-key=" + this.service.apiKey(),
				"agentbay.clients.second.endpoint=" + this.service.endpoint(), "agentbay.pool.enabled=true",
				"spring.application.name=shop",
				"agentbay.ownership.lock-directory=" + this.directory.resolve("locks") };
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-parameters", "-cp",
				classPath() + File.pathSeparator + classes, "-d", classes.toString()));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((name) -> name.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(arguments).as("generated sources").hasSizeGreaterThan(15);
		assertThat(compiler.run(null, null, null, arguments.toArray(new String[0]))).isZero();
	}

	/** Loaded anew, with all that it uses, beside what was generated. */
	public static final class Generated {

		private Generated() {
		}

		@SuppressWarnings("unchecked")
		public static void start(String initializer, String[] properties) throws Exception {
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				TestPropertyValues.of(properties)
					.and("agentbay.pool.enabled=false", "agentbay.pool.max-size=7")
					.applyTo(context);
				context.getBeanFactory().registerScope("tenant", new SimpleThreadScope());
				((ApplicationContextInitializer<GenericApplicationContext>) Class.forName(initializer)
					.getDeclaredConstructor()
					.newInstance()).initialize(context);
				context.refresh();
				use(context);
			}
		}

		private static void use(GenericApplicationContext context) {
			Application application = context.getBean(Application.class);
			assertThat(application.agentBay.create().id()).isNotBlank();
			assertThat(application.all).doesNotContain(context.getBean("second", AgentBay.class));
			assertThat(context.getBean("tenantAgentBay", AgentBay.class).create().id()).isNotBlank();
			assertThat(context.getBean("second", AgentBay.class).create().id()).isNotBlank();
			String id = context.getBean(AgentBayOperations.class).execute(Session::id);
			assertThat(id).isNotBlank();
			context.getBean(SessionSource.class).acquire().close();
			assertThat(context.getBean(SessionPools.class).figures().values())
				.as("whether there is a pool is frozen, how large it is is not")
				.extracting(PoolFigures::max)
				.containsExactly(7);
			assertThat(context.getBean(AgentBaySessions.class).get("a").id()).isNotBlank();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class,
			AgentBayPoolAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class,
			AgentBayKeyedSessionsAutoConfiguration.class, AgentBayOwnershipAutoConfiguration.class,
			AgentBayProblemDetailsAutoConfiguration.class })
	static class Application {

		private final AgentBay agentBay;

		private final List<AgentBay> all;

		Application(@Lazy AgentBay agentBay, List<AgentBay> all) {
			this.agentBay = agentBay;
			this.all = all;
		}

		@Bean(defaultCandidate = false)
		@Scope(scopeName = "tenant", proxyMode = ScopedProxyMode.INTERFACES)
		AgentBay tenantAgentBay(AgentBayBuilder builder) {
			return builder.build();
		}

	}

}
