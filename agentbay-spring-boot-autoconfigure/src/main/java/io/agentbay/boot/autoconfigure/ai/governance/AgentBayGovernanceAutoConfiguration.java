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

package io.agentbay.boot.autoconfigure.ai.governance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.agentbay.ai.governance.ArgumentRedactor;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolGovernance;
import io.agentbay.ai.governance.approval.ApprovalInterceptor;
import io.agentbay.ai.governance.approval.ApprovalSettings;
import io.agentbay.ai.governance.approval.ApprovalStore;
import io.agentbay.ai.governance.approval.InMemoryApprovalStore;
import io.agentbay.ai.governance.approval.JdbcApprovalStore;
import io.agentbay.ai.governance.approval.ToolApprovals;
import io.agentbay.ai.governance.audit.AuditHash;
import io.agentbay.ai.governance.audit.AuditInterceptor;
import io.agentbay.ai.governance.audit.AuditTrail;
import io.agentbay.ai.governance.audit.InstanceAuditTrail;
import io.agentbay.ai.governance.audit.JdbcAuditTrail;
import io.agentbay.ai.governance.budget.BudgetInterceptor;
import io.agentbay.ai.governance.budget.BudgetStore;
import io.agentbay.ai.governance.budget.InMemoryBudgetStore;
import io.agentbay.ai.governance.budget.JdbcBudgetStore;
import io.agentbay.ai.governance.observation.ObservationInterceptor;
import io.agentbay.ai.governance.rule.RuleInterceptor;
import io.agentbay.ai.governance.rule.ToolCallReader;
import io.agentbay.ai.governance.rule.ToolRule;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link ToolGovernance}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(beforeName = { "org.springframework.ai.model.tool.autoconfigure.ToolCallingAutoConfiguration" },
		afterName = { "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
				"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration" })
