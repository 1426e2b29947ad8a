package io.agentbay.ai;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.execution.ToolCallResultConverter;

/**
 * Hands text to the model as it is, where Spring AI's own converter makes JSON of it:
 * every line break and quotation mark of a file or an output would cost two characters
 * and be harder to read.
 */
public final class PlainTextConverter implements ToolCallResultConverter {

	@Override
	public String convert(@Nullable Object result, @Nullable Type returnType) {
		return String.valueOf(result);
	}

}
