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

package io.agentbay.ai;

import java.time.Duration;

import io.agentbay.code.CodeError;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.code.CodeResult;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.util.Assert;

/**
 * A tool with which a model computes in one session: it runs code that keeps its
 * variables from call to call.
 *
 * @since 0.1.0
 */
public final class AgentBayCodeTools {

	private final Session session;

	private final ToolLimits limits;

	/**
	 * Create the tool with the default limits: 50 seconds for a piece of code, 20,000
	 * characters for a text.
	 * @param session the session that the tool works in
	 */
	public AgentBayCodeTools(Session session) {
		this(session, ToolLimits.DEFAULT);
	}

	private AgentBayCodeTools(Session session, ToolLimits limits) {
		Assert.notNull(session, "'session' must not be null");
		this.session = session;
		this.limits = limits;
	}

	/**
	 * Return a tool whose code is ended after another time.
	 * @param timeout the longest time for a piece of code; the service rounds it up to
	 * seconds
	 * @return the changed tool for the same session
	 */
	public AgentBayCodeTools withTimeout(Duration timeout) {
		return new AgentBayCodeTools(this.session, this.limits.withTime(timeout, "timeout"));
	}

	/**
	 * Return a tool that answers texts of another length.
	 * @param maxLength the most characters of an output that are answered, at least 100;
	 * of a longer text the middle is left out
	 * @return the changed tool for the same session
	 */
	public AgentBayCodeTools withMaxLength(int maxLength) {
		return new AgentBayCodeTools(this.session, this.limits.withMaxLength(maxLength));
	}

	/**
	 * Run code.
	 * @param code the code
	 * @param language its language, {@code null} for Python
	 * @return what it wrote and what its last expression is
	 */
	@Tool(name = "run_code", resultConverter = PlainTextConverter.class, description = """
			Run code on the computer of this session and wait until it ends. Variables, functions and imports are \
			kept for the next call in the same language. Returns what the code printed and the value of its last \
			expression, or the error with its place.""")
	public String runCode(@ToolParam(description = "The code") String code, @ToolParam(required = false,
			description = "python, javascript, r or java. Default: python") @Nullable String language) {
		CodeLanguage chosen = (language != null && !language.isBlank()) ? CodeLanguage.of(language)
				: CodeLanguage.PYTHON;
		CodeOptions options = CodeOptions.of(chosen).withTimeout(this.limits.time());
		return ToolAnswers.of(() -> shown(this.session.code().run(code, options)));
	}

	private String shown(CodeResult result) {
		CodeError error = result.error();
		StringBuilder answer = new StringBuilder(
				(error == null) ? "The code ran to its end" : "Error: %s: %s".formatted(error.name(), error.value()));
		if (error != null) {
			this.limits.answers().append(answer, "Traceback", error.traceback());
		}
		this.limits.answers().append(answer, "Value", result.outputs().isEmpty() ? "" : result.text());
		this.limits.answers().append(answer, "Standard output", result.stdout());
		this.limits.answers().append(answer, "Standard error", result.stderr());
		return answer.toString();
	}

}
