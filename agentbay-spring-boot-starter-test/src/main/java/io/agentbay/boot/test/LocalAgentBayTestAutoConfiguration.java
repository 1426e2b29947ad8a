package io.agentbay.boot.test;

import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.LocalAgentBayConnectionDetails;
import io.agentbay.local.LocalAgentBay;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that connects the application under test
 * with the {@link SharedLocalAgentBay}.
 */
@AutoConfiguration(before = { AgentBayLocalAutoConfiguration.class, AgentBayAutoConfiguration.class })
final class LocalAgentBayTestAutoConfiguration {

	@Bean
	SharedLocalAgentBay sharedLocalAgentBay() {
		return SharedLocalAgentBay.get();
	}

	// It belongs to all contexts of the JVM: none of them closes it.
	@Bean(destroyMethod = "")
	LocalAgentBay localAgentBay(SharedLocalAgentBay shared) {
		return shared.runtime();
	}

	@Bean
	LocalAgentBayConnectionDetails localAgentBayConnectionDetails(LocalAgentBay localAgentBay) {
		return new LocalAgentBayConnectionDetails(localAgentBay);
	}

}
