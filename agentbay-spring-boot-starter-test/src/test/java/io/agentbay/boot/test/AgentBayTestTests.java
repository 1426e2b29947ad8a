package io.agentbay.boot.test;

import io.agentbay.AgentBay;
import io.agentbay.boot.session.AgentBayTemplate;
import io.agentbay.local.LocalAgentBay;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayTest}.
 */
@AgentBayTest(properties = { "agentbay.clients.other.api-key=akm-of-the-cloud", "agentbay.api-key=akm-of-the-cloud" },
		classes = AgentBayTestTests.Application.class)
class AgentBayTestTests {

	@Autowired
	private AgentBayTemplate template;

	@Autowired
	@Qualifier("other")
	private AgentBay other;

	@Autowired
	private LocalAgentBay service;

	@Test
	void applicationWorksInSessionsOnThisMachine() {
		String output = this.template.execute((session) -> session.command().run("echo here").orElseThrow().stdout());
		assertThat(output).isEqualTo("here\n");
		assertThat(this.service.journal().calls("CreateMcpSession")).hasSize(1);
	}

	@Test
	void noAccountOfTheApplicationReachesTheCloud() {
		String id = this.other.create().session().id();
		assertThat(this.service.liveSessionIds()).contains(id);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
