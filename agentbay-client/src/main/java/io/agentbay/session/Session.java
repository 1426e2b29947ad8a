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

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.agentbay.agent.Agent;
import io.agentbay.browser.Browser;
import io.agentbay.channel.Channel;
import io.agentbay.code.Code;
import io.agentbay.command.Command;
import io.agentbay.computer.Computer;
import io.agentbay.context.ContextManager;
import io.agentbay.error.FailureKind;
import io.agentbay.filesystem.FileSystem;
import io.agentbay.git.Git;
import io.agentbay.internal.blocking.Blocking;
import io.agentbay.internal.session.SessionRecord;
import io.agentbay.mobile.Mobile;
import io.agentbay.oss.Oss;
import io.agentbay.result.OperationResult;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;

/**
 * A session: a computer that was rented until it is deleted or not used for its idle
 * release time. Waits for each operation; the blocking twin of {@link ReactiveSession}.
 * Closing it ends the session:
 *
 * <pre class="code">
 * try (Session session = agentBay.create().session()) {
 *     System.out.println(session.command().run("uname -a").orElseThrow().stdout());
 * }
 * </pre>
 */
public final class Session implements AutoCloseable {

	private final ReactiveSession reactive;

	private final Channel channel;

	private final Command command;

	private final Code code;

	private final FileSystem fileSystem;

	private final ContextManager context;

	private final Git git;

	private final Oss oss;

	private final Agent agent;

	private final Browser browser;

	private final Computer computer;

	private final Mobile mobile;

	/**
	 * Create the blocking twin.
	 * @param reactive the session
	 */
	public Session(ReactiveSession reactive) {
		this.reactive = reactive;
		this.channel = new Channel(reactive.channel());
		this.command = new Command(reactive.command());
		this.code = new Code(reactive.code());
		this.fileSystem = new FileSystem(reactive.fileSystem());
		this.context = new ContextManager(reactive.context());
		this.git = new Git(reactive.git());
		this.oss = new Oss(reactive.oss());
		this.agent = new Agent(reactive.agent());
		this.browser = new Browser(reactive.browser());
		this.computer = new Computer(reactive.computer());
		this.mobile = new Mobile(reactive.mobile());
	}

	/**
	 * Return the reactive twin.
	 * @return the same session
	 */
	public ReactiveSession reactive() {
		return this.reactive;
	}

	/**
	 * Return the id of the session.
	 * @return the id
	 */
	public String id() {
		return this.reactive.id();
	}

	/**
	 * Return the image that the session was created from.
	 * @return the image, {@code null} if the session was not created by this client or
	 * from the default image
	 */
	public @Nullable String imageId() {
		return this.reactive.imageId();
	}

	/**
	 * Return when this client created the session.
	 * @return when the session was there, {@code null} if another client created it
	 */
	public @Nullable Instant createdAt() {
		return this.reactive.createdAt();
	}

	/**
	 * Return the labels of the session as far as they are known without asking the
	 * service: as they were when this object created the session, or last read or set
	 * them.
	 * @return the labels, {@code null} if they are not known
	 */
	public @Nullable Map<String, String> knownLabels() {
		return this.reactive.knownLabels();
	}

	/**
	 * Return whether the session is known to have ended: it was deleted by this client,
	 * or a call of this object was answered so. Sends nothing; to be sure, ask for its
	 * {@link #getStatus() status}.
	 * @return whether it is known to have ended
	 */
	public boolean isKnownToHaveEnded() {
		return this.reactive.isKnownToHaveEnded();
	}

	/**
	 * Return what the service told of the session when it was created or found.
	 * @return the record
	 */
	public SessionRecord record() {
		return this.reactive.record();
	}

	/**
	 * Return the WebSocket of the session, for what no feature offers.
	 * @return the channel, which opens itself when it is used
	 */
	public Channel channel() {
		return this.channel;
	}

	/**
	 * Return the feature that runs commands.
	 * @return the feature
	 */
	public Command command() {
		return this.command;
	}

	/**
	 * Return the feature that runs code in an interpreter.
	 * @return the feature
	 */
	public Code code() {
		return this.code;
	}

	/**
	 * Return the feature for the files of the session.
	 * @return the feature
	 */
	public FileSystem fileSystem() {
		return this.fileSystem;
	}

	/**
	 * Return the feature for the contexts of the session.
	 * @return the feature
	 */
	public ContextManager context() {
		return this.context;
	}

	/**
	 * Return the feature for git repositories in the session.
	 * @return the feature
	 */
	public Git git() {
		return this.git;
	}

	/**
	 * Return the feature for object storage.
	 * @return the feature
	 */
	public Oss oss() {
		return this.oss;
	}

	/**
	 * Return the agents that do tasks in the session by themselves.
	 * @return the agents
	 */
	public Agent agent() {
		return this.agent;
	}

	/**
	 * Return the browser of the session.
	 * @return the browser
	 */
	public Browser browser() {
		return this.browser;
	}

	/**
	 * Return the feature for the desktop of the session.
	 * @return the feature
	 */
	public Computer computer() {
		return this.computer;
	}

