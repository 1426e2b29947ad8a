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

package io.agentbay.ai;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.metadata.ToolMetadata;
import org.springframework.ai.tool.method.MethodToolCallback;
import org.springframework.ai.tool.support.ToolDefinitions;
import org.springframework.ai.tool.support.ToolUtils;
import org.springframework.util.Assert;

/**
 * Tools that work in the session of the conversation in which they are called: one set of
 * tools for all users, a computer for each conversation. Which conversation it is, is
 * told by the tool context under {@link ChatMemory#CONVERSATION_ID}.
 *
 * <pre class="code">
 * ToolCallbackProvider tools = ConversationTools.in(sessions::get)
 *     .with(AgentBayTools.class, AgentBayTools::new)
 *     .with(AgentBayBrowserTools.class, AgentBayBrowserTools::new);
 *
 * chatClient.prompt(question)
 *     .tools(tools)
 *     .toolContext(Map.of(ChatMemory.CONVERSATION_ID, conversationId))
 *     .call().content();
 * </pre>
 *
 * <p>
 * The sessions belong to the function that finds them: it creates one at the first call
 * of a conversation, and decides when it ends.
 *
 * @since 0.1.0
 */
public final class ConversationTools implements ToolCallbackProvider {

	private final Function<String, Session> sessions;

	private final List<ToolCallback> callbacks;

	private ConversationTools(Function<String, Session> sessions, List<ToolCallback> callbacks) {
		this.sessions = sessions;
		this.callbacks = List.copyOf(callbacks);
	}

	/**
	 * Begin with no tools.
	 * @param sessions finds the session of a conversation by its id; asked at each call,
	 * possibly for several calls of a conversation at the same time
	 * @return no tools yet
	 */
	public static ConversationTools in(Function<String, Session> sessions) {
		Assert.notNull(sessions, "'sessions' must not be null");
		return new ConversationTools(sessions, List.of());
	}

	/**
	 * Add the tools of a class: its methods with {@link Tool @Tool}.
	 * @param type the class, such as {@link AgentBayTools}, or one of your own
	 * @param factory makes its object for a session; called at each call of a tool
	 * @param <T> the class
	 * @return these tools and those
	 */
	public <T> ConversationTools with(Class<T> type, Function<Session, ? extends T> factory) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(factory, "'factory' must not be null");
		List<Method> methods = Arrays.stream(type.getMethods())
			.filter((method) -> method.isAnnotationPresent(Tool.class))
			.sorted(Comparator.comparing(Method::getName))
			.toList();
		Assert.notEmpty(methods, () -> "'type' must have public methods with @Tool: " + type.getName());
		List<ToolCallback> all = new ArrayList<>(this.callbacks);
		methods.forEach((method) -> all.add(new ConversationTool(this.sessions, method, factory)));
		return new ConversationTools(this.sessions, all);
	}

	@Override
	public ToolCallback[] getToolCallbacks() {
		return this.callbacks.toArray(ToolCallback[]::new);
	}

	/**
	 * A method of an object that is made for the session of the conversation.
	 */
	private static final class ConversationTool implements ToolCallback {

		private final Function<String, Session> sessions;

		private final Method method;

		private final Function<Session, ?> factory;

		private final ToolDefinition definition;

		ConversationTool(Function<String, Session> sessions, Method method, Function<Session, ?> factory) {
			this.sessions = sessions;
			this.method = method;
			this.factory = factory;
			this.definition = ToolDefinitions.from(method);
		}

		@Override
		public ToolDefinition getToolDefinition() {
			return this.definition;
		}

		@Override
		public ToolMetadata getToolMetadata() {
			return ToolMetadata.from(this.method);
		}

		@Override
		public String call(String arguments) {
			return call(arguments, null);
		}

		@Override
		public String call(String arguments, @Nullable ToolContext context) {
			Session session = this.sessions.apply(conversation(context));
			return MethodToolCallback.builder()
				.toolDefinition(this.definition)
				.toolMetadata(getToolMetadata())
				.toolMethod(this.method)
				.toolObject(this.factory.apply(session))
				.toolCallResultConverter(ToolUtils.getToolCallResultConverter(this.method))
				.build()
				.call(arguments, context);
		}

		private String conversation(@Nullable ToolContext context) {
			Map<String, Object> values = (context != null) ? context.getContext() : Map.of();
			if (values.get(ChatMemory.CONVERSATION_ID) instanceof String id && !id.isBlank()) {
				return id;
			}
			throw new IllegalStateException(
					"Tool " + this.definition.name() + " does not know which conversation it is called in; prompt with "
							+ "toolContext(Map.of(ChatMemory.CONVERSATION_ID, id))");
		}

	}

}