@ConditionalOnClass({ ToolCallback.class, ToolGovernance.class })
@ConditionalOnBooleanProperty(name = { "agentbay.enabled", "agentbay.ai.governance.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(AgentBayGovernanceProperties.class)
public final class AgentBayGovernanceAutoConfiguration {

	private static final String PREFIX = "agentbay.ai.governance";

	@Bean
	@ConditionalOnMissingBean
	ToolGovernance agentBayToolGovernance(ObjectProvider<ToolCallInterceptor> interceptors,
			ObjectProvider<AuditInterceptor> audit) {
		List<ToolCallInterceptor> chain = new ArrayList<>(interceptors.stream().toList());
		audit.ifUnique((interceptor) -> chain.add(interceptor.beforeTool()));
		AnnotationAwareOrderComparator.sort(chain);
		return new ToolGovernance(chain);
	}

	@Bean
	static ToolCallingManagerPostProcessor agentBayToolCallingManagerPostProcessor(
			ObjectProvider<ToolGovernance> governance, Environment environment) {
		return new ToolCallingManagerPostProcessor(governance,
				environment.getProperty(PREFIX + ".all-tools", Boolean.class, true));
	}

	@Bean
	@ConditionalOnMissingBean
	ArgumentRedactor agentBayArgumentRedactor(AgentBayGovernanceProperties properties) {
		return GovernanceMapper.redactor(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	ToolCallReader agentBayToolCallReader(AgentBayGovernanceProperties properties) {
		return new ToolCallReader(properties.home(), properties.knownPrograms(), properties.arguments());
	}

	@Bean
	@ConditionalOnMissingBean
	RuleInterceptor agentBayRuleInterceptor(AgentBayGovernanceProperties properties, ToolCallReader reader,
			ObjectProvider<ToolRule> rules) {
		List<ToolRule> all = new ArrayList<>(rules.orderedStream().toList());
		all.addAll(GovernanceMapper.rules(properties));
		return new RuleInterceptor(all, GovernanceMapper.kind(properties.defaultDecision()), reader);
	}

	@Bean
	@ConditionalOnMissingBean
	BudgetInterceptor agentBayBudgetInterceptor(AgentBayGovernanceProperties properties, BudgetStore store) {
		return new BudgetInterceptor(GovernanceMapper.budgets(properties), store, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	ToolApprovals agentBayToolApprovals(AgentBayGovernanceProperties properties, ApprovalStore store,
			ArgumentRedactor redactor, ApplicationEventPublisher events) {
		AgentBayGovernanceProperties.Approvals approvals = properties.approvals();
		ApprovalSettings settings = new ApprovalSettings(approvals.mode(), approvals.timeout(), approvals.validFor(),
				approvals.pollInterval());
		return new ToolApprovals(store, settings, redactor, events, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	ApprovalInterceptor agentBayApprovalInterceptor(ToolApprovals approvals, AgentBayGovernanceProperties properties) {
		return new ApprovalInterceptor(approvals, properties.approvals().mode());
	}

	@Bean
	@ConditionalOnMissingBean
	ObservationInterceptor agentBayToolObservationInterceptor(ObjectProvider<ObservationRegistry> registry) {
		return new ObservationInterceptor(registry.getIfUnique(() -> ObservationRegistry.NOOP));
	}

	@Configuration(proxyBeanMethods = false)
	@Order(2)
	static class MemoryConfiguration {

		@Bean
		@ConditionalOnMissingBean(BudgetStore.class)
		@ConditionalOnProperty(name = PREFIX + ".budgets.store", havingValue = "memory", matchIfMissing = true)
		InMemoryBudgetStore agentBayBudgetStore() {
			return new InMemoryBudgetStore();
		}

		@Bean
		@ConditionalOnMissingBean(ApprovalStore.class)
		@ConditionalOnProperty(name = PREFIX + ".approvals.store", havingValue = "memory", matchIfMissing = true)
		InMemoryApprovalStore agentBayApprovalStore() {
			return new InMemoryApprovalStore();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = PREFIX + ".audit.store", havingValue = "log", matchIfMissing = true)
	@Order(2)
	static class LogConfiguration {

		@Bean
		@ConditionalOnMissingBean(AuditTrail.class)
		InstanceAuditTrail agentBayAuditTrail(AgentBayGovernanceProperties properties) {
			return InstanceAuditTrail.toLog(GovernanceMapper.hash(properties));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ JdbcOperations.class, PlatformTransactionManager.class })
	@ConditionalOnSingleCandidate(JdbcOperations.class)
	@Conditional(OnDatabaseWanted.class)
	@ImportRuntimeHints(GovernanceRuntimeHints.class)
	@Order(1)
	static class JdbcConfiguration {

		@Bean
		GovernanceDatabase agentBayGovernanceDatabase(JdbcOperations jdbc,
				ObjectProvider<PlatformTransactionManager> transactionManager, AgentBayGovernanceProperties properties,
				Environment environment) {
			PlatformTransactionManager manager = transactionManager.getIfUnique();
			if (manager == null) {
				throw new InvalidGovernanceException(
						"'agentbay.ai.governance' is to use the database, but there is no single transaction manager",
						"Add org.springframework.boot:spring-boot-starter-jdbc, or mark one of several transaction managers as primary.",
						null);
			}
			String namespace = properties.jdbc().namespace();
			if (!StringUtils.hasText(namespace)) {
				namespace = environment.getProperty("spring.application.name");
			}
			if (!StringUtils.hasText(namespace)) {
				throw new InvalidGovernanceException(
						"'agentbay.ai.governance' is to use the database, but the application has no name, which keeps its budgets, approvals and records apart from those of other applications",
						"Set 'spring.application.name' or 'agentbay.ai.governance.jdbc.namespace', the same for all instances.",
						null);
			}
			return new GovernanceDatabase(jdbc, manager, namespace, properties.jdbc().initializeSchema());
		}

		@Bean
		@ConditionalOnMissingBean(BudgetStore.class)
		@ConditionalOnProperty(name = PREFIX + ".budgets.store", havingValue = "jdbc")
		JdbcBudgetStore agentBayBudgetStore(GovernanceDatabase database) {
			return new JdbcBudgetStore(database.jdbc(), database.transactions(), database.namespace());
		}

		@Bean
		@ConditionalOnMissingBean(ApprovalStore.class)
		@ConditionalOnProperty(name = PREFIX + ".approvals.store", havingValue = "jdbc")
		JdbcApprovalStore agentBayApprovalStore(GovernanceDatabase database) {
			return new JdbcApprovalStore(database.jdbc(), database.transactions(), database.namespace());
		}

		@Bean
		@ConditionalOnMissingBean(AuditTrail.class)
		@ConditionalOnProperty(name = PREFIX + ".audit.store", havingValue = "jdbc")
		JdbcAuditTrail agentBayAuditTrail(GovernanceDatabase database, AgentBayGovernanceProperties properties) {
			AuditHash hash = GovernanceMapper.hash(properties);
			JdbcAuditTrail trail = new JdbcAuditTrail(database.jdbc(), database.transactions(), database.namespace(),
					hash);
			return properties.audit().log() ? trail.withLog() : trail;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Order(3)
	static class UnusableConfiguration {

		@Bean
		@ConditionalOnMissingBean(BudgetStore.class)
		BudgetStore agentBayBudgetStore() {
			throw unusable("budgets.store");
		}

		@Bean
		@ConditionalOnMissingBean(ApprovalStore.class)
		ApprovalStore agentBayApprovalStore() {
			throw unusable("approvals.store");
		}

		@Bean
		@ConditionalOnMissingBean(AuditTrail.class)
		@ConditionalOnProperty(name = PREFIX + ".audit.store", havingValue = "jdbc")
		AuditTrail agentBayAuditTrail() {
			throw unusable("audit.store");
		}

		private static InvalidGovernanceException unusable(String property) {
			return new InvalidGovernanceException(
					"'%s.%s' is 'jdbc', but there is no single bean of type org.springframework.jdbc.core.JdbcOperations"
						.formatted(PREFIX, property),
					"Add org.springframework.boot:spring-boot-starter-jdbc and configure the database, mark one of several beans as primary, or remove the property.",
					null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Order(4)
	static class AuditConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnBean(AuditTrail.class)
		AuditInterceptor agentBayAuditInterceptor(AuditTrail trail, ArgumentRedactor redactor,
				AgentBayGovernanceProperties properties) {
			return new AuditInterceptor(trail, redactor,
					properties.audit().onFailure() == AgentBayGovernanceProperties.Audit.OnFailure.DENY);
		}

	}

	/** Any of the three stores. */
	static class OnDatabaseWanted extends AnyNestedCondition {

		OnDatabaseWanted() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty(name = PREFIX + ".budgets.store", havingValue = "jdbc")
		static class Budgets {

		}

		@ConditionalOnProperty(name = PREFIX + ".approvals.store", havingValue = "jdbc")
		static class Approvals {

		}

		@ConditionalOnProperty(name = PREFIX + ".audit.store", havingValue = "jdbc")
		static class Audit {

		}

	}

}
