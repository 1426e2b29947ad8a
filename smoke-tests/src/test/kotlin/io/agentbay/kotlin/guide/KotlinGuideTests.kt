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
package io.agentbay.kotlin.guide

import io.agentbay.AgentBay
import io.agentbay.boot.template.AgentBayOperations
import io.agentbay.boot.template.ReactiveAgentBayOperations
import io.agentbay.command.CommandEvent
import io.agentbay.local.LocalAgentBay
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.springframework.boot.SpringBootConfiguration
import org.springframework.boot.WebApplicationType
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.builder.SpringApplicationBuilder
import org.springframework.context.annotation.Import

/**
 * The examples of the page about Kotlin, run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KotlinGuideTests {

	private val context = SpringApplicationBuilder(Application::class.java).web(WebApplicationType.NONE)
		.run("--agentbay.local.enabled=true", "--spring.main.banner-mode=off", "--logging.level.root=warn")

	@AfterAll
	fun stop() = this.context.close()

	@Test
	fun `a service closes its session`() {
		assertThat(this.context.getBean(Calculator::class.java).compute("6 * 7")).isEqualTo("42")
		assertThat(this.context.getBean(LocalAgentBay::class.java).liveSessionIds()).isEmpty()
	}

	@Test
	fun `a template takes a lambda`() {
		val template = this.context.getBean(AgentBayOperations::class.java)
		val kernel = template.execute<String, RuntimeException> { session ->
			session.command().run("uname").requireSuccess().stdout()
		}
		assertThat(kernel).isNotBlank()
	}

	@Test
	fun `events are told apart by their type`() {
		val shown = StringBuilder()
		val agentBay = this.context.getBean(AgentBay::class.java)
		agentBay.create().use { session ->
			val result = session.command().stream("for i in 1 2; do echo step \$i; done") { event ->
				if (event is CommandEvent.Stdout) {
					shown.append(event.chunk)
				}
			}
			assertThat(result.exitCode()).isZero()
		}
		assertThat(shown.toString()).isEqualTo("step 1\nstep 2\n")
	}

	@Test
	fun `reactive code is the same`() {
		val reactiveTemplate = this.context.getBean(ReactiveAgentBayOperations::class.java)
		val kernel = reactiveTemplate.execute { session -> session.command().run("uname").map { it.stdout() } }
		assertThat(kernel.block()).isNotBlank()
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Calculator::class)
	class Application

}
