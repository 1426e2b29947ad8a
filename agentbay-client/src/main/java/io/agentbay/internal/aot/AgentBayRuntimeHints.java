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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Tells native images which types travel as JSON: the records of the client. They are
 * looked up when the image is built, so that none can be forgotten.
 */
final class AgentBayRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> FEATURES = List.of("internal/api", "internal/session", "internal/tool", "code",
			"command", "context", "filesystem", "git", "ownership", "session", "tool");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindingReflectionHintsRegistrar registrar = new BindingReflectionHintsRegistrar();
		FEATURES.stream()
			.flatMap((feature) -> records(feature, classLoader).stream())
			.forEach((type) -> registrar.registerReflectionHints(hints.reflection(), type));
	}

	static List<Class<?>> records(String feature, @Nullable ClassLoader classLoader) {
		List<Class<?>> records = new ArrayList<>();
		SimpleMetadataReaderFactory readers = new SimpleMetadataReaderFactory(classLoader);
		try {
			for (Resource file : new PathMatchingResourcePatternResolver(classLoader)
				.getResources("classpath*:io/agentbay/" + feature + "/**/*.class")) {
				MetadataReader reader = readers.getMetadataReader(file);
				if (Record.class.getName().equals(reader.getClassMetadata().getSuperClassName())) {
					records.add(ClassUtils.resolveClassName(reader.getClassMetadata().getClassName(), classLoader));
				}
			}
			return records;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The classes of the client cannot be read", ex);
		}
	}

}
