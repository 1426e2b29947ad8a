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

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.agentbay.code.CodeError;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.code.CodeOutput;
import io.agentbay.code.CodeResult;
import io.agentbay.error.AgentBayException;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Runs code in interpreters.
 */
final class CodeTools {

	private static final String REST = "print less, or write it to a file and read it in parts";

	private final ToolWork work;

	CodeTools(ToolWork work) {
		this.work = work;
	}

	@Tool(name = "run_code", resultConverter = PlainTextConverter.class, description = """
			Run code on your own computer and wait until it ends. Variables, functions and imports are kept for the \
			next call in the same language. Returns the value of the last expression and what was printed, or the \
			error. Pictures, such as plots, are shown to you and kept as files.""")
	String runCode(@ToolParam(description = "The code") String code,
			@ToolParam(required = false, description = "Default: python") @Nullable Language language) {
		CodeLanguage chosen = (language != null) ? CodeLanguage.valueOf(language.name()) : CodeLanguage.PYTHON;
		CodeResult result = this.work.session()
			.code()
			.run(code, CodeOptions.of(chosen).withTimeout(this.work.limits().time()));
		CodeError error = result.error();
		String traceback = (error != null) ? traceback(error) : "";
		ToolAnswer answer = this.work.answer(first(error, traceback)).with("Traceback", traceback, REST);
		values(result.outputs(), answer);
		answer.with("Standard output", result.stdout(), REST).with("Standard error", result.stderr(), REST);
		return answer.toString();
	}

	private static String first(@Nullable CodeError error, String traceback) {
		if (error == null) {
			return "The code ran to its end";
		}
		return traceback.isEmpty() ? "Error: %s: %s".formatted(error.name(), error.value()) : "The code failed";
	}

	/** It is in one place or the other, and its last line is the error once more. */
	private static String traceback(CodeError error) {
		if (!error.traceback().isBlank()) {
			return error.traceback();
		}
		return error.value().contains("Traceback") || error.value().contains("\n") ? error.value() : "";
	}

	private void values(List<CodeOutput> outputs, ToolAnswer answer) {
		for (CodeOutput output : outputs) {
			byte[] png = output.png();
			byte[] jpeg = output.jpeg();
			if (png != null) {
				picture(png, "image/png", "png", answer);
			}
			else if (jpeg != null) {
				picture(jpeg, "image/jpeg", "jpg", answer);
			}
			else {
				answer.with("Value", text(output), REST);
			}
		}
	}

	private static String text(CodeOutput output) {
		for (String text : new @Nullable String[] { output.text(), output.markdown(), output.json(), output.latex(),
				output.html(), output.svg() }) {
			if (text != null && !text.isEmpty()) {
				return text;
			}
		}
		return "";
	}

	private void picture(byte[] content, String type, String extension, ToolAnswer answer) {
		String mention = this.work.picture("made by the code", type, content);
		answer.line(mention);
		String path = "/tmp/picture-" + HexFormat.of().toHexDigits(Arrays.hashCode(content)) + "." + extension;
		try {
			this.work.session().fileSystem().writeBytes(path, content);
			answer.line("It is kept as " + path);
		}
		catch (AgentBayException ex) {
			answer.line("It could not be kept as a file");
		}
	}

	/** What interpreters there are. */
	enum Language {

		PYTHON, JAVASCRIPT, R, JAVA

	}

}
