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
import java.util.Objects;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.CallToolRequest;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.http.ReliableCaller;
import io.agentbay.internal.http.TransportSettings;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.internal.observe.CallObserver;
import io.agentbay.observation.AgentBayObservation;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Calls tools: over the direct link where the session has one and announced the tool,
 * else through the action {@code CallMcpTool}. A tool is called at most once, whatever
 * happens on the way.
 */
public final class ToolCaller {

	private final AgentBayApi api;

	private final DirectLink directLink;

	private final CallObserver observer;

	private final TransportSettings settings;

	/**
	 * Create a caller.
	 * @param api the actions
	 * @param caller gets answers on the direct link
	 * @param observer observes each call
	 * @param settings the limits
	 */
	public ToolCaller(AgentBayApi api, ReliableCaller caller, CallObserver observer, TransportSettings settings) {
		this.api = api;
		this.directLink = new DirectLink(caller, settings.timeouts().response(), settings.allowPlainHttp());
		this.observer = observer;
		this.settings = settings;
	}

	/**
	 * Call a tool.
	 * @param channel the ways to the tools of the session
	 * @param call the tool and its arguments
	 * @return what it answered
	 */
	public Mono<ToolReply> call(ToolChannel channel, ToolCall call) {
		Mono<ToolReply> answer = Mono
			.defer(() -> channel.isDirect(call.tool()) ? overLink(channel, call) : throughApi(channel, call));
		return Deadline.withinOneCall(limit(call), this.observer.observe(AgentBayObservation.TOOL_CALL,
				ToolNames.forMetrics(call.tool(), channel), channel.sessionId(), answer));
	}

	/**
	 * Observe a call of a tool that streams its answer over the WebSocket.
	 * @param channel the ways to the tools of the session
	 * @param tool the tool
	 * @param stream the call
	 * @param <T> what it streams
	 * @return the observed call
	 */
	public <T> Flux<T> observed(ToolChannel channel, String tool, Flux<T> stream) {
		return this.observer.observeStream(ToolNames.forMetrics(tool, channel), channel.sessionId(), stream);
	}

	/** A call that is given more time than an operation has by default gets it. */
	private Duration limit(ToolCall call) {
		Duration operation = this.settings.timeouts().operation();
		if (call.readTimeout() == null) {
			return operation;
		}
		Duration wanted = call.readTimeout().plus(this.settings.timeouts().connect());
		return (wanted.compareTo(operation) > 0) ? wanted : operation;
	}

	private Mono<ToolReply> throughApi(ToolChannel channel, ToolCall call) {
		CallToolRequest request = new CallToolRequest(channel.sessionId(), call.tool(), call.arguments(),
				channel.serverOf(call.tool()), call.autoGenSession(), call.readTimeout(), call.connectTimeout());
		return this.api.callMcpTool(request).map((reply) -> result(reply, call));
	}

	private static ToolReply result(ApiReply<JsonNode> reply, ToolCall call) {
		return reply.success() ? ToolReply.from(reply.data(), details(reply, call))
				: new ToolReply(reply.outcome(), "");
	}

	private static CallDetails details(ApiReply<JsonNode> reply, ToolCall call) {
		CallDetails details = reply.outcome().details();
		return new CallDetails(call.tool(), details.sessionId(), details.requestId());
	}

	/**
	 * The link does not tell why it refuses: ask the service whether the session is gone.
	 */
	private Mono<ToolReply> overLink(ToolChannel channel, ToolCall call) {
		return this.directLink.call(channel, call).flatMap((result) -> {
			if (!Objects.equals(result.errorCode(), DirectLink.REFUSED)) {
				return Mono.just(result);
			}
			return Awaited.refusal(FailureKind.SESSION_GONE, this.api.getSessionDetail(channel.sessionId()))
				.map((detail) -> detail.outcome().failedWith(FailureKind.SESSION_GONE)
						? new ToolReply(detail.outcome(), "") : result)
				.onErrorReturn(result);
		});
	}

}
