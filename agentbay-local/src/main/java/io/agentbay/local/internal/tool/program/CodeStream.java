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

package io.agentbay.local.internal.tool.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.agentbay.local.internal.code.CodeListener;
import io.agentbay.local.internal.code.CodeResult;
import io.agentbay.local.internal.tool.ToolStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what a piece of code does, while it does it.
 */
final class CodeStream implements CodeListener {

	/** Some clients accept no message beyond 1 MiB. */
	private static final int MAX_CONTENT = 900 * 1024;

	private final ToolStream stream;

	private final JsonMapper mapper;

	private String errorName = "";

	private String errorValue = "";

	CodeStream(ToolStream stream, JsonMapper mapper) {
		this.stream = stream;
		this.mapper = mapper;
	}

	@Override
	public void output(boolean error, String chunk) {
		send(error ? "stderr" : "stdout", Map.of("chunk", chunk));
	}

	/**
	 * Clients differ in where they look for the contents, so these are in both places.
	 */
	@Override
	public void shown(Map<String, Object> result) {
		Map<String, Object> contents = new LinkedHashMap<>(result);
		Object main = contents.remove("isMainResult");
		int room = MAX_CONTENT / 2;
		for (Map.Entry<String, Object> content : result.entrySet()) {
			int length = this.mapper.writeValueAsString(content.getValue()).length();
			if (length > room) {
				contents.remove(content.getKey());
				output(true, "[agentbay-local] a result of type %s was left out: it is too large to be streamed\n"
					.formatted(content.getKey()));
			}
			else {
				room -= length;
			}
		}
		Map<String, Object> both = new LinkedHashMap<>(contents);
		both.put("isMainResult", Boolean.parseBoolean(String.valueOf(main)));
		both.put("mime", contents);
		send("result", Map.of("result", both));
	}

	@Override
	public void failed(String name, String value) {
		this.errorName = name;
		this.errorValue = value;
	}

	@Override
	public CompletableFuture<Void> cancelled() {
		return this.stream.cancelled();
	}

	void end(CodeResult result) throws InterruptedException {
		if (!result.stdout().isEmpty()) {
			output(false, result.stdout());
		}
		if (!result.stderr().isEmpty()) {
			output(true, result.stderr());
		}
		boolean failed = !result.error().isEmpty();
		if (failed) {
			String name = this.errorName;
			String value = this.errorValue;
			if (name.isEmpty() || result.error().startsWith("TimeoutError: ")) {
				int colon = result.error().indexOf(": ");
				name = result.error().substring(0, Math.max(0, colon));
				value = result.error().substring(colon + 2);
			}
			this.stream.event("error", Map.of("error", Map.of("code", name, "message", value, "traceback",
					result.error(), "traceId", UUID.randomUUID().toString())));
		}
		Map<String, Object> end = new LinkedHashMap<>();
		end.put("status", failed ? "failed" : "finished");
		end.put("executionError", failed ? result.error() : null);
		end.put("executionCount", result.count());
		end.put("executionTime", Math.round(result.duration().toNanos() / 1e6) / 1e3);
		this.stream.end(end);
	}

	private void send(String type, Map<String, ?> fields) {
		try {
			this.stream.event(type, fields);
		}
		catch (InterruptedException ex) {
			// The caller has gone: the code is being interrupted, and nobody reads on.
			if (!this.stream.cancelled().isDone()) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
