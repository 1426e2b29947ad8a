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

package io.agentbay.local.internal.aot;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.agentbay.local.LocalAgentBay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LocalRuntimeHints}.
 */
class LocalRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@BeforeEach
	void register() {
		new LocalRuntimeHints().registerHints(this.hints, getClass().getClassLoader());
	}

	@Test
	void everyTypeThatIsReadFromJsonIsKept() {
		Set<Class<?>> read = new LinkedHashSet<>();
		for (JavaClass caller : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackagesOf(LocalAgentBay.class)) {
			if (readsJson(caller)) {
				caller.getReferencedClassObjects().forEach((type) -> add(type.getValue().reflect(), read));
			}
		}
		assertThat(read).hasSizeGreaterThan(3).allSatisfy((type) -> {
			assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(this.hints);
			for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
				assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor()))
					.accepts(this.hints);
			}
		});
	}

	@Test
	void everyResourceIsKept() throws IOException {
		String folder = "io/agentbay/local/";
		List<String> resources = Stream
			.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "**/*.*"),
					new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "internal/phone/*"))
			.flatMap(Stream::of)
			.map(LocalRuntimeHintsTests::path)
			.filter((path) -> path.contains("/classes/") && !path.endsWith(".class") && !path.endsWith("/"))
			.map((path) -> path.substring(path.indexOf(folder)))
			.distinct()
			.toList();
		assertThat(resources).hasSizeGreaterThan(14)
			.allSatisfy((resource) -> assertThat(RuntimeHintsPredicates.resource().forResource(resource))
				.accepts(this.hints));
	}

	@Test
	void hintsAreFoundByAheadOfTimeProcessing() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(LocalRuntimeHints.class);
	}

	private static String path(Resource resource) {
		try {
			return resource.getURL().getPath();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static boolean readsJson(JavaClass type) {
		return type.getMethodCallsFromSelf()
			.stream()
			.anyMatch((call) -> call.getTargetOwner().isEquivalentTo(JsonMapper.class)
					&& Set.of("treeToValue", "readValue").contains(call.getName()));
	}

	private static void add(Type type, Set<Class<?>> types) {
		if (type instanceof ParameterizedType generic) {
			Arrays.stream(generic.getActualTypeArguments()).forEach((argument) -> add(argument, types));
		}
		else if (type instanceof Class<?> one && one.getName().startsWith("io.agentbay.") && types.add(one)
				&& one.isRecord()) {
			Arrays.stream(one.getRecordComponents()).forEach((component) -> add(component.getGenericType(), types));
		}
	}

}
