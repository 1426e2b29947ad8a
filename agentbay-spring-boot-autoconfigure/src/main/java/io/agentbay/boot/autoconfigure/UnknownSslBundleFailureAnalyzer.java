package io.agentbay.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells which property names an SSL bundle that there is not, and which ones there are.
 */
final class UnknownSslBundleFailureAnalyzer extends AbstractFailureAnalyzer<UnknownSslBundleException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnknownSslBundleException cause) {
		String bundle = cause.getBundleName();
		String known = cause.known().isEmpty() ? "There are no SSL bundles."
				: "The SSL bundles that there are: " + cause.known() + ".";
		String action = """
				Correct '%s', remove it to trust what the JVM trusts, or define the bundle, for example with \
				'spring.ssl.bundle.pem.%s.truststore.certificate'.""".formatted(cause.property(), bundle);
		return new FailureAnalysis(
				"The SSL bundle '%s', which '%s' names, cannot be found. %s".formatted(bundle, cause.property(), known),
				action, cause);
	}

}
