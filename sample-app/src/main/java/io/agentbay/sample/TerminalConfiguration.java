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

package io.agentbay.sample;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

import io.agentbay.boot.web.TerminalWebSocketHandler;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.terminal.Terminals;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.util.UriTemplate;

/**
 * Gives everyone who connects a terminal of a session. Only pages of this application
 * may: that is Spring's default, and {@link SameOriginFilter} says so for all requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class TerminalConfiguration implements WebSocketConfigurer {

	private static final UriTemplate PATH = new UriTemplate("/sessions/{id}/terminal");

	private final Computers computers;

	TerminalConfiguration(Computers computers) {
		this.computers = computers;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		TerminalOptions options = TerminalOptions.defaults().withEnvironment(Map.of("TERM", "xterm-256color"));
		registry.addHandler(new TerminalWebSocketHandler(this::terminals, options), PATH.toString());
	}

	private Terminals terminals(WebSocketSession socket) {
		URI address = Objects.requireNonNull(socket.getUri());
		return this.computers.session(PATH.match(address.getPath()).getOrDefault("id", "")).terminals();
	}

}
