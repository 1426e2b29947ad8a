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

package io.agentbay.internal.browser;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The JSON schema of a record, or of another class that Jackson binds, as Jackson reads
 * it from JSON.
 */
public final class RecordSchema {

	private static final Set<Class<?>> INTEGERS = Set.of(byte.class, Byte.class, short.class, Short.class, int.class,
			Integer.class, long.class, Long.class, BigInteger.class);

	/** A type may hold itself; each is described once. */
	private final Map<String, Object> definitions = new LinkedHashMap<>();

	private RecordSchema() {
	}

	/**
	 * Describe a type.
	 * @param type the record or class
	 * @return the schema as JSON text
	 * @throws IllegalArgumentException if it is neither, or JSON cannot hold one of its
	 * components
	 */
	public static String of(Class<?> type) {
		if (!type.isRecord() && !BoundClass.isOne(type)) {
			throw unusable(type, type.getSimpleName());
		}
		RecordSchema schema = new RecordSchema();
		Map<String, Object> root = schema.object(type);
		if (!schema.definitions.isEmpty()) {
			root.put("$defs", schema.definitions);
		}
		return Json.MAPPER.writeValueAsString(root);
	}

	private Map<String, Object> object(Class<?> type) {
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		for (Property described : type.isRecord() ? components(type) : BoundClass.properties(type)) {
			Map<String, Object> property = new LinkedHashMap<>(
					value(described.type(), type.getSimpleName() + "." + described.declaredName()));
			if (described.description() != null) {
				property.put("description", described.description());
			}
			properties.put(described.name(), property);
			if (described.required()) {
				required.add(described.name());
			}
		}
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("title", type.getSimpleName());
		schema.put("type", "object");
		schema.put("properties", properties);
		schema.put("required", required);
		return schema;
	}

	private static List<Property> components(Class<?> type) {
		return Arrays.stream(type.getRecordComponents()).map(RecordSchema::component).toList();
	}

	private static Property component(RecordComponent component) {
		JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
		String name = (named != null && !named.value().isEmpty()) ? named.value() : component.getName();
		JsonPropertyDescription described = component.getAccessor().getAnnotation(JsonPropertyDescription.class);
		return new Property(name, component.getName(), component.getGenericType(),
				(described != null) ? described.value() : null, isRequired(component.getAnnotatedType()));
	}

	/** Whether null, or nothing, is no value of a type. */
	static boolean isRequired(AnnotatedType type) {
		boolean optional = type.getType() instanceof ParameterizedType generic
				&& generic.getRawType() == Optional.class;
		return !type.isAnnotationPresent(Nullable.class) && !optional;
	}

	private Map<String, Object> value(Type type, String place) {
		if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
			Type[] arguments = generic.getActualTypeArguments();
			if (Collection.class.isAssignableFrom(raw)) {
				return Map.of("type", "array", "items", value(arguments[0], place));
			}
			if (raw == Optional.class) {
				return value(arguments[0], place);
			}
			if (raw == Map.class && arguments[0] == String.class) {
				return Map.of("type", "object", "additionalProperties", value(arguments[1], place));
			}
		}
		if (type instanceof Class<?> plain) {
			return plain(plain, place);
		}
		throw unusable(type, place);
	}

	private Map<String, Object> plain(Class<?> type, String place) {
		if (type.isArray() && type != byte[].class) {
			return Map.of("type", "array", "items", value(type.getComponentType(), place));
		}
		if (type.isRecord()) {
			return reference(type);
		}
		if (type.isEnum()) {
			return Map.of("type", "string", "enum",
					Arrays.stream(type.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList());
		}
		if (INTEGERS.contains(type)) {
			return Map.of("type", "integer");
		}
		if (type == boolean.class || type == Boolean.class) {
			return Map.of("type", "boolean");
		}
		if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
			return Map.of("type", "number");
		}
		if (CharSequence.class.isAssignableFrom(type) || type == UUID.class || type == char.class) {
			return Map.of("type", "string");
		}
		if (TemporalAccessor.class.isAssignableFrom(type)) {
			return Map.of("type", "string", "format", (type == LocalDate.class) ? "date" : "date-time");
		}
		if (BoundClass.isOne(type)) {
			return reference(type);
		}
		throw unusable(type, place);
	}

	private Map<String, Object> reference(Class<?> type) {
		String name = type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
		if (!this.definitions.containsKey(name)) {
			this.definitions.put(name, Map.of());
			this.definitions.put(name, object(type));
		}
		return Map.of("$ref", "#/$defs/" + name);
	}

	private static IllegalArgumentException unusable(Type type, String place) {
		return new IllegalArgumentException(
				"'type': " + place + " is of the type " + type.getTypeName() + ", which no JSON schema describes");
	}

	/**
	 * What an object holds.
	 *
	 * @param name its name in JSON
	 * @param declaredName its name in Java
	 * @param type its type
	 * @param description what it is, {@code null} if that is not told
	 * @param required whether it has to be there
	 */
	record Property(String name, String declaredName, Type type, @Nullable String description, boolean required) {
	}

}
