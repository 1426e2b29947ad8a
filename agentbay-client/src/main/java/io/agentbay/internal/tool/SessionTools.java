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

import java.util.Map;

import io.agentbay.error.FailureKind;
import io.agentbay.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The tools of one session: what the features of a session are built on.
 */
public interface SessionTools {

	/**
	 * Call a tool.
	 * @param call the tool and its arguments
	 * @return what it answered
	 */
	Mono<ToolReply> call(ToolCall call);

	/**
	 * Clear away what was cancelled. Calls that are made meanwhile wait for the end of
	 * this, for a while: who uses the session next must not meet what was left.
	 * @param work clears away
	 * @return the work, which does not fail
	 */
	Mono<Void> clear(Mono<Void> work);

	/**
	 * Return whether calls of a tool take the direct link.
	 * @param tool the tool
	 * @return whether they do, and so need not be cut into pieces
	 */
	boolean isDirect(String tool);

	/**
	 * Return the server that runs a tool.
	 * @param tool the tool
	 * @return the server, {@code null} if the session did not announce the tool
	 */
	@Nullable String serverOf(String tool);

	/**
	 * Return whether the session has a direct link.
	 * @return whether it has, whatever tools it announced
	 */
	boolean hasDirectLink();

	/**
	 * Call a tool with the client's time-outs.
	 * @param tool the tool
	 * @param arguments its arguments
	 * @return what it answered
	 */
	default Mono<ToolReply> call(String tool, Map<String, ? extends @Nullable Object> arguments) {
		return call(ToolCall.of(tool, arguments));
	}

	/**
	 * Call a tool. That the service refuses the call is an error, that the tool itself
	 * reports a failure is an answer.
	 * @param call the tool and its arguments
	 * @return what it answered
	 */
	default Mono<ToolReply> answer(ToolCall call) {
		return call(call).flatMap((reply) -> (reply.success() || reply.failureKind() == FailureKind.TOOL)
				? Mono.just(reply) : Mono.error(reply.outcome().toException()));
	}

	/**
	 * Call a tool. Any failure is an error.
	 * @param call the tool and its arguments
	 * @return what it answered
	 */
	default Mono<ToolReply> require(ToolCall call) {
		return call(call)
			.flatMap((reply) -> reply.success() ? Mono.just(reply) : Mono.error(reply.outcome().toException()));
	}

	/**
	 * Call a tool with the client's time-outs. Any failure is an error.
	 * @param tool the tool
	 * @param arguments its arguments
	 * @return what it answered
	 */
	default Mono<ToolReply> require(String tool, Map<String, ? extends @Nullable Object> arguments) {
		return require(ToolCall.of(tool, arguments));
	}

}