	/**
	 * Return the feature for the phone of the session.
	 * @return the feature
	 */
	public Mobile mobile() {
		return this.mobile;
	}

	/**
	 * Return the key with which the session was created or found, in clear. For handing
	 * it to another client; keep it out of logs.
	 * @return the key
	 */
	public String apiKey() {
		return this.reactive.apiKey();
	}

	/**
	 * Return the feature for the files of the session: a short name of
	 * {@link #fileSystem()}.
	 * @return the feature
	 */
	public FileSystem fs() {
		return this.fileSystem;
	}

	/**
	 * Return the feature for the files of the session: another name of
	 * {@link #fileSystem()}.
	 * @return the feature
	 */
	public FileSystem files() {
		return this.fileSystem;
	}

	/**
	 * Tell how to watch the session: action {@code GetMcpResource}.
	 * @return the information
	 */
	public SessionInfoResult info() {
		return Blocking.await(this.reactive.info());
	}

	/**
	 * Tell the state of the session: action {@code GetSessionDetail}. A session that has
	 * ended is a failure of kind {@link FailureKind#SESSION_GONE}.
	 * @return the state
	 */
	public SessionStatusResult getStatus() {
		return Blocking.await(this.reactive.getStatus());
	}

	/**
	 * Restart the idle time of the session, so that it is not released: action
	 * {@code RefreshSessionIdleTime}.
	 * @return whether the service did
	 */
	public OperationResult keepAlive() {
		return Blocking.await(this.reactive.keepAlive());
	}

	/**
	 * Replace the labels of the session: action {@code SetLabel}. The labels by which
	 * this client finds its sessions stay.
	 * @param labels the new labels: at least one; no name and no value may be blank, and
	 * names that begin with {@code agentbay-} are reserved
	 * @return whether the service did
	 * @throws IllegalArgumentException if a label is not usable
	 */
	public OperationResult setLabels(Map<String, String> labels) {
		return Blocking.await(this.reactive.setLabels(labels));
	}

	/**
	 * Let the session outlive this client: actions {@code GetLabel} and {@code SetLabel},
	 * neither if it has no owner. The session loses the labels that tell whose it is, so
	 * that no {@link io.agentbay.ownership.SessionReaper} ends it, and the client forgets
	 * it, so that it is not ended when the application stops. From then on it has to be
	 * ended by whoever knows its id; if nobody does, the service releases it when it is
	 * no longer used.
	 * @return whether nobody ends the session any more on behalf of its owner
	 */
	public OperationResult detach() {
		return Blocking.await(this.reactive.detach());
	}

	/**
	 * Return the labels of the session: action {@code GetLabel}.
	 * @return the labels, without those of the client
	 */
	public LabelsResult getLabels() {
		return Blocking.await(this.reactive.getLabels());
	}

	/**
	 * Return the address of the browser of the session: action {@code GetLink}. Only
	 * browser images have one.
	 * @return the address
	 */
	public LinkResult getLink() {
		return Blocking.await(this.reactive.getLink());
	}

	/**
	 * Return the address of a port of the session: action {@code GetLink}.
	 * @param protocol the protocol of the address, {@code https} or {@code wss};
	 * {@code null} for the service's choice
	 * @param port the port that a program in the session listens on, 30100 to 30199;
	 * {@code null} for the browser's
	 * @param option an option of the protocol, {@code null} for none
	 * @return the address
	 * @throws IllegalArgumentException if the port is outside the open range
	 */
	public LinkResult getLink(@Nullable String protocol, @Nullable Integer port, @Nullable String option) {
		return Blocking.await(this.reactive.getLink(protocol, port, option));
	}

	/**
	 * Return the address of a port of the session, and do not wait for it: action
	 * {@code GetLink}.
	 * @param protocol the protocol of the address, {@code https} or {@code wss};
	 * {@code null} for the service's choice
	 * @param port the port that a program in the session listens on, 30100 to 30199;
	 * {@code null} for the browser's
	 * @param option an option of the protocol, {@code null} for none
	 * @return the address, when it arrives
	 * @throws IllegalArgumentException if the port is outside the open range
	 */
	public CompletableFuture<LinkResult> getLinkAsync(@Nullable String protocol, @Nullable Integer port,
			@Nullable String option) {
		return this.reactive.getLinkAsync(protocol, port, option).toFuture().thenApply(Objects::requireNonNull);
	}

	/**
	 * Return all that is needed to take up the session in another process. Sends nothing.
	 * @return the state, which holds the session's token
	 */
	public SessionState dumpState() {
		return this.reactive.dumpState();
	}

	/**
	 * List the tools of the session's image: action {@code ListMcpTools}.
	 * @return the tools
	 */
	public McpToolListResult listMcpTools() {
		return Blocking.await(this.reactive.listMcpTools());
	}

	/**
	 * List the tools of an image: action {@code ListMcpTools}.
	 * @param imageId the image
	 * @return the tools
	 * @throws IllegalArgumentException if the image is blank
	 */
	public McpToolListResult listMcpTools(String imageId) {
		return Blocking.await(this.reactive.listMcpTools(imageId));
	}

