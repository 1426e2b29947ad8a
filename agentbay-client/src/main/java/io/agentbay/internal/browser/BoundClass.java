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
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import io.agentbay.internal.browser.RecordSchema.Property;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;

/**
 * A class that is no record, as Jackson binds it: by a constructor, setters or fields.
 */
final class BoundClass {

	private BoundClass() {
	}

	/** Whether Jackson can make one of the class, and put something into it. */
	static boolean isOne(Class<?> type) {
		if (type.isPrimitive() || type.isArray() || type.isEnum() || Modifier.isAbstract(type.getModifiers())
				|| type.getName().startsWith("java.")) {
			return false;
		}
		BeanDescription description = describe(type);
		List<BeanPropertyDefinition> bound = bound(description);
		return !bound.isEmpty() && !description.isNonStaticInnerClass() && (description.findDefaultConstructor() != null
				|| bound.stream().anyMatch(BeanPropertyDefinition::hasConstructorParameter));
	}

	static List<Property> properties(Class<?> type) {
		return bound(describe(type)).stream().map(BoundClass::property).toList();
	}

	private static BeanDescription describe(Class<?> type) {
		DeserializationConfig config = Json.MAPPER.deserializationConfig();
		ClassIntrospector introspector = config.classIntrospectorInstance();
		JavaType javaType = config.constructType(type);
		return introspector.introspectForDeserialization(javaType, introspector.introspectClassAnnotations(javaType));
	}

	private static List<BeanPropertyDefinition> bound(BeanDescription description) {
		return description.findProperties().stream().filter(BeanPropertyDefinition::couldDeserialize).toList();
	}

	/**
	 * What is nullable in one place is so everywhere: a field may say it for its setter.
	 */
	private static Property property(BeanPropertyDefinition bound) {
		List<AnnotatedType> types = new ArrayList<>();
		add(types, bound.getConstructorParameter());
		add(types, bound.getSetter());
		add(types, bound.getField());
		boolean required = types.stream().allMatch(RecordSchema::isRequired);
		AnnotatedMethod getter = bound.getGetter();
		if (getter != null) {
			required &= RecordSchema.isRequired(getter.getAnnotated().getAnnotatedReturnType());
		}
		return new Property(bound.getName(), bound.getInternalName(), types.get(0).getType(),
				bound.getMetadata().getDescription(), required);
	}

	private static void add(List<AnnotatedType> types, @Nullable AnnotatedMember member) {
		if (member instanceof AnnotatedParameter parameter) {
			types.add(((Executable) parameter.getOwner().getAnnotated()).getAnnotatedParameterTypes()[parameter
				.getIndex()]);
		}
		else if (member instanceof AnnotatedMethod setter) {
			types.add(setter.getAnnotated().getAnnotatedParameterTypes()[0]);
		}
		else if (member instanceof AnnotatedField field) {
			types.add(field.getAnnotated().getAnnotatedType());
		}
	}

}
