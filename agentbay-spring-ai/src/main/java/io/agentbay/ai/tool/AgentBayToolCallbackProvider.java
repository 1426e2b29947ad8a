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

package io.agentbay.ai.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.agentbay.ai.ToolCallbackDecorator;
import io.agentbay.ai.artifact.Artifacts;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionKeyResolver;
import io.agentbay.ai.scope.ToolScope;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.support.ToolDefinitions;
import org.springframework.util.Assert;
import org.springframework.util.PatternMatchUtils;

/**
 * A computer for a model: tools that run commands and code, work with files, web pages,
 * git, a desktop or a phone, and hand files to the user, in AgentBay sessions. Nothing is
 * created before a tool is called.
 *
 * <pre class="code">
 * ToolCallbackProvider tools = AgentBayToolCallbackProvider.builder(sessions).build();
 * chatClient.prompt(question)
 *     .tools(tools)
 *     .toolContext(Map.of(ChatMemory.CONVERSATION_ID, conversationId))
 *     .call()
 *     .content();
 * </pre>
 *
 * <p>
 * Answers are plain text. What a model can do something about, such as a command that
 * fails, arguments that are wrong or a session that has ended, is told to it; what it
 * cannot, such as a key that the service refuses, is thrown and ends the prompt.
 *
 * @since 0.1.0
 */
public class AgentBayToolCallbackProvider implements ToolCallbackProvider {

	private final List<ToolCallback> callbacks;

	AgentBayToolCallbackProvider(List<ToolCallback> callbacks) {
		this.callbacks = List.copyOf(callbacks);
	}

	/**
	 * Return the tools for a single session, which is not replaced when it ends. Who
	 * creates the session deletes it.
	 * @param session the session
	 * @return the tools
	 */
	public static AgentBayToolCallbackProvider of(Session session) {
		return builder(ScopedSessions.of(session)).scope(ToolScope.APPLICATION).imageId(session.imageId()).build();
	}

	/**
	 * Return a builder of tools for many sessions.
	 * @param sessions finds the session of a call
	 * @return the builder
	 */
	public static Builder builder(ScopedSessions sessions) {
		return new Builder(sessions);
	}

	/**
	 * Return the names of all tools that there are, before any is called otherwise.
	 * @return the names
	 */
	public static List<String> standardNames() {
		return StandardTools.all().stream().map(ToolMethod::name).toList();
	}

	@Override
	public ToolCallback[] getToolCallbacks() {
		return this.callbacks.toArray(ToolCallback[]::new);
	}

	/**
	 * Builds tools.
	 */
	public static final class Builder {

		private final ScopedSessions sessions;

		private SessionKeyResolver keys = SessionKeyResolver.of(ToolScope.CONVERSATION);

		private @Nullable String imageId;

		private ToolLimits limits = ToolLimits.defaults();

		private @Nullable Artifacts artifacts;

		private List<String> include = List.of();

		private List<String> exclude = List.of();

		private final Map<String, String> names = new LinkedHashMap<>();

		private final Map<String, String> descriptions = new LinkedHashMap<>();

		private final List<ToolMethod> methods = new ArrayList<>(StandardTools.all());

		private final List<ToolCallbackDecorator> decorators = new ArrayList<>();

		private Builder(ScopedSessions sessions) {
			Assert.notNull(sessions, "'sessions' must not be null");
			this.sessions = sessions;
		}

		/**
		 * Set who shares a session. Default: each conversation has its own.
		 * @param scope who shares a session
		 * @return this
		 */
		public Builder scope(ToolScope scope) {
			return keys(SessionKeyResolver.of(scope));
		}

		/**
		 * Set how it is found out whose session a call works in.
		 * @param keys finds it out
		 * @return this
		 */
		public Builder keys(SessionKeyResolver keys) {
			Assert.notNull(keys, "'keys' must not be null");
			this.keys = keys;
			return this;
		}

		/**
		 * Set which image most sessions have: {@code desktop} and {@code phone} are
		 * offered if it has one, as far as its name tells.
		 * @param imageId the image, {@code null} for the service's choice
		 * @return this
		 */
		public Builder imageId(@Nullable String imageId) {
			this.imageId = imageId;
			return this;
		}

		/**
		 * Set how much a call may take and say.
		 * @param limits the limits
		 * @return this
		 */
		public Builder limits(ToolLimits limits) {
			Assert.notNull(limits, "'limits' must not be null");
			this.limits = limits;
			return this;
		}

