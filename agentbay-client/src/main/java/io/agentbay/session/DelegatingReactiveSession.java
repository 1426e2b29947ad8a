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

package io.agentbay.session;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.agentbay.agent.ReactiveAgent;
import io.agentbay.browser.ReactiveBrowser;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.code.ReactiveCode;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.computer.ReactiveComputer;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.environment.ReactiveEnvironment;
import io.agentbay.filesystem.ReactiveFileSystem;
import io.agentbay.git.ReactiveGit;
import io.agentbay.mobile.ReactiveMobile;
import io.agentbay.oss.ReactiveOss;
import io.agentbay.terminal.ReactiveTerminals;
import io.agentbay.tool.McpTool;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * A {@link ReactiveSession} that leaves everything to another one. The base of views of a
 * session that do one thing differently, such as {@link #close()}. Its
 * {@linkplain #blocking() blocking face} is one of the view.
 *
 * @since 0.1.0
 */
public class DelegatingReactiveSession implements ReactiveSession {

	private final ReactiveSession delegate;

	/**
	 * Create a view of a session.
	 * @param delegate the session that does the work
	 */
	public DelegatingReactiveSession(ReactiveSession delegate) {
		Assert.notNull(delegate, "'delegate' must not be null");
		this.delegate = delegate;
	}

	/**
	 * Return the session that does the work. Everything is asked of it anew, so a view
	 * may refuse here what it no longer allows.
	 * @return the session
	 */
	protected ReactiveSession delegate() {
		return this.delegate;
	}

	@Override
	public String id() {
		return delegate().id();
	}

	@Override
	public @Nullable String imageId() {
		return delegate().imageId();
	}

	@Override
	public @Nullable Instant createdAt() {
		return delegate().createdAt();
	}

	@Override
	public List<String> warnings() {
		return delegate().warnings();
	}

	@Override
	public @Nullable Map<String, String> knownLabels() {
		return delegate().knownLabels();
	}

	@Override
	public boolean isKnownToHaveEnded() {
		return delegate().isKnownToHaveEnded();
	}

	@Override
	public SessionDetails details() {
		return delegate().details();
	}

	@Override
	public SessionState state() {
		return delegate().state();
	}

	@Override
	public ReactiveCommand command() {
		return delegate().command();
	}

	@Override
	public ReactiveCode code() {
		return delegate().code();
	}

	@Override
	public ReactiveFileSystem fileSystem() {
		return delegate().fileSystem();
	}

	@Override
	public ReactiveContextManager context() {
		return delegate().context();
	}

	@Override
	public ReactiveGit git() {
		return delegate().git();
	}

	@Override
	public ReactiveOss oss() {
		return delegate().oss();
	}

	@Override
	public ReactiveAgent agent() {
		return delegate().agent();
	}

	@Override
	public ReactiveBrowser browser() {
		return delegate().browser();
	}

	@Override
	public ReactiveComputer computer() {
		return delegate().computer();
	}

	@Override
	public ReactiveMobile mobile() {
		return delegate().mobile();
	}

	@Override
	public ReactiveTerminals terminals() {
		return delegate().terminals();
	}

	@Override
	public ReactiveEnvironment environment() {
		return delegate().environment();
	}

	@Override
	public ReactiveChannel channel() {
		return delegate().channel();
	}

	@Override
	public Mono<SessionStatus> fetchStatus() {
		return delegate().fetchStatus();
	}

	@Override
	public Mono<SessionInfo> fetchInfo() {
		return delegate().fetchInfo();
	}

	@Override
	public Mono<Map<String, String>> fetchLabels() {
		return delegate().fetchLabels();
	}

	@Override
	public Mono<SessionMetrics> fetchMetrics() {
		return delegate().fetchMetrics();
	}

	@Override
	public Mono<Void> setLabels(Map<String, String> labels) {
		return delegate().setLabels(labels);
	}

	@Override
	public Mono<Void> keepAlive() {
		return delegate().keepAlive();
	}

	@Override
	public Mono<Void> detach() {
		return delegate().detach();
	}

	@Override
	public Mono<URI> createLink() {
		return delegate().createLink();
	}

	@Override
	public Mono<URI> createLink(int port) {
		return delegate().createLink(port);
	}

	@Override
	public Mono<URI> createLink(LinkOptions options) {
		return delegate().createLink(options);
	}

	@Override
	public Mono<Void> pause() {
		return delegate().pause();
	}

	@Override
	public Mono<Void> pause(WaitOptions options) {
		return delegate().pause(options);
	}

	@Override
	public Mono<Void> requestPause() {
		return delegate().requestPause();
	}

	@Override
	public Mono<Void> resume() {
		return delegate().resume();
	}

	@Override
	public Mono<Void> resume(WaitOptions options) {
		return delegate().resume(options);
	}

	@Override
	public Mono<Void> requestResume() {
		return delegate().requestResume();
	}

	@Override
	public Flux<McpTool> listTools() {
		return delegate().listTools();
	}

	@Override
	public Flux<McpTool> listTools(String imageId) {
		return delegate().listTools(imageId);
	}

	@Override
	public Optional<String> findServer(String tool) {
		return delegate().findServer(tool);
	}

	@Override
	public Mono<ToolResult> callTool(String tool, Map<String, ? extends @Nullable Object> arguments) {
		return delegate().callTool(tool, arguments);
	}

	@Override
	public Mono<ToolResult> callTool(ToolCall call) {
		return delegate().callTool(call);
	}

	@Override
	public Mono<Void> delete(DeleteOption... options) {
		return delegate().delete(options);
	}

	@Override
	public Mono<Void> close() {
		return delegate().close();
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
