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

package io.agentbay.internal.session;

import java.net.URI;
import java.util.function.Consumer;

import io.agentbay.browser.ReactiveBrowser;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.file.Copying;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.file.ReactiveFileTransfer;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.WebSockets;
import io.agentbay.internal.settings.ClientSettings;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolCaller;
import io.agentbay.internal.tool.ToolChannel;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Makes what a session consists of: its tools, its WebSocket and the features that need
 * more than these.
 */
public final class SessionParts {

	private static final Logger logger = LoggerFactory.getLogger(SessionParts.class);

	private final AgentBayApi api;

	private final ToolCaller toolCaller;

	private final FileExchange exchange;

	private final WebSockets webSockets;

	private final ClientSettings settings;

	SessionParts(AgentBayApi api, ToolCaller toolCaller, FileExchange exchange, WebSockets webSockets,
			ClientSettings settings) {
		this.api = api;
		this.toolCaller = toolCaller;
		this.exchange = exchange;
		this.webSockets = webSockets;
		this.settings = settings;
	}

	public ReactiveContextManager contextsOf(String sessionId) {
		return new ReactiveContextManager(this.api.contexts(), sessionId,
				this.settings.transport().timeouts().operation());
	}

	public ReactiveBrowser browserOf(String sessionId, SessionTools tools, @Nullable Boolean replay,
			ReactiveChannel channel) {
		return new ReactiveBrowser(this.api.browsers(), sessionId, tools, replay, this.settings.behaviorSimulate(),
				channel);
	}

	public ReactiveFileTransfer transfersOf(String sessionId) {
		return new ReactiveFileTransfer(this.api.contexts(), sessionId, new Copying(contextsOf(sessionId)),
				this.exchange);
	}

	/**
	 * Make the tools of a session.
	 * @param notice told how each call ended
	 */
	public SessionTools toolsOf(SessionRecord session, Consumer<Outcome> notice) {
		ToolChannel channel = toolChannel(session);
		return new SessionTools() {

			@Override
			public Mono<ToolResult> call(ToolCall call) {
				return SessionParts.this.toolCaller.call(channel, call)
					.doOnNext((result) -> notice.accept(result.outcome()));
			}

			@Override
			public boolean isDirect(String tool) {
				return channel.isDirect(tool);
			}

			@Override
			public @Nullable String serverOf(String tool) {
				return channel.serverOf(tool);
			}

			@Override
			public boolean hasDirectLink() {
				return channel.directLink() != null && channel.token() != null;
			}

		};
	}

	private ToolChannel toolChannel(SessionRecord session) {
		String token = session.token();
		return new ToolChannel(session.sessionId(),
				this.settings.directLink() ? address(session, session.linkUrl()) : null,
				(token != null) ? Secret.of(token) : null, session.tools());
	}

	/**
	 * Make the WebSocket of a session.
	 * @param notice told whether the session is alive when that is asked
	 */
	public ReactiveChannel channelOf(SessionRecord session, Consumer<Outcome> notice) {
		String token = session.token();
		Mono<Outcome> state = this.api.getSessionDetail(session.sessionId()).map(ApiReply::outcome).doOnNext(notice);
		ToolChannel tools = toolChannel(session);
		return new ReactiveChannel(this.webSockets, address(session, session.wsUrl()),
				(token != null) ? Secret.of(token) : null, state,
				(tool, frames) -> this.toolCaller.observed(tools, tool, frames));
	}

	/**
	 * A link that cannot be used must not lose the session: its tools go through the
	 * gateway.
	 */
	private static @Nullable URI address(SessionRecord session, @Nullable String link) {
		try {
			return (link != null) ? URI.create(link) : null;
		}
		catch (IllegalArgumentException ex) {
			logger.warn("A link of session {} is not a valid address and is not used", session.sessionId());
			return null;
		}
	}

}
