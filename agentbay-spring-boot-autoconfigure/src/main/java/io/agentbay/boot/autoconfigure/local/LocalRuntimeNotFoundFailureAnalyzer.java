package io.agentbay.boot.autoconfigure.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells which dependency is missing.
 */
final class LocalRuntimeNotFoundFailureAnalyzer extends AbstractFailureAnalyzer<LocalRuntimeNotFoundException> {

	private static final String ACTION = """
			Add the dependency io.agentbay:agentbay-local, or use the service: remove 'agentbay.local.enabled' and \
			'agentbay.local.fallback' and give an API key.""";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LocalRuntimeNotFoundException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", ACTION, cause);
	}

}
