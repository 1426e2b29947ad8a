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

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a web application does about failures.
 *
 * @param problemDetails Answers to failures that no handler of the application answers.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.web")
public record AgentBayWebProperties(@DefaultValue ProblemDetails problemDetails) {

	/**
	 * Problem details (RFC 9457).
	 *
	 * @param enabled Whether to answer failures of AgentBay by problem details, where the
	 * application does not answer them itself.
	 * @param includeMessage Whether the detail is the message of the failure, which may
	 * quote the service and what users wrote.
	 */
	public record ProblemDetails(@DefaultValue("false") boolean enabled,
			@DefaultValue("false") boolean includeMessage) {
	}

}
