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
 * The JSON schema of a record, as Jackson reads the record from JSON.
 */
public final class RecordSchema {

	private static final Set<Class<?>> INTEGERS = Set.of(byte.class, Byte.class, short.class, Short.class, int.class,
			Integer.class, long.class, Long.class, BigInteger.class);

	/** A record may hold itself; each is described once. */
	private final Map<String, Object> definitions = new LinkedHashMap<>();

	private RecordSchema() {
	}

	/**
	 * Describe a record.
	 * @param type the record
	 * @return the schema as JSON text
	 * @throws IllegalArgumentException if JSON cannot hold one of its components
	 */
	public static String of(Class<?> type) {
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
		for (RecordComponent component : type.getRecordComponents()) {
			JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
			String name = (named != null && !named.value().isEmpty()) ? named.value() : component.getName();
			Map<String, Object> property = new LinkedHashMap<>(
					value(component.getGenericType(), type.getSimpleName() + "." + component.getName()));
			JsonPropertyDescription described = component.getAccessor().getAnnotation(JsonPropertyDescription.class);
			if (described != null) {
				property.put("description", described.value());
			}
			properties.put(name, property);
			if (isRequired(component.getAnnotatedType(), component.getType())) {
				required.add(name);
			}
		}
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("title", type.getSimpleName());
		schema.put("type", "object");
		schema.put("properties", properties);
		schema.put("required", required);
		return schema;
	}

	private static boolean isRequired(AnnotatedType type, Class<?> raw) {
		return !type.isAnnotationPresent(Nullable.class) && raw != Optional.class;
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

}
