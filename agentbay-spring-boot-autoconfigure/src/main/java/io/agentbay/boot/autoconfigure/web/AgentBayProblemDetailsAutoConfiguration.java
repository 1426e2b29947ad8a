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

import io.agentbay.boot.autoconfigure.AgentBayWebProperties;
import io.agentbay.boot.web.AgentBayExceptionAdvice;
import io.agentbay.boot.web.AgentBayProblemDetails;
import io.agentbay.error.AgentBayException;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * {@link AutoConfiguration Auto-configuration} for problem details of failures, in Spring
 * MVC and in WebFlux.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass({ AgentBayException.class, ControllerAdvice.class })
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("agentbay.web.problem-details.enabled")
@EnableConfigurationProperties(AgentBayWebProperties.class)
public final class AgentBayProblemDetailsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AgentBayProblemDetails agentBayProblemDetails(AgentBayWebProperties properties) {
		return new AgentBayProblemDetails(properties.problemDetails().includeMessage());
	}

	@Bean
	@ConditionalOnMissingBean
	AgentBayExceptionAdvice agentBayExceptionAdvice(AgentBayProblemDetails problems) {
		return new AgentBayExceptionAdvice(problems);
	}

}
