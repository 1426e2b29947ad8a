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

package io.agentbay.ai.starter;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application made of the starter, a model and a few properties.
 */
final class SmallApplication {

	private SmallApplication() {
	}

	static ConfigurableApplicationContext run(ScriptedChatModel model, String... properties) {
		return run(model, WebApplicationType.NONE, Application.class, properties);
	}

	static ConfigurableApplicationContext run(ScriptedChatModel model, WebApplicationType type, Class<?> source,
			String... properties) {
		List<String> arguments = new ArrayList<>(
				List.of("--spring.main.banner-mode=off", "--logging.level.root=warn", "--server.port=0"));
		if (List.of(properties).stream().noneMatch((property) -> property.startsWith("agentbay.endpoint"))) {
			arguments.add("--agentbay.local.enabled=true");
		}
		List.of(properties).forEach((property) -> arguments.add("--" + property));
		return new SpringApplicationBuilder(source).web(type)
			.initializers((context) -> context.getBeanFactory().registerSingleton("model", model))
			.run(arguments.toArray(String[]::new));
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
