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

package io.agentbay.boot.test;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.LocalAgentBayBuilder;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.util.Assert;

/**
 * JUnit extension for tests without Spring: a {@link LocalAgentBay} for each test class,
 * and parameters of the types {@link LocalAgentBay}, {@link AgentBay},
 * {@link ReactiveAgentBay}, {@link Session} and {@link ReactiveSession}.
 *
 * <pre class="code">
 * &#064;ExtendWith(LocalAgentBayExtension.class)
 * class ReportTests {
 *
 *     &#064;Test
 *     void reportIsWrittenByOneCommand(AgentBay agentBay, LocalAgentBay runtime) {
 *         new ReportService(agentBay).write();
 *         assertThat(runtime).receivedToolCall("shell", times(1));
 *     }
 *
 * }
 * </pre>
 *
 * <p>
 * Each test begins with an empty journal and without faults, and the sessions that it
 * created and left are deleted after it. Each parameter of the type {@code Session} is a
 * session of its own. Register it by {@code @RegisterExtension} in a static field to
 * change the runtime.
 *
 * @since 0.1.0
 */
public final class LocalAgentBayExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private static final Set<Class<?>> TYPES = Set.of(LocalAgentBay.class, AgentBay.class, ReactiveAgentBay.class,
			Session.class, ReactiveSession.class);

	private static final String OLDER = "older";

	private final Consumer<LocalAgentBayBuilder> settings;

	/**
	 * Create an extension with a runtime as it is by default.
	 */
	public LocalAgentBayExtension() {
		this((builder) -> {
		});
	}

	/**
	 * Create an extension.
	 * @param settings changes the runtime
	 */
	public LocalAgentBayExtension(Consumer<LocalAgentBayBuilder> settings) {
		Assert.notNull(settings, "'settings' must not be null");
		this.settings = settings;
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		SharedLocalAgentBay runtime = resources(context).runtime();
		store(context).put(OLDER, runtime.sessionIds());
		runtime.beginAnew();
	}

	@Override
	@SuppressWarnings("unchecked")
	public void afterEach(ExtensionContext context) {
		Collection<String> older = (Collection<String>) store(context).getOrDefault(OLDER, Collection.class, List.of());
		Resources resources = resources(context);
		resources.runtime().deleteSessionsExcept(older, Stream.of(resources.client()));
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return TYPES.contains(parameter.getParameter().getType());
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Resources resources = resources(context);
		Class<?> type = parameter.getParameter().getType();
		if (type == LocalAgentBay.class) {
			return resources.runtime().runtime();
		}
		if (type == ReactiveAgentBay.class) {
			return resources.client();
		}
		AgentBay client = resources.client().blocking();
		if (type == AgentBay.class) {
			return client;
		}
		Session session = client.create();
		return (type == Session.class) ? session : session.reactive();
	}

	/** One for a test class and the classes nested in it. */
	private Resources resources(ExtensionContext context) {
		ExtensionContext outermost = context;
		while (outermost.getParent().isPresent() && outermost.getParent().get() != context.getRoot()) {
			outermost = outermost.getParent().get();
		}
		return store(outermost).computeIfAbsent(Resources.class, (key) -> Resources.start(this.settings),
				Resources.class);
	}

	private ExtensionContext.Store store(ExtensionContext context) {
		return context.getStore(ExtensionContext.Namespace.create(LocalAgentBayExtension.class, this));
	}

	/** Closed by JUnit when the test class has ended. */
	private record Resources(SharedLocalAgentBay runtime, ReactiveAgentBay client) implements AutoCloseable {

		static Resources start(Consumer<LocalAgentBayBuilder> settings) {
			LocalAgentBayBuilder builder = LocalAgentBay.builder();
			settings.accept(builder);
			LocalAgentBay started = builder.start();
			return new Resources(new SharedLocalAgentBay(started),
					ReactiveAgentBay.builder()
						.apiKey(started.apiKey())
						.endpoint(started.endpoint().toString())
						.buildReactive());
		}

		@Override
		public void close() {
			this.client.close();
			this.runtime.close();
		}

	}

}
