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

import io.agentbay.error.MissingApiKeyException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Tells how to give a key, or to do without.
 */
final class MissingApiKeyFailureAnalyzer extends AbstractFailureAnalyzer<MissingApiKeyException> {

	private static final String LOCAL_RUNTIME = "io.agentbay.local.LocalAgentBay";

	private static final String ADD_LOCAL_RUNTIME = " and add the dependency io.agentbay:agentbay-local";

	private final @Nullable Environment environment;

	MissingApiKeyFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingApiKeyException cause) {
		return (cause instanceof MissingNamedApiKeyException named) ? analyze(named) : analyze(cause);
	}

	private FailureAnalysis analyze(MissingNamedApiKeyException cause) {
		return new FailureAnalysis(cause.getMessage() + "." + hints(),
				"""
						Set '%s', or remove the properties of this account. An account that has a name takes neither the key of \
						the environment nor that of the default account."""
					.formatted(cause.property()),
				cause);
	}

	private FailureAnalysis analyze(MissingApiKeyException cause) {
		boolean localRuntimePresent = ClassUtils.isPresent(LOCAL_RUNTIME, getClass().getClassLoader());
		return new FailureAnalysis("AgentBay needs an API key, and none was found." + hints(),
				action(localRuntimePresent), cause);
	}

	static String action(boolean localRuntimePresent) {
		return """
				Give the key in one of these ways:
				    - the property 'agentbay.api-key'
				    - the environment variable AGENTBAY_API_KEY
				    - a line AGENTBAY_API_KEY=... in a file named .env in the working directory or above it
				Or work without a key, in sessions on this machine: set 'agentbay.local.enabled=true'%s.
				Or do without AgentBay: set 'agentbay.enabled=false', or, where the client is not always used, inject it \
				by ObjectProvider or @Lazy."""
			.formatted(localRuntimePresent ? "" : ADD_LOCAL_RUNTIME);
	}

	private String hints() {
		return PropertyHints.ofMetadata().of(this.environment);
	}

}
