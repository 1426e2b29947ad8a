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

package io.agentbay;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.agentbay.code.CodeResult;
import io.agentbay.command.CommandResult;
import io.agentbay.context.ContextNames;
import io.agentbay.error.AgentBayException;
import io.agentbay.observation.CallObservationConvention;
import io.agentbay.observation.SessionObservationConvention;
import io.agentbay.ownership.FileInstanceLocks;
import io.agentbay.ownership.LiveInstance;
import io.agentbay.ownership.SessionReaper;
import io.agentbay.terminal.ReactiveTerminalWebSocketHandler;
import io.agentbay.testing.ProductionClasses;
import io.agentbay.tool.ToolResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The line between what users may name and how it is done.
 */
class ApiLineTests {

	private static final String INTERNAL = "io.agentbay.internal";

	/** Where users begin, and what they hand in or start themselves. */
	private static final List<Class<?>> DOORS = List.of(AgentBay.class, ReactiveAgentBay.class, AgentBayBuilder.class,
			AgentBayException.class, CallObservationConvention.class, SessionObservationConvention.class,
			SessionReaper.class, LiveInstance.class, FileInstanceLocks.class, ContextNames.class,
			ReactiveTerminalWebSocketHandler.class);

	/** Where failure is data. */
	private static final Set<String> RESULTS = Stream.of(CommandResult.class, CodeResult.class, ToolResult.class)
		.map(Class::getName)
		.collect(Collectors.toSet());

	@Test
	void everyPublicTypeIsReachedBySignature() {
		Set<Class<?>> reached = closure();
		assertThat(api()).filteredOn((type) -> !isReached(type, reached)).isEmpty();
	}

	@Test
	void noSignatureNamesAnInternalType() {
		Set<String> named = new TreeSet<>();
		for (Class<?> type : api()) {
			signatureOf(type).filter((part) -> part.getName().startsWith(INTERNAL))
				.forEach((part) -> named.add(type.getName() + " names " + part.getName()));
		}
		assertThat(named).isEmpty();
	}

	@Test
	void onlyTheFourResultsAskForSuccess() {
		Set<String> found = api().stream()
			.filter((type) -> Arrays.stream(type.getMethods())
				.anyMatch((method) -> method.getName().equals("success") && method.getParameterCount() == 0))
			.map(Class::getName)
			.collect(Collectors.toCollection(TreeSet::new));
		found.remove("io.agentbay.agent.TaskResult");
		assertThat(found).isEqualTo(new TreeSet<>(RESULTS));
	}

	private static List<Class<?>> api() {
		return ProductionClasses.get()
			.stream()
			.filter((type) -> !type.getPackageName().startsWith(INTERNAL))
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.map(JavaClass::reflect)
			.filter(ApiLineTests::isVisible)
			.<Class<?>>map((type) -> type)
			.toList();
	}

	private static boolean isVisible(Class<?> type) {
		for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
			if (!Modifier.isPublic(outer.getModifiers())) {
				return false;
			}
		}
		return !type.getSimpleName().equals("package-info");
	}

	/** A subtype of what is reached can be what is there: an exception, an event. */
	private static boolean isReached(Class<?> type, Set<Class<?>> reached) {
		return reached.contains(type) || reached.stream()
			.filter((other) -> other.getName().startsWith("io.agentbay."))
			.anyMatch((other) -> other.isAssignableFrom(type));
	}

	private static Set<Class<?>> closure() {
		Set<Class<?>> reached = new LinkedHashSet<>();
		Deque<Class<?>> next = new ArrayDeque<>(DOORS);
		List<Class<?>> api = api();
		while (!next.isEmpty()) {
			Class<?> type = next.pop();
			if (!type.getName().startsWith("io.agentbay.") || !reached.add(type)) {
				continue;
			}
			signatureOf(type).forEach(next::push);
			api.stream().filter((other) -> type.isAssignableFrom(other)).forEach(next::push);
		}
		return reached;
	}

	/** All types that a type shows to those who use or extend it. */
	private static Stream<Class<?>> signatureOf(Class<?> type) {
		Set<Class<?>> parts = new HashSet<>();
		add(type.getGenericSuperclass(), parts);
		Arrays.stream(type.getGenericInterfaces()).forEach((part) -> add(part, parts));
		annotations(type, parts);
		for (Class<?> nested : type.getDeclaredClasses()) {
			if (Modifier.isPublic(nested.getModifiers())) {
				parts.add(nested);
			}
		}
		for (Field field : type.getDeclaredFields()) {
			if (isShown(field.getModifiers())) {
				add(field.getGenericType(), parts);
			}
		}
		for (Method method : type.getDeclaredMethods()) {
			if (isShown(method.getModifiers()) && !method.isSynthetic()) {
				add(method.getGenericReturnType(), parts);
				addExecutable(method, parts);
			}
		}
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (isShown(constructor.getModifiers()) && !constructor.isSynthetic()) {
				addExecutable(constructor, parts);
			}
		}
		return parts.stream();
	}

	private static void addExecutable(Executable executable, Set<Class<?>> parts) {
		Arrays.stream(executable.getGenericParameterTypes()).forEach((part) -> add(part, parts));
		Arrays.stream(executable.getGenericExceptionTypes()).forEach((part) -> add(part, parts));
		annotations(executable, parts);
	}

	private static void annotations(AnnotatedElement element, Set<Class<?>> parts) {
		Arrays.stream(element.getAnnotations()).forEach((annotation) -> parts.add(annotation.annotationType()));
	}

	private static boolean isShown(int modifiers) {
		return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
	}

	private static void add(Type type, Set<Class<?>> parts) {
		if (type instanceof Class<?> one) {
			parts.add(one.isArray() ? one.getComponentType() : one);
		}
		else if (type instanceof ParameterizedType generic) {
			add(generic.getRawType(), parts);
			Arrays.stream(generic.getActualTypeArguments()).forEach((argument) -> add(argument, parts));
		}
		else if (type instanceof WildcardType wildcard) {
			Arrays.stream(wildcard.getUpperBounds()).forEach((bound) -> add(bound, parts));
			Arrays.stream(wildcard.getLowerBounds()).forEach((bound) -> add(bound, parts));
		}
		else if (type instanceof GenericArrayType array) {
			add(array.getGenericComponentType(), parts);
		}
		else if (type instanceof TypeVariable<?> variable) {
			Arrays.stream(variable.getBounds())
				.filter((bound) -> bound instanceof Class<?>)
				.forEach((bound) -> add(bound, parts));
		}
	}

}
