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

package io.agentbay.ai.tool;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.support.ToolDefinitions;
import org.springframework.util.Assert;

/**
 * A method that is a tool, and what makes the object it is called on.
 *
 * @param method the method
 * @param factory makes its object for a call
 */
record ToolMethod(Method method, Function<ToolWork, ?> factory) {

	static List<ToolMethod> of(Class<?> type, Function<ToolWork, ?> factory) {
		List<ToolMethod> methods = Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(Tool.class))
			.filter((method) -> !Modifier.isStatic(method.getModifiers()))
			.sorted(Comparator.comparing(Method::getName))
			.map((method) -> new ToolMethod(method, factory))
			.toList();
		Assert.notEmpty(methods, () -> "'type' must have methods with @Tool: " + type.getName());
		return methods;
	}

	String name() {
		return ToolDefinitions.from(this.method).name();
	}

}
