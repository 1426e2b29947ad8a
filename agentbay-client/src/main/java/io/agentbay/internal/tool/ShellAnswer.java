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

package io.agentbay.internal.tool;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.command.CommandResult;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of the tool {@code shell}: JSON, or from some images what the command
 * has printed, as it is. JSON is an answer only if it has an integer exit code and one of
 * the outputs as text, or both outputs. A failure without an exit code is the refusal of
 * a command that has not begun.
 */
public final class ShellAnswer {

	private static final Pattern OLD_FAILURE = Pattern
		.compile("Execution failed\\. Error code:\\s*(-?\\d+)\\s*Error message:\\s*(.*)", Pattern.DOTALL);

	private static final String TIMEOUT_MARK = "[timeout]";

	private static final Pattern TRUNCATION_MARK = Pattern
		.compile("std(out|err) was cut: the first \\d+ of \\d+ bytes are kept");

	private static final int NO_EXIT_CODE = -1;

	private ShellAnswer() {
	}

	/**
	 * Read an answer.
	 * @param reply what the tool answered
	 * @return how the command ended, still without the command itself
	 * @throws io.agentbay.error.ServiceException if the command has not begun
	 */
	public static Ended read(ToolReply reply) {
		JsonNode json = parse(reply.text());
		if (json != null) {
			Integer exitCode = exitCode(json, reply);
			if (exitCode == null) {
				throw reply.failedWith(said(json, reply));
			}
			return new Ended(exitCode, text(json, "stdout"), text(json, "stderr"), Json.text(json, "traceId"), reply);
		}
		Matcher old = OLD_FAILURE.matcher(reply.text());
		if (!reply.success() && old.find()) {
			return new Ended(Integer.parseInt(old.group(1)), "", old.group(2), null, reply);
		}
		if (!reply.success()) {
			throw reply.outcome().toException();
		}
		return new Ended(0, reply.text(), "", null, reply);
	}

	/** A code in words is that of an error, not of a program. */
	private static @Nullable Integer exitCode(JsonNode json, ToolReply reply) {
		JsonNode code = json.has("exit_code") ? json.get("exit_code") : json.get("errorCode");
		if (code != null && code.isIntegralNumber()) {
			return code.intValue();
		}
		return (code == null && reply.success()) ? Integer.valueOf(0) : null;
	}

	private static String said(JsonNode json, ToolReply reply) {
		String stderr = text(json, "stderr");
		return stderr.isBlank() ? reply.text() : stderr.strip();
	}

	private static @Nullable JsonNode parse(String text) {
		if (!text.startsWith("{")) {
			return null;
		}
		try {
			JsonNode json = Json.MAPPER.readTree(text);
			return isAnswer(json) ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Other JSON is what a command has printed, where a session answers without a form.
	 */
	private static boolean isAnswer(JsonNode json) {
		boolean stdout = json.path("stdout").isString();
		boolean stderr = json.path("stderr").isString();
		return (stdout && stderr) || (json.path("exit_code").isIntegralNumber() && (stdout || stderr));
	}

	private static String text(JsonNode json, String name) {
		String text = Json.text(json, name);
		return (text != null) ? text : "";
	}

	/**
	 * How a command ended.
	 *
	 * @param exitCode its exit code
	 * @param stdout its standard output
	 * @param stderr its standard error
	 * @param traceId the id by which the session traces it, or {@code null}
	 * @param reply the answer
	 */
	public record Ended(int exitCode, String stdout, String stderr, @Nullable String traceId, ToolReply reply) {

		boolean timedOut() {
			return this.exitCode == NO_EXIT_CODE && this.stderr.contains(TIMEOUT_MARK);
		}

		boolean truncated() {
			return TRUNCATION_MARK.matcher(this.stderr).find();
		}

		/**
		 * Return the output without what surrounds it.
		 * @return the stripped standard output
		 * @throws io.agentbay.error.ServiceException if the command was no success
		 */
		public String requireSuccess() {
			if (this.exitCode != 0) {
				String why = this.stderr.isBlank() ? "The command ended with exit code " + this.exitCode
						: this.stderr.strip();
				throw this.reply.failedWith(why);
			}
			return this.stdout.strip();
		}

		/**
		 * Return the result of a command.
		 * @param command the command
		 * @param limit its time-out
		 * @return the result
		 */
		public CommandResult result(String command, Duration limit) {
			return CommandResult.builder(command)
				.exitCode(this.exitCode)
				.stdout(this.stdout)
				.stderr(this.stderr)
				.timedOutAfter(timedOut() ? limit : null)
				.truncated(truncated())
				.requestId(this.reply.requestId())
				.sessionId(this.reply.outcome().details().sessionId())
				.traceId(this.traceId)
				.build();
		}

	}

}
