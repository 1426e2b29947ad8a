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

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandResult;
import io.agentbay.session.SessionInfo;
import io.agentbay.testing.ProductionClasses;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a controller hands on of the client's values. */
class ResultJsonTests {

	/** What works in the session, and what goes to it. */
	private static final Set<String> NO_RESULTS = Set.of("io.agentbay.agent.BrowserTask",
			"io.agentbay.agent.MobileTask", "io.agentbay.AgentBayBuilder", "io.agentbay.browser.BrowserOption",
			"io.agentbay.mobile.MobileSimulateConfig", "io.agentbay.session.CreateSessionOptions");

	private final JsonMapper mapper = new JsonMapper();

	@Test
	void everyValueThatAMethodReturnsHasItsFieldsInJson() {
		Set<Class<?>> values = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
		for (JavaClass type : ProductionClasses.get()) {
			if (type.isInterface() && type.getModifiers().contains(JavaModifier.PUBLIC)
					&& !type.getPackageName().contains(".internal")) {
				for (Method method : type.reflect().getMethods()) {
					collect(method.getGenericReturnType(), values::add);
				}
			}
		}
		List<Class<?>> silent = values.stream()
			.filter((type) -> !type.isRecord() && !type.isEnum() && !type.isInterface()
					&& type.getPackageName().startsWith("io.agentbay") && !NO_RESULTS.contains(type.getName())
					&& !isWritten(type))
			.collect(Collectors.toList());
		assertThat(values).contains(CommandResult.class);
		assertThat(silent).isEmpty();
	}

	@Test
	void aResultHasItsExitCodeAndOutputsButNotTheCommand() {
		CommandResult result = CommandResult.builder("login --password hush").exitCode(3).stdout("out").build();
		String json = this.mapper.writeValueAsString(result);
		assertThat(json).contains("\"exitCode\":3", "\"stdout\":\"out\"").doesNotContain("hush");
		assertThat(this.mapper.writeValueAsString(new CommandEvent.Finished(result))).contains("\"exitCode\":3",
				"\"type\":\"finished\"");
	}

	@Test
	void whatOpensASessionIsNotHandedOn() {
		List<Field> secrets = Stream.of(SessionInfo.class.getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()))
			.filter((field) -> Set.of("ticket", "authCode", "connectionProperties", "resourceUrl")
				.contains(field.getName()))
			.toList();
		assertThat(secrets).hasSize(4);
		String json = this.mapper.writeValueAsString(
				SessionInfo.builder("s-1").ticket("hush").authCode("hush").resourceUrl("https://hush").build());
		assertThat(json).contains("s-1").doesNotContain("hush");
	}

	private static boolean isWritten(Class<?> type) {
		return type.isAnnotationPresent(JsonAutoDetect.class)
				|| Stream.of(type.getMethods()).anyMatch((method) -> method.isAnnotationPresent(JsonProperty.class));
	}

	private static void collect(Type type, Consumer<Class<?>> found) {
		if (type instanceof Class<?> one) {
			found.accept(one);
		}
		else if (type instanceof ParameterizedType generic) {
			collect(generic.getRawType(), found);
			Arrays.stream(generic.getActualTypeArguments()).forEach((argument) -> collect(argument, found));
		}
		else if (type instanceof WildcardType wildcard) {
			Arrays.stream(wildcard.getUpperBounds()).forEach((bound) -> collect(bound, found));
		}
	}

}
