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
import io.agentbay.command.ReactiveCommand;
import io.agentbay.internal.agent.DefaultReactiveAgent;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.browser.DefaultReactiveBrowser;
import io.agentbay.internal.context.DefaultReactiveContextManager;
import io.agentbay.internal.device.DefaultReactiveComputer;
import io.agentbay.internal.device.DefaultReactiveMobile;
import io.agentbay.internal.device.Screenshots;
import io.agentbay.internal.file.Copying;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.file.FileTransfer;
import io.agentbay.internal.filesystem.DefaultReactiveFileSystem;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.WebSockets;
import io.agentbay.internal.settings.ClientSettings;
import io.agentbay.internal.shell.DefaultReactiveCode;
import io.agentbay.internal.shell.DefaultReactiveCommand;
import io.agentbay.internal.shell.DefaultReactiveGit;
import io.agentbay.internal.socket.DefaultReactiveChannel;
import io.agentbay.internal.tool.DefaultReactiveEnvironment;
import io.agentbay.internal.tool.DefaultReactiveOss;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolCaller;
import io.agentbay.internal.terminal.DefaultReactiveTerminals;
import io.agentbay.internal.tool.ToolChannel;
import io.agentbay.session.SessionDetails;
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

	/**
	 * Make what a session offers.
	 * @param session what the service told of it
	 * @param browserReplay whether its browser is recorded, {@code null} for the default
	 * @param notice told how each call ended
	 */
	Features featuresOf(SessionDetails session, @Nullable Boolean browserReplay, Consumer<Outcome> notice) {
		String id = session.sessionId();
		SessionTools tools = toolsOf(session, notice);
		DefaultReactiveChannel channel = channelOf(session, notice);
		ReactiveCommand command = new DefaultReactiveCommand(tools);
		DefaultReactiveContextManager contexts = contextsOf(id);
		ReactiveBrowser browser = new DefaultReactiveBrowser(this.api.browsers(), id, tools, browserReplay,
				this.settings.behaviorSimulate(), channel);
		Screenshots screenshots = new Screenshots(tools, this.exchange, this.settings.transport(), id);
		FileTransfer transfer = new FileTransfer(this.api.contexts(), id, new Copying(contexts), this.exchange);
		return new Features(tools, channel, command, new DefaultReactiveCode(tools, channel),
				new DefaultReactiveFileSystem(tools, transfer, channel), contexts, new DefaultReactiveGit(command),
				new DefaultReactiveOss(tools), new DefaultReactiveAgent(tools, channel), browser,
				new DefaultReactiveComputer(tools, screenshots),
				new DefaultReactiveMobile(tools, screenshots, this.api, id), new DefaultReactiveTerminals(channel, id),
				new DefaultReactiveEnvironment(tools));
	}

	private DefaultReactiveContextManager contextsOf(String sessionId) {
		return new DefaultReactiveContextManager(this.api.contexts(), sessionId,
				this.settings.transport().timeouts().operation());
	}

	private SessionTools toolsOf(SessionDetails session, Consumer<Outcome> notice) {
		return new DefaultSessionTools(this.toolCaller, toolChannel(session), notice);
	}

	private ToolChannel toolChannel(SessionDetails session) {
		String token = session.token();
		return new ToolChannel(session.sessionId(),
				this.settings.directLink() ? address(session, session.linkUrl()) : null,
				(token != null) ? Secret.of(token) : null, session.tools());
	}

	/**
	 * Make the WebSocket of a session.
	 * @param notice told whether the session is alive when that is asked
	 */
	private DefaultReactiveChannel channelOf(SessionDetails session, Consumer<Outcome> notice) {
		String token = session.token();
		Mono<Outcome> state = this.api.getSessionDetail(session.sessionId()).map(ApiReply::outcome).doOnNext(notice);
		ToolChannel tools = toolChannel(session);
		return new DefaultReactiveChannel(this.webSockets, address(session, session.wsUrl()),
				(token != null) ? Secret.of(token) : null, session.sessionId(), state,
				(tool, frames) -> this.toolCaller.observed(tools, tool, frames));
	}

	/**
	 * A link that cannot be used must not lose the session: its tools go through the
	 * gateway.
	 */
	private static @Nullable URI address(SessionDetails session, @Nullable String link) {
		try {
			return (link != null) ? URI.create(link) : null;
		}
		catch (IllegalArgumentException ex) {
			logger.warn("A link of session {} is not a valid address and is not used", session.sessionId());
			return null;
		}
	}

}