	/**
	 * Tell what the session uses of its computer: tool {@code get_metrics}.
	 * @return the figures
	 */
	public SessionMetricsResult getMetrics() {
		return Blocking.await(this.reactive.getMetrics());
	}

	/**
	 * Return the server that runs a tool, as the session announced it. Sends nothing.
	 * @param tool the tool
	 * @return the server, {@code null} if the session did not announce the tool
	 */
	public @Nullable String findServerForTool(String tool) {
		return this.reactive.findServerForTool(tool);
	}

	/**
	 * Call a tool by name with the client's time-outs, over the direct link or by action
	 * {@code CallMcpTool}.
	 * @param tool the name of the tool
	 * @param arguments its arguments, as its schema wants them
	 * @return what it answered
	 * @throws IllegalArgumentException if the name is blank or the arguments are
	 * {@code null}
	 */
	public ToolResult callMcpTool(String tool, Map<String, ? extends @Nullable Object> arguments) {
		return Blocking.await(this.reactive.callMcpTool(tool, arguments));
	}

	/**
	 * Call a tool, over the direct link or by action {@code CallMcpTool}. It is called at
	 * most once.
	 * @param call the tool, its arguments and time-outs
	 * @return what it answered
	 */
	public ToolResult callMcpTool(ToolCall call) {
		return Blocking.await(this.reactive.callMcpTool(call));
	}

	/**
	 * Put the session to sleep and wait until it sleeps, for at most ten minutes: action
	 * {@code PauseSessionAsync}. Its processes stand still and its memory is kept; its
	 * tools are refused until it is resumed.
	 * @return the state that it reached
	 */
	public SessionStatusResult pause() {
		return Blocking.await(this.reactive.pause());
	}

	/**
	 * Put the session to sleep and wait until it sleeps: action
	 * {@code PauseSessionAsync}.
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return the state that it reached; a failure of kind {@link FailureKind#TIMEOUT} if
	 * it does not sleep in time
	 * @throws IllegalArgumentException if a time is not positive
	 */
	public SessionStatusResult pause(Duration timeout, Duration pollInterval) {
		return Blocking.await(this.reactive.pause(timeout, pollInterval));
	}

	/**
	 * Begin to put the session to sleep, and do not wait: action
	 * {@code PauseSessionAsync}.
	 * @return whether the service began
	 */
	public OperationResult pauseAsync() {
		return Blocking.await(this.reactive.pauseAsync());
	}

	/**
	 * Wake the session and wait until it runs, for at most ten minutes: action
	 * {@code ResumeSessionAsync}.
	 * @return the state that it reached
	 */
	public SessionStatusResult resume() {
		return Blocking.await(this.reactive.resume());
	}

	/**
	 * Wake the session and wait until it runs: action {@code ResumeSessionAsync}.
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return the state that it reached; a failure of kind {@link FailureKind#TIMEOUT} if
	 * it does not run in time
	 * @throws IllegalArgumentException if a time is not positive
	 */
	public SessionStatusResult resume(Duration timeout, Duration pollInterval) {
		return Blocking.await(this.reactive.resume(timeout, pollInterval));
	}

	/**
	 * Begin to wake the session, and do not wait: action {@code ResumeSessionAsync}.
	 * @return whether the service began
	 */
	public OperationResult resumeAsync() {
		return Blocking.await(this.reactive.resumeAsync());
	}

	/**
	 * Put the session to sleep and wait until it sleeps: the name that other SDKs have
	 * for {@link #pause(Duration, Duration)}.
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return the state that it reached
	 * @throws IllegalArgumentException if a time is not positive
	 */
	public SessionStatusResult betaPause(Duration timeout, Duration pollInterval) {
		return pause(timeout, pollInterval);
	}

	/**
	 * Wake the session and wait until it runs: the name that other SDKs have for
	 * {@link #resume(Duration, Duration)}.
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return the state that it reached
	 * @throws IllegalArgumentException if a time is not positive
	 */
	public SessionStatusResult betaResume(Duration timeout, Duration pollInterval) {
		return resume(timeout, pollInterval);
	}

	/**
	 * End the session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * Ending a session that has ended already is a success.
	 * @return whether it has ended
	 */
	public OperationResult delete() {
		return Blocking.await(this.reactive.delete());
	}

	/**
	 * End the session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * @param syncContext whether to save the contexts of the session before. If that
	 * fails the session is ended all the same, and the result is a failure that says so
	 * @return whether it has ended, and its contexts were saved if asked for
	 */
	public OperationResult delete(boolean syncContext) {
		return Blocking.await(this.reactive.delete(syncContext));
	}

	/**
	 * End the session and wait until it has ended. Closing a session that has ended
	 * already does nothing.
	 * @throws io.agentbay.error.ServiceException if it could not be ended
	 */
	@Override
	public void close() {
		delete().orElseThrow();
	}

	@Override
	public String toString() {
		return "Session[" + id() + "]";
	}

}
