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

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small application of every kind, with its own class path: it stays what it is, works
 * in sessions, and when it is stopped, ends its work with its session before no session
 * is left.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SmallApplicationTests {

	private static final List<String> SERVLET = List.of("spring-webmvc", "spring-boot-webmvc", "spring-boot-servlet",
			"spring-boot-tomcat", "spring-boot-starter-tomcat", "tomcat-");

	private static final List<String> REACTIVE = List.of("spring-boot-webflux", "spring-boot-reactor-netty");

	private static final List<String> ACTUATOR = List.of("spring-boot-actuator", "spring-boot-health",
			"spring-boot-micrometer", "micrometer-core", "micrometer-jakarta");

	private final Map<List<String>, ClassPath> classPaths = new HashMap<>();

	@AfterAll
	void close() throws IOException {
		for (ClassPath classPath : this.classPaths.values()) {
			classPath.close();
		}
	}

	@ParameterizedTest(name = "{0}, actuator: {1}, virtual threads: {2}")
	@CsvSource({ "SERVLET, true, false", "SERVLET, true, true", "SERVLET, false, false", "SERVLET, false, true",
			"REACTIVE, true, false", "REACTIVE, true, true", "REACTIVE, false, false", "REACTIVE, false, true",
			"NONE, true, false", "NONE, true, true", "NONE, false, false", "NONE, false, true" })
	void worksStopsAndLeavesNothing(Kind kind, boolean actuator, boolean virtual) throws Exception {
		Map<?, ?> report = (Map<?, ?>) classPath(kind, actuator).call(SmallApplication.class, "startAndStop",
				new String[] { "--agentbay.local.enabled=true", "--server.port=0", "--spring.main.banner-mode=off",
						"--logging.level.root=warn", "--spring.jackson.property-naming-strategy=SNAKE_CASE",
						"--management.endpoint.health.show-components=always",
						"--spring.threads.virtual.enabled=" + virtual });
		assertThat(report.get("context")).isEqualTo(kind.context);
		assertThat(report.get("web clients")).isEqualTo("0");
		assertThat(report.get("output")).isEqualTo("hello");
		assertThat(report.get("sessions")).isEqualTo("2");
		assertThat(report.get("deleted")).isEqualTo("2");
		boolean onVirtualThread = virtual && Runtime.version().feature() >= 21;
		if (kind == Kind.NONE) {
			// Spring does not wait for tasks on virtual threads before it stops the rest.
			if (!onVirtualThread) {
				assertThat(report.get("work")).isEqualTo("Work[itsOutput=done, isVirtual=false]");
			}
			return;
		}
		assertThat(report.get("work")).isEqualTo(
				"200 {\"its_output\":\"done\",\"is_virtual\":" + (onVirtualThread && kind == Kind.SERVLET) + "}");
		if (actuator) {
			assertThat(report.get("health")).asString().startsWith("200 ").contains("\"agentbay\":{\"status\":\"UP\"}");
		}
		else {
			assertThat(report.get("health")).asString().startsWith("404 ");
		}
	}

	@Test
	void classPathsDiffer() {
		assertThat(classPath(Kind.SERVLET, true).has("org.springframework.web.servlet.DispatcherServlet")).isTrue();
		assertThat(classPath(Kind.REACTIVE, true).has("org.springframework.web.servlet.DispatcherServlet")).isFalse();
		assertThat(classPath(Kind.NONE, true).has("jakarta.servlet.Servlet")).isFalse();
		assertThat(classPath(Kind.NONE, true).has("org.springframework.boot.actuate.endpoint.annotation.Endpoint"))
			.isTrue();
		assertThat(classPath(Kind.NONE, false).has("org.springframework.boot.health.contributor.Health")).isFalse();
		assertThat(classPath(Kind.NONE, false).has("io.micrometer.core.instrument.MeterRegistry")).isFalse();
	}

	private ClassPath classPath(Kind kind, boolean actuator) {
		List<String> absent = new ArrayList<>();
		if (kind != Kind.SERVLET) {
			absent.addAll(SERVLET);
		}
		if (kind != Kind.REACTIVE) {
			absent.addAll(REACTIVE);
		}
		if (!actuator) {
			absent.addAll(ACTUATOR);
		}
		return this.classPaths.computeIfAbsent(absent, ClassPath::without);
	}

	enum Kind {

		SERVLET("AnnotationConfigServletWebServerApplicationContext"),

		REACTIVE("AnnotationConfigReactiveWebServerApplicationContext"),

		NONE("AnnotationConfigApplicationContext");

		private final String context;

		Kind(String context) {
			this.context = context;
		}

	}

}
