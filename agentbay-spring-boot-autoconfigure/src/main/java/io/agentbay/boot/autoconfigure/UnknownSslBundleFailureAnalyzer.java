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
