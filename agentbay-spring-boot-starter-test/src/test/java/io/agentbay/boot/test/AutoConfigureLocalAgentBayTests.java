package io.agentbay.boot.test;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureLocalAgentBay}, as an application's tests would use it.
 */
@SpringBootTest(classes = AutoConfigureLocalAgentBayTests.Application.class,
		properties = "agentbay.api-key=akm-of-the-account")
@AutoConfigureLocalAgentBay
class AutoConfigureLocalAgentBayTests {

	@Autowired
	private AgentBay agentBay;

	@Autowired
	private LocalAgentBay runtime;

	@Test
	void applicationWorksInSessionsOfTheSharedRuntime() {
		Session session = this.agentBay.create().session();
		assertThat(session.command().run("echo real").orElseThrow().stdout()).isEqualTo("real\n");
		assertThat(this.runtime).isSameAs(SharedLocalAgentBay.get().runtime());
		assertThat(this.runtime.liveSessionIds()).contains(session.id());
	}

	@Nested
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	class InNestedClasses {

		@Test
		@Order(1)
		void sessionsCanBeLeft() {
			assertThat(AutoConfigureLocalAgentBayTests.this.agentBay.create().success()).isTrue();
		}

		@Test
		@Order(2)
		void sessionsThatWereLeftAreGone() {
			assertThat(AutoConfigureLocalAgentBayTests.this.runtime.liveSessionIds()).isEmpty();
			assertThat(AutoConfigureLocalAgentBayTests.this.agentBay.cachedSessions()).isEmpty();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
