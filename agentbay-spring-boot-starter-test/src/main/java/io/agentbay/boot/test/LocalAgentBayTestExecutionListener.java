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

import java.util.List;
import java.util.function.Consumer;

import io.agentbay.boot.client.KnownClients;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/**
 * Puts the {@link SharedLocalAgentBay} in order around each test and each test class.
 */
final class LocalAgentBayTestExecutionListener implements TestExecutionListener, Ordered {

	private static final String OLDER_THAN_CLASS = LocalAgentBayTestExecutionListener.class.getName() + ".class";

	private static final String OLDER_THAN_TEST = LocalAgentBayTestExecutionListener.class.getName() + ".test";

	/** Before the listeners that publish events, after those that provide the context. */
	@Override
	public int getOrder() {
		return 9_000;
	}

	@Override
	public void beforeTestClass(TestContext test) {
		forShared(test, (shared) -> test.setAttribute(OLDER_THAN_CLASS, shared.sessionIds()));
	}

	@Override
	public void beforeTestMethod(TestContext test) {
		forShared(test, (shared) -> {
			test.setAttribute(OLDER_THAN_TEST, shared.sessionIds());
			shared.beginAnew();
		});
	}

	@Override
	public void afterTestMethod(TestContext test) {
		deleteSessionsExcept(test, OLDER_THAN_TEST);
	}

	@Override
	public void afterTestClass(TestContext test) {
		deleteSessionsExcept(test, OLDER_THAN_CLASS);
	}

	private static void deleteSessionsExcept(TestContext test, String older) {
		forShared(test,
				(shared) -> shared.deleteSessionsExcept(remembered(test, older),
						test.getApplicationContext()
							.getBeanProvider(KnownClients.class)
							.stream()
							.flatMap((clients) -> clients.get().values().stream())));
	}

	/**
	 * Starts the application first, so that its own sessions are older than the tests.
	 */
	private static void forShared(TestContext test, Consumer<SharedLocalAgentBay> action) {
		if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureLocalAgentBay.class)) {
			action.accept(test.getApplicationContext().getBean(SharedLocalAgentBay.class));
		}
	}

	@SuppressWarnings("unchecked")
	private static List<String> remembered(TestContext test, String name) {
		List<String> ids = (List<String>) test.removeAttribute(name);
		return (ids != null) ? ids : List.of();
	}

}
