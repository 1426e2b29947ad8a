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

package io.agentbay.boot.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.Supplier;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.session.CreateSessionOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedObject;
import org.springframework.util.ReflectionUtils;

/**
 * Derives one face of a client from the other, also where the other is a mock, whose
 * default methods do nothing, or has a scope, outside of which it cannot be asked.
 *
 * @since 0.1.0
 */
public final class ClientFaces {

	private ClientFaces() {
	}

	/**
	 * Return the blocking face of a client.
	 * @param client the client
	 * @return the blocking face
	 */
	public static AgentBay blocking(ReactiveAgentBay client) {
		AgentBay blocking = (client instanceof ScopedObject) ? null : client.blocking();
		return (blocking != null) ? blocking : new Face(() -> client).proxy().blocking();
	}

	/**
	 * Return the reactive face of a client.
	 * @param client the client
	 * @return the reactive face; one that refuses everything if the client has none,
	 * because it is a mock
	 */
	public static ReactiveAgentBay reactive(AgentBay client) {
		if (client instanceof ScopedObject) {
			return new Face(client::reactive).proxy();
		}
		ReactiveAgentBay reactive = client.reactive();
		return (reactive != null) ? reactive : new Face(ClientFaces::refuse).proxy();
	}

	/**
	 * Return whether a blocking client stands for itself: a mock that knows no reactive
	 * face, or one with a scope, which is asked when it is used.
	 * @param client the client
	 * @return whether it does
	 */
	public static boolean standsAlone(AgentBay client) {
		return client instanceof ScopedObject || client.reactive() == null;
	}

	/**
	 * Return whether this is a face that was made here, rather than a client of its own:
	 * it holds neither sessions nor connections, and may not be asked at any time.
	 * @param client the client
	 * @return whether it is
	 */
	public static boolean isDerived(ReactiveAgentBay client) {
		return client instanceof Derived;
	}

	private static ReactiveAgentBay refuse() {
		throw new IllegalStateException("The bean of type AgentBay has no reactive face, as mocks have none: "
				+ "replace the bean of type ReactiveAgentBay instead, or as well");
	}

	/** Marks the faces. */
	interface Derived {

	}

	/**
	 * Asks a client for everything, except for what a mock leaves out. Whoever has the
	 * client closes it.
	 */
	private record Face(Supplier<ReactiveAgentBay> client) implements InvocationHandler {

		ReactiveAgentBay proxy() {
			return (ReactiveAgentBay) Proxy.newProxyInstance(ClientFaces.class.getClassLoader(),
					new Class<?>[] { ReactiveAgentBay.class, Derived.class }, this);
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
			if (ReflectionUtils.isEqualsMethod(method)) {
				return args != null && args[0] == proxy;
			}
			if (ReflectionUtils.isHashCodeMethod(method)) {
				return System.identityHashCode(proxy);
			}
			if (ReflectionUtils.isToStringMethod(method)) {
				return "ReactiveAgentBay of another face";
			}
			return switch (method.getName()) {
				case "blocking" -> InvocationHandler.invokeDefault(proxy, method);
				case "close" -> null;
				case "defaultOptions" ->
					Objects.requireNonNullElseGet(ask(method, args), CreateSessionOptions::defaults);
				default -> ask(method, args);
			};
		}

		private @Nullable Object ask(Method method, Object @Nullable [] args) throws Throwable {
			try {
				return method.invoke(this.client.get(), args);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		}

	}

}
