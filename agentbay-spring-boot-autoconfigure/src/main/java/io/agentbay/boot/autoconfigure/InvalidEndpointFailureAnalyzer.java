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

import io.agentbay.error.InvalidEndpointException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Tells how to write an endpoint.
 */
final class InvalidEndpointFailureAnalyzer extends AbstractFailureAnalyzer<InvalidEndpointException> {

	private static final String ACTION = """
			Set 'agentbay.endpoint' (or AGENTBAY_ENDPOINT in the environment or in a .env file) to a host, a host:port \
			or an https URL, for example 'agentbay.endpoint=wuyingai.cn-shanghai.aliyuncs.com', or remove it to use \
			the default.

			Plain http is accepted for loopback addresses. To send the key unencrypted to another machine that you \
			trust, set 'agentbay.connection.allow-plain-http=true'.""";

	private final @Nullable Environment environment;

	InvalidEndpointFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidEndpointException cause) {
		return new FailureAnalysis(cause.getMessage() + PropertyHints.ofMetadata().of(this.environment), ACTION, cause);
	}

}
