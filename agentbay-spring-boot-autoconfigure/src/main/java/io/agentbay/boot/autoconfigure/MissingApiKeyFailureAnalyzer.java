package io.agentbay.boot.autoconfigure;

import io.agentbay.settings.MissingApiKeyException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.ClassUtils;

/**
 * Tells how to give a key, or to do without.
 */
final class MissingApiKeyFailureAnalyzer extends AbstractFailureAnalyzer<MissingApiKeyException> {

	private static final String LOCAL_RUNTIME = "io.agentbay.local.LocalAgentBay";

	private static final String ADD_LOCAL_RUNTIME = " and add the dependency io.agentbay:agentbay-local";

	private final boolean localRuntimePresent;

	MissingApiKeyFailureAnalyzer() {
		this(ClassUtils.isPresent(LOCAL_RUNTIME, MissingApiKeyFailureAnalyzer.class.getClassLoader()));
	}

	MissingApiKeyFailureAnalyzer(boolean localRuntimePresent) {
		this.localRuntimePresent = localRuntimePresent;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingApiKeyException cause) {
		String action = """
				Give the key in one of these ways:
				    - the property 'agentbay.api-key'
				    - the environment variable AGENTBAY_API_KEY
				    - a line AGENTBAY_API_KEY=... in a file named .env in the working directory or above it

				Or work without a key, in sessions on this machine: set 'agentbay.local.enabled=true'%s.""";
		return new FailureAnalysis("AgentBay needs an API key, and none was found.",
				action.formatted(this.localRuntimePresent ? "" : ADD_LOCAL_RUNTIME), cause);
	}

}
