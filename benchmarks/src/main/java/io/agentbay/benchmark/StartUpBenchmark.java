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

package io.agentbay.benchmark;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * How much longer an application takes to start with the starter. Each start has a JVM of
 * its own, so that the classes that the starter needs count as well; more iterations
 * (options {@code -f 3 -wi 5 -i 10}) show starts of which the classes are there.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(20)
@State(Scope.Benchmark)
public class StartUpBenchmark {

	private @Nullable ConfigurableApplicationContext context;

	/**
	 * Start an application without the starter.
	 * @return the application
	 */
	@Benchmark
	public ConfigurableApplicationContext withoutStarter() {
		StringBuilder ours = new StringBuilder();
		ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()).forEach((name) -> {
			if (name.startsWith("io.agentbay.")) {
				ours.append(ours.isEmpty() ? "" : ",").append(name);
			}
		});
		return start("--spring.autoconfigure.exclude=" + ours);
	}

	/**
	 * Start an application with the starter.
	 * @return the application
	 */
	@Benchmark
	public ConfigurableApplicationContext withStarter() {
		return start("--agentbay.api-key=akm-none");
	}

	private ConfigurableApplicationContext start(String argument) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		ConfigurableApplicationContext started = application.run("--spring.main.banner-mode=off", argument);
		this.context = started;
		return started;
	}

	/**
	 * Stop the application.
	 */
	@TearDown(Level.Iteration)
	public void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
