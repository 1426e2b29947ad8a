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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agentbay.ai.governance.approval.ApprovalSettings;
import io.agentbay.ai.governance.rule.ArgumentKind;
import io.agentbay.boot.jdbc.InitializeSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What models may do with tools.
 *
 * @param enabled Whether to govern tool calls at all.
 * @param allTools Whether to govern all tools that Spring AI calls, rather than those of
 * AgentBay only.
 * @param defaultDecision What happens to calls that no rule decides on.
 * @param notUnderstood What happens to calls of which the text does not tell whether they
 * do what a rule forbids.
 * @param home Home directory in the sessions, where relative paths start.
 * @param knownPrograms Further programs that do no more than their words tell. All others
 * that are not well known for that may do anything.
 * @param arguments What arguments of tools mean to the rules, by their names.
 * @param rules Rules, of which the first that matches decides.
 * @param budgets What conversations and users may spend.
 * @param approvals How people are asked.
 * @param redaction What is hidden in events, approvals, audit and logs.
 * @param audit How calls are recorded.
 * @param jdbc What is kept in a database.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.ai.governance")
public record AgentBayGovernanceProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("true") boolean allTools, @DefaultValue("allow") Decision defaultDecision,
		@DefaultValue("deny") Decision notUnderstood, @DefaultValue("/home/wuying") String home,
		@DefaultValue List<String> knownPrograms, @DefaultValue Map<String, ArgumentKind> arguments,
		@DefaultValue List<Rule> rules, @DefaultValue Budgets budgets, @DefaultValue Approvals approvals,
		@DefaultValue Redaction redaction, @DefaultValue Audit audit, @DefaultValue Jdbc jdbc) {

	public AgentBayGovernanceProperties {
		Assert.isTrue(notUnderstood != Decision.ALLOW,
				"'not-understood' must be 'deny' or 'ask': to allow it would leave no rule that forbids anything");
		Assert.isTrue(home.startsWith("/"), "'home' must be an absolute path");
		knownPrograms = List.copyOf(knownPrograms);
		rules = List.copyOf(rules);
	}

	/**
	 * What is decided about a call.
	 */
	public enum Decision {

		/**
		 * The tool is called.
		 */
		ALLOW,

		/**
		 * A person decides.
		 */
		ASK,

		/**
		 * The tool is not called.
		 */
		DENY

	}

	/**
	 * A rule, which decides on calls that all of its lists match.
	 *
	 * @param name Name, which the model is told and the audit keeps. The number of the
	 * rule when it is not set.
	 * @param decision What is decided.
	 * @param tools Names of tools, in which "*" stands for any characters. All when it is
	 * not set.
	 * @param commands Programs and words that follow them, such as "git push".
	 * @param paths Absolute paths, in which "~" stands for the home directory and "**"
	 * for any directories.
	 * @param hosts Names of hosts, such as "*.example.com".
	 * @param conversations Ids of conversations.
	 * @param users Ids of users.
	 * @param reason Why, in words for the model or for the person who is asked.
	 */
	public record Rule(@Nullable String name, @Nullable Decision decision, @DefaultValue List<String> tools,
			@DefaultValue List<String> commands, @DefaultValue List<String> paths, @DefaultValue List<String> hosts,
			@DefaultValue List<String> conversations, @DefaultValue List<String> users, @Nullable String reason) {

	}

	/**
	 * What conversations and users may spend.
	 *
	 * @param store Where it is remembered what was spent.
	 * @param conversation What each conversation may spend.
	 * @param user What each user may spend.
	 */
	public record Budgets(@DefaultValue("memory") Store store, @DefaultValue Limits conversation,
			@DefaultValue Limits user) {

		/**
		 * What may be spent. There is no limit where none is set.
		 *
		 * @param calls Most calls of tools.
		 * @param toolTime Time of all tools together after which no more are called.
		 * @param sessionTime Time after the first call from which on no more are made.
		 * @param output Most that tools may answer.
		 * @param period Time after the first call from which on the budget is full again.
		 */
		public record Limits(@Nullable Long calls, @Nullable Duration toolTime, @Nullable Duration sessionTime,
				@Nullable DataSize output, @Nullable Duration period) {

			boolean isEmpty() {
				return this.calls == null && this.toolTime == null && this.sessionTime == null && this.output == null;
			}

		}

	}

	/**
	 * How people are asked.
	 *
	 * @param mode Whether a call waits for the decision, or the model is told to call
	 * again.
	 * @param timeout Time after which a question that nobody has decided on expires.
	 * @param validFor Time from the decision on in which an approved call can be made.
	 * @param pollInterval Interval in which a waiting call looks whether another instance
	 * has decided.
	 * @param store Where questions are remembered. With "jdbc" they survive a restart.
	 */
	public record Approvals(@DefaultValue("wait") ApprovalSettings.Mode mode, @DefaultValue("10m") Duration timeout,
			@DefaultValue("15m") Duration validFor, @DefaultValue("1s") Duration pollInterval,
			@DefaultValue("memory") Store store) {

		public Approvals {
			requirePositive(timeout, "timeout");
			requirePositive(validFor, "valid-for");
			requirePositive(pollInterval, "poll-interval");
		}

		private static void requirePositive(Duration value, String name) {
			Assert.isTrue(value.toMillis() > 0, () -> "'" + name + "' must be at least one millisecond");
		}

	}

	/**
	 * What is hidden in events, approvals, audit and logs. The usual secrets are, in any
	 * case.
	 *
	 * @param names Regular expressions for names of further arguments that are secret.
	 * @param patterns Regular expressions for further secrets within values.
	 * @param maxLength Most characters of the arguments that are shown.
	 */
	public record Redaction(@DefaultValue List<String> names, @DefaultValue List<String> patterns,
			@DefaultValue("4000") int maxLength) {

		public Redaction {
			Assert.isTrue(maxLength >= 100 && maxLength <= 7900, "'max-length' must be between 100 and 7900");
		}

	}

	/**
	 * How calls are recorded.
	 *
	 * @param store Where calls are recorded.
	 * @param log Whether to write the records to the logger "io.agentbay.audit" as well
	 * when they are kept in a database.
	 * @param onFailure What happens to a call that cannot be recorded.
	 * @param key Key of the hashes, at least 16 characters. With one, they cannot be
	 * computed anew by somebody who can only write to the database.
	 */
	public record Audit(@DefaultValue("log") AuditStore store, @DefaultValue("true") boolean log,
			@DefaultValue("deny") OnFailure onFailure, @Nullable String key) {

		/**
		 * Return the settings without the key.
		 * @return a text without secrets
		 */
		@Override
		public String toString() {
			return "Audit[store=" + this.store + ", log=" + this.log + ", onFailure=" + this.onFailure + ", key="
					+ ((this.key != null) ? "****" : "null") + "]";
		}

		/**
		 * Where calls are recorded.
		 */
		public enum AuditStore {

			/**
			 * In the log, one chain for each start of an instance.
			 */
			LOG,

			/**
			 * In the database, one chain for all instances.
			 */
			JDBC,

			/**
			 * Nowhere.
			 */
			NONE

		}

		/**
		 * What happens to a call that cannot be recorded.
		 */
		public enum OnFailure {

			/**
			 * It is not made, or its answer is withheld.
			 */
			DENY,

			/**
			 * It goes on, with a warning in the log.
			 */
			IGNORE

		}

	}

	/**
	 * What is kept in a database.
	 *
	 * @param namespace Name of the application, the same for all of its instances. Taken
	 * from "spring.application.name" when it is not set.
	 * @param initializeSchema When to create the tables if they are missing.
	 */
	public record Jdbc(@Nullable String namespace, @DefaultValue("embedded") InitializeSchema initializeSchema) {

		public Jdbc {
			Assert.isTrue(namespace == null || namespace.length() <= 100,
					"'namespace' must have at most 100 characters");
		}

	}

	/**
	 * Where something is remembered.
	 */
	public enum Store {

		/**
		 * In this instance, until it ends.
		 */
		MEMORY,

		/**
		 * In the database, which needs the tables of the script
		 * "io/agentbay/ai/governance/schema.sql".
		 */
		JDBC

	}

}
