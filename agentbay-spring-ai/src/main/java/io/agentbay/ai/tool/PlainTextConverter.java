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

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.execution.ToolCallResultConverter;

/**
 * Hands text to the model as it is, where Spring AI's own converter makes JSON of it:
 * every line break and quotation mark of a file or an output would cost two characters
 * and be harder to read.
 *
 * @since 0.1.0
 */
public final class PlainTextConverter implements ToolCallResultConverter {

	@Override
	public String convert(@Nullable Object result, @Nullable Type returnType) {
		return String.valueOf(result);
	}

}