		/**
		 * Set where files go that are handed over. Without, {@code hand_over_file} is not
		 * offered.
		 * @param artifacts takes files in
		 * @return this
		 */
		public Builder artifacts(@Nullable Artifacts artifacts) {
			this.artifacts = artifacts;
			return this;
		}

		/**
		 * Set which tools are offered. Default: all that the image has.
		 * @param patterns names of tools, in which {@code *} stands for anything; one
		 * that is named in full is offered whatever the image
		 * @return this
		 */
		public Builder include(String... patterns) {
			this.include = List.of(patterns);
			return this;
		}

		/**
		 * Set which tools are not offered.
		 * @param patterns names of tools, in which {@code *} stands for anything
		 * @return this
		 */
		public Builder exclude(String... patterns) {
			this.exclude = List.of(patterns);
			return this;
		}

		/**
		 * Call a tool otherwise.
		 * @param tool its name
		 * @param name the name that the model gets
		 * @return this
		 */
		public Builder name(String tool, String name) {
			Assert.hasText(name, "'name' must not be empty");
			this.names.put(tool, name);
			return this;
		}

		/**
		 * Describe a tool otherwise.
		 * @param tool its name
		 * @param description what the model is told of it
		 * @return this
		 */
		public Builder description(String tool, String description) {
			Assert.hasText(description, "'description' must not be empty");
			this.descriptions.put(tool, description);
			return this;
		}

		/**
		 * Add tools of yours: the methods with
		 * {@link org.springframework.ai.tool.annotation.Tool @Tool} of a class.
		 * @param type the class
		 * @param factory makes its object for a session; called at each call
		 * @param <T> the class
		 * @return this
		 */
		public <T> Builder tools(Class<T> type, Function<Session, ? extends T> factory) {
			Assert.notNull(type, "'type' must not be null");
			Assert.notNull(factory, "'factory' must not be null");
			this.methods.addAll(ToolMethod.of(type, (work) -> factory.apply(work.session())));
			return this;
		}

		/**
		 * Put something around every tool, the first the outermost.
		 * @param decorators what is put around
		 * @return this
		 */
		public Builder decorators(List<? extends ToolCallbackDecorator> decorators) {
			this.decorators.addAll(decorators);
			return this;
		}

		/**
		 * Build the tools.
		 * @return the tools
		 * @throws IllegalArgumentException if a tool is named that there is not, or two
		 * tools have the same name
		 */
		public AgentBayToolCallbackProvider build() {
			Set<String> known = this.methods.stream().map(ToolMethod::name).collect(Collectors.toSet());
			checkKnown(this.names.keySet(), known);
			checkKnown(this.descriptions.keySet(), known);
			SessionToolRunner runner = new SessionToolRunner(this.sessions, this.keys);
			Map<String, ToolCallback> tools = new LinkedHashMap<>();
			for (ToolMethod method : this.methods) {
				if (isOffered(method.name())) {
					ToolCallback tool = tool(runner, method);
					String name = tool.getToolDefinition().name();
					Assert.isTrue(tools.put(name, ToolCallbackDecorator.decorate(this.decorators, tool)) == null,
							() -> "Two tools have the name " + name);
				}
			}
			return new AgentBayToolCallbackProvider(List.copyOf(tools.values()));
		}

		private static void checkKnown(Set<String> names, Set<String> known) {
			for (String name : names) {
				Assert.isTrue(known.contains(name),
						() -> "There is no tool %s, but %s".formatted(name, known.stream().sorted().toList()));
			}
		}

		private boolean isOffered(String name) {
			if (PatternMatchUtils.simpleMatch(this.exclude.toArray(String[]::new), name)) {
				return false;
			}
			if (this.include.contains(name)) {
				return true;
			}
			return (this.include.isEmpty() || PatternMatchUtils.simpleMatch(this.include.toArray(String[]::new), name))
					&& switch (name) {
						case StandardTools.DESKTOP -> ImageParts.hasDesktop(this.imageId);
						case StandardTools.PHONE -> ImageParts.hasPhone(this.imageId);
						case StandardTools.HAND_OVER_FILE -> this.artifacts != null;
						default -> true;
					};
		}

		private ToolCallback tool(SessionToolRunner runner, ToolMethod method) {
			ToolDefinition own = ToolDefinitions.from(method.method());
			ToolDefinition definition = ToolDefinition.builder()
				.name(this.names.getOrDefault(own.name(), own.name()))
				.description(this.descriptions.getOrDefault(own.name(), own.description()))
				.inputSchema(ToolSchemas.forModels(own.inputSchema()))
				.build();
			return new SessionToolCallback(runner, method, definition, this.limits, this.artifacts);
		}

	}

}
