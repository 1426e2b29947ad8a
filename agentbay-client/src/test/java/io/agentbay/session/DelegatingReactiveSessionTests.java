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

package io.agentbay.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DelegatingReactiveSession}.
 */
class DelegatingReactiveSessionTests {

	private final List<Method> called = new ArrayList<>();

	private final ReactiveSession session = recording((proxy, method, arguments) -> {
		this.called.add(method);
		return (method.getReturnType() == boolean.class) ? true : null;
	});

	static List<Method> methods() {
		return Arrays.stream(ReactiveSession.class.getMethods())
			.filter((method) -> !Modifier.isStatic(method.getModifiers()) && !method.getName().equals("blocking"))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("methods")
	void everyMethodIsLeftToTheSession(Method method) throws Exception {
		method.invoke(new DelegatingReactiveSession(this.session),
				Arrays.stream(method.getParameterTypes()).map((type) -> (type == int.class) ? 0 : null).toArray());
		assertThat(this.called).containsExactly(method);
	}

	@Test
	void theBlockingFaceIsOneOfTheView() {
		ReactiveSession view = new DelegatingReactiveSession(this.session) {

			@Override
			public Mono<Void> close() {
				return Mono.empty();
			}

		};
		view.blocking().close();
		assertThat(this.called).isEmpty();
		assertThat(view.blocking().reactive()).isSameAs(view);
	}

	@Test
	void thereMustBeASession() {
		assertThatIllegalArgumentException().isThrownBy(() -> new DelegatingReactiveSession(null))
			.withMessageContaining("'delegate'");
	}

	private static ReactiveSession recording(InvocationHandler handler) {
		return (ReactiveSession) Proxy.newProxyInstance(ReactiveSession.class.getClassLoader(),
				new Class<?>[] { ReactiveSession.class }, handler);
	}

}
