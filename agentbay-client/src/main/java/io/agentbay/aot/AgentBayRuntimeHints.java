package io.agentbay.aot;

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

	private static final List<String> FEATURES = List.of("api", "code", "command", "context", "filesystem", "git",
			"session", "tool", "transport");

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
