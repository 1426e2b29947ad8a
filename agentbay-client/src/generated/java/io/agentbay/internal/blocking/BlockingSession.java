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
// Written by agentbay-face from ReactiveSession. Change that, not this.

package io.agentbay.internal.blocking;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.agentbay.agent.Agent;
import io.agentbay.browser.Browser;
import io.agentbay.channel.Channel;
import io.agentbay.code.Code;
import io.agentbay.command.Command;
import io.agentbay.computer.Computer;
import io.agentbay.context.ContextManager;
import io.agentbay.environment.Environment;
import io.agentbay.filesystem.FileSystem;
import io.agentbay.git.Git;
import io.agentbay.mobile.Mobile;
import io.agentbay.oss.Oss;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.LinkOptions;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import io.agentbay.session.SessionDetails;
import io.agentbay.session.SessionInfo;
import io.agentbay.session.SessionMetrics;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.WaitOptions;
import io.agentbay.terminal.Terminals;
import io.agentbay.tool.McpTool;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveSession}.
 */
public final class BlockingSession implements Session {

	private final ReactiveSession reactive;

	private final Memo<Command> command = new Memo<>();

	private final Memo<Code> code = new Memo<>();

	private final Memo<FileSystem> fileSystem = new Memo<>();

	private final Memo<ContextManager> context = new Memo<>();

	private final Memo<Git> git = new Memo<>();

	private final Memo<Oss> oss = new Memo<>();

	private final Memo<Agent> agent = new Memo<>();

	private final Memo<Browser> browser = new Memo<>();

	private final Memo<Computer> computer = new Memo<>();

	private final Memo<Mobile> mobile = new Memo<>();

	private final Memo<Terminals> terminals = new Memo<>();

	private final Memo<Environment> environment = new Memo<>();

	private final Memo<Channel> channel = new Memo<>();

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingSession(ReactiveSession reactive) {
		this.reactive = reactive;
	}

	@Override
	public String id() {
		return this.reactive.id();
	}

	@Override
	public @Nullable String imageId() {
		return this.reactive.imageId();
	}

	@Override
	public @Nullable Instant createdAt() {
		return this.reactive.createdAt();
	}

	@Override
	public List<String> warnings() {
		return this.reactive.warnings();
	}

	@Override
	public @Nullable Map<String, String> knownLabels() {
		return this.reactive.knownLabels();
	}

	@Override
	public boolean isKnownToHaveEnded() {
		return this.reactive.isKnownToHaveEnded();
	}

	@Override
	public SessionDetails details() {
		return this.reactive.details();
	}

	@Override
	public SessionState state() {
		return this.reactive.state();
	}

	@Override
	public Command command() {
		return this.command.get(() -> new BlockingCommand(this.reactive.command()));
	}

	@Override
	public Code code() {
		return this.code.get(() -> new BlockingCode(this.reactive.code()));
	}

	@Override
	public FileSystem fileSystem() {
		return this.fileSystem.get(() -> new BlockingFileSystem(this.reactive.fileSystem()));
	}

	@Override
	public ContextManager context() {
		return this.context.get(() -> new BlockingContextManager(this.reactive.context()));
	}

	@Override
	public Git git() {
		return this.git.get(() -> new BlockingGit(this.reactive.git()));
	}

	@Override
	public Oss oss() {
		return this.oss.get(() -> new BlockingOss(this.reactive.oss()));
	}

	@Override
	public Agent agent() {
		return this.agent.get(() -> new BlockingAgent(this.reactive.agent()));
	}

	@Override
	public Browser browser() {
		return this.browser.get(() -> new BlockingBrowser(this.reactive.browser()));
	}

	@Override
	public Computer computer() {
		return this.computer.get(() -> new BlockingComputer(this.reactive.computer()));
	}

	@Override
	public Mobile mobile() {
		return this.mobile.get(() -> new BlockingMobile(this.reactive.mobile()));
	}

	@Override
	public Terminals terminals() {
		return this.terminals.get(() -> new BlockingTerminals(this.reactive.terminals()));
	}

	@Override
	public Environment environment() {
		return this.environment.get(() -> new BlockingEnvironment(this.reactive.environment()));
	}

	@Override
	public Channel channel() {
		return this.channel.get(() -> new BlockingChannel(this.reactive.channel()));
	}

	@Override
	public SessionStatus fetchStatus() {
		return Blocking.await(this.reactive.fetchStatus());
	}

	@Override
	public SessionInfo fetchInfo() {
		return Blocking.await(this.reactive.fetchInfo());
	}

	@Override
	public Map<String, String> fetchLabels() {
		return Blocking.await(this.reactive.fetchLabels());
	}

	@Override
	public SessionMetrics fetchMetrics() {
		return Blocking.await(this.reactive.fetchMetrics());
	}

	@Override
	public void setLabels(Map<String, String> labels) {
		Blocking.run(this.reactive.setLabels(labels));
	}

	@Override
	public void keepAlive() {
		Blocking.run(this.reactive.keepAlive());
	}

	@Override
	public void detach() {
		Blocking.run(this.reactive.detach());
	}

	@Override
	public URI createLink(LinkOptions options) {
		return Blocking.await(this.reactive.createLink(options));
	}

	@Override
	public void pause(WaitOptions options) {
		Blocking.run(this.reactive.pause(options));
	}

	@Override
	public void requestPause() {
		Blocking.run(this.reactive.requestPause());
	}

	@Override
	public void resume(WaitOptions options) {
		Blocking.run(this.reactive.resume(options));
	}

	@Override
	public void requestResume() {
		Blocking.run(this.reactive.requestResume());
	}

	@Override
	public List<McpTool> listTools() {
		return Blocking.list(this.reactive.listTools());
	}

	@Override
	public List<McpTool> listTools(String imageId) {
		return Blocking.list(this.reactive.listTools(imageId));
	}

	@Override
	public Optional<String> findServer(String tool) {
		return this.reactive.findServer(tool);
	}

	@Override
	public ToolResult callTool(ToolCall call) {
		return Blocking.await(this.reactive.callTool(call));
	}

	@Override
	public void delete(DeleteOption... options) {
		Blocking.run(this.reactive.delete(options));
	}

	@Override
	public void close() {
		Blocking.close(this.reactive.close());
	}

	@Override
	public ReactiveSession reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingSession that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
