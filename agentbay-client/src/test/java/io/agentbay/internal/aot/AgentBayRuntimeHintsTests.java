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

package io.agentbay.internal.aot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import io.agentbay.testing.ProductionClasses;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayRuntimeHints}.
 */
class AgentBayRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@Test
	void everyWireTypeCanBeReadAndWritten() {
		register();
		List<JavaClass> wireTypes = ProductionClasses.get()
			.stream()
			.filter((type) -> type.getPackageName().startsWith("io.agentbay.internal.api"))
			.filter(JavaClass::isRecord)
			.toList();
		assertThat(wireTypes).hasSizeGreaterThan(10).allSatisfy((type) -> {
			Class<?> record = type.reflect();
			assertThat(RuntimeHintsPredicates.reflection()
				.onType(record)
				.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(this.hints);
			for (var component : record.getRecordComponents()) {
				assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor()))
					.accepts(this.hints);
			}
		});
	}

	@Test
	void everyTypeThatAnAnswerIsReadIntoCanBeRead() {
		register();
		Set<Class<?>> read = new LinkedHashSet<>();
		for (JavaClass caller : ProductionClasses.get()) {
			if (callsJackson(caller)) {
				caller.getReferencedClassObjects()
					.forEach((type) -> addWithComponents(type.getValue().reflect(), read));
			}
		}
		assertThat(read).hasSizeGreaterThan(15).allSatisfy((type) -> {
			assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(this.hints);
			for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
				assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor()))
					.accepts(this.hints);
			}
		});
	}

	/** Others read trees, or what users name. */
	private static boolean callsJackson(JavaClass type) {
		return type.getMethodCallsFromSelf()
			.stream()
			.anyMatch((call) -> call.getTargetOwner().isEquivalentTo(JsonMapper.class)
					&& Set.of("treeToValue", "readerForListOf", "convertValue", "readValue").contains(call.getName())
					|| call.getTargetOwner().getFullName().equals("io.agentbay.internal.api.Answers"));
	}

	private static void addWithComponents(Type type, Set<Class<?>> types) {
		if (type instanceof ParameterizedType generic) {
			Arrays.stream(generic.getActualTypeArguments()).forEach((argument) -> addWithComponents(argument, types));
		}
		else if (type instanceof Class<?> one && one.getName().startsWith("io.agentbay.") && types.add(one)
				&& one.isRecord()) {
			Arrays.stream(one.getRecordComponents())
				.forEach((component) -> addWithComponents(component.getGenericType(), types));
		}
	}

	@Test
	void hintsAreFoundByAheadOfTimeProcessing() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(AgentBayRuntimeHints.class);
	}

	private void register() {
		new AgentBayRuntimeHints().registerHints(this.hints, getClass().getClassLoader());
	}

}
