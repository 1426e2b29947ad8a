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

package io.agentbay.boot.crash;

import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayCleanupAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayClientCustomizer;
import io.agentbay.boot.autoconfigure.AgentBayOwnershipAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayTemplateAutoConfiguration;
import io.agentbay.boot.ownership.LockStore;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.session.Session;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.support.locks.LockRegistry;

/**
 * An application that creates and deletes sessions until it is killed, and says so before
 * it relies on a session and before it gives one up.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class,
		AgentBayPoolAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class,
		AgentBayOwnershipAutoConfiguration.class })
class CrashingApplication {

	static final String LOCKS = "crash.locks";

	static final String HOLDS = "holds ";

	static final String RELEASES = "releases ";

	private static final int THREADS = 2;

	public static void main(String[] arguments) {
		ApplicationContext context = start(arguments);
		for (int i = 0; i < THREADS; i++) {
			new Thread(() -> work(context.getBean(AgentBay.class), context.getBean(AgentBayTemplate.class))).start();
		}
	}

	static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(CrashingApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setLogStartupInfo(false);
		return application.run(arguments);
	}

	private static void work(AgentBay agentBay, AgentBayTemplate template) {
		while (true) {
			Session session = agentBay.create();
			System.out.println(HOLDS + session.id());
			template.execute((pooled) -> pooled.fetchStatus());
			System.out.println(RELEASES + session.id());
			session.delete();
		}
	}

	@Bean
	AgentBayClientCustomizer emptyEnvironment() {
		return (builder) -> builder.environment(Map.of());
	}

	@Bean
	@ConditionalOnProperty(LOCKS)
	LockRegistry<?> lockRegistry(@Value("${" + LOCKS + "}") String address) {
		return LockStore.connect(address);
	}

}
