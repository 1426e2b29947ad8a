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
import io.agentbay.internal.blocking.BlockingSession;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import io.agentbay.mobile.ReactiveMobile;
import io.agentbay.oss.ReactiveOss;
import io.agentbay.terminal.ReactiveTerminals;
import io.agentbay.tool.McpTool;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * A session: a computer that is rented until it is deleted or not used for its idle
 * release time. Safe for use by several threads. A call to a session that has ended is a
 * {@link io.agentbay.error.SessionGoneException}. Called by applications: new methods may
 * be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveSession {

	/**
	 * Return the id of the session.
	 * @return the id
	 */
	String id();

	/**
	 * Return the image that the session was created from.
	 * @return the image, {@code null} if the session was not created by this client or
	 * from the default image
	 */
	@Nullable String imageId();

	/**
	 * Return when this client created the session.
	 * @return when the session was there, {@code null} if another client created it
	 */
	@Nullable Instant createdAt();

	/**
	 * Return what went wrong on the way although there is a session, such as a context
	 * that could not be loaded.
	 * @return the warnings, none if all is as it was asked for
	 */
	List<String> warnings();

	/**
	 * Return the labels of the session as far as they are known without asking the
	 * service: as they were when this object created the session, or last read or set
	 * them.
	 * @return the labels, {@code null} if they are not known
	 */
	@Nullable Map<String, String> knownLabels();

	/**
	 * Return whether the session is known to have ended: it was deleted by this client,
	 * or a call of this object was answered so. To be sure, ask for its
	 * {@link #fetchStatus() status}.
	 * @return whether it is known to have ended
	 */
	boolean isKnownToHaveEnded();

	/**
	 * Return what the service told of the session when it was created or found.
	 * @return the details
	 */
	SessionDetails details();

	/**
	 * Return all that is needed to take up the session in another process.
	 * @return the state, which holds the session's token
	 */
	SessionState state();

	/**
	 * Return the feature that runs commands.
	 * @return the feature
	 */
	ReactiveCommand command();

	/**
	 * Return the feature that runs code in an interpreter.
	 * @return the feature
	 */
	ReactiveCode code();

	/**
	 * Return the feature for the files of the session.
	 * @return the feature
	 */
	ReactiveFileSystem fileSystem();

	/**
	 * Return the feature for the contexts of the session.
	 * @return the feature
	 */
	ReactiveContextManager context();

	/**
	 * Return the feature for git repositories in the session.
	 * @return the feature
	 */
	ReactiveGit git();

	/**
	 * Return the feature for object storage.
	 * @return the feature
	 */
	ReactiveOss oss();

	/**
	 * Return the agents that do tasks in the session by themselves.
	 * @return the agents
	 */
	ReactiveAgent agent();

	/**
	 * Return the browser of the session.
	 * @return the browser
	 */
	ReactiveBrowser browser();

	/**
	 * Return the feature for the desktop of the session.
	 * @return the feature
	 */
	ReactiveComputer computer();

	/**
	 * Return the feature for the phone of the session.
	 * @return the feature
	 */
	ReactiveMobile mobile();

	/**
	 * Return the feature for terminals in the session.
	 * @return the feature
	 */
	ReactiveTerminals terminals();

	/**
	 * Return the feature that sets environment variables.
	 * @return the feature
	 */
	ReactiveEnvironment environment();

	/**
	 * Return the WebSocket of the session, for what no feature offers.
	 * @return the channel, which opens itself when it is used
	 */
	ReactiveChannel channel();

	/**
	 * Tell the state of the session: action {@code GetSessionDetail}.
	 * @return the state
	 */
	Mono<SessionStatus> fetchStatus();

	/**
	 * Tell how to watch the session: action {@code GetMcpResource}.
	 * @return the information
	 */
	Mono<SessionInfo> fetchInfo();

	/**
	 * Tell the labels of the session: action {@code GetLabel}.
	 * @return the labels, without those of the client
	 */
	Mono<Map<String, String>> fetchLabels();

	/**
	 * Tell what the session uses of its computer: tool {@code get_metrics}.
	 * @return the figures
	 */
	Mono<SessionMetrics> fetchMetrics();

	/**
	 * Replace the labels of the session: action {@code SetLabel}. The labels by which
	 * this client finds its sessions stay.
	 * @param labels the new labels: at least one; no name and no value may be blank, and
	 * names that begin with {@code agentbay-} are reserved
	 * @return completes when they are set
	 * @throws IllegalArgumentException if a label is not usable
	 */
	Mono<Void> setLabels(Map<String, String> labels);

	/**
	 * Restart the idle time of the session, so that it is not released: action
	 * {@code RefreshSessionIdleTime}.
	 * @return completes when the service did
	 */
	Mono<Void> keepAlive();

	/**
	 * Let the session outlive this client: actions {@code GetLabel} and {@code SetLabel},
	 * neither if it has no owner. The session loses the labels that tell whose it is, so
	 * that no {@link io.agentbay.ownership.SessionReaper} ends it, and the client forgets
	 * it, so that it is not ended when the application stops. From then on it has to be
	 * ended by whoever knows its id; if nobody does, the service releases it when it is
	 * no longer used.
	 * @return completes when nobody ends the session any more on behalf of its owner
	 */
	Mono<Void> detach();

	/**
	 * Create an address of the browser of the session: action {@code GetLink}. Only
	 * browser images have one.
	 * @return the address
	 */
	default Mono<URI> createLink() {
		return createLink(LinkOptions.ofBrowser());
	}

	/**
	 * Create an address of a port of the session, through which a program in it can be
	 * reached: action {@code GetLink}.
	 * @param port the port, from 30100 to 30199
	 * @return the address
	 * @throws IllegalArgumentException if the port is out of range
	 */
	default Mono<URI> createLink(int port) {
		return createLink(LinkOptions.ofPort(port));
	}

	/**
	 * Create an address of the session, through which its browser or a program in it can
	 * be reached: action {@code GetLink}.
	 * @param options which address
	 * @return the address
	 */
	Mono<URI> createLink(LinkOptions options);

	/**
	 * Put the session to sleep and wait until it sleeps, for at most ten minutes: action
	 * {@code PauseSessionAsync}. Its processes stand still and its memory is kept; its
	 * tools are refused until it is resumed.
	 * @return completes when it sleeps
	 */
	default Mono<Void> pause() {
		return pause(WaitOptions.defaults());
	}

	/**
	 * Put the session to sleep and wait until it sleeps: action
	 * {@code PauseSessionAsync}. A {@link io.agentbay.error.ServiceTimeoutException} if
	 * it does not in time.
	 * @param options how long to wait
	 * @return completes when it sleeps
	 */
	Mono<Void> pause(WaitOptions options);

	/**
	 * Begin to put the session to sleep, and do not wait: action
	 * {@code PauseSessionAsync}.
	 * @return completes when the service has begun
	 */
	Mono<Void> requestPause();

	/**
	 * Wake the session and wait until it runs, for at most ten minutes: action
	 * {@code ResumeSessionAsync}.
	 * @return completes when it runs
	 */
	default Mono<Void> resume() {
		return resume(WaitOptions.defaults());
	}

	/**
	 * Wake the session and wait until it runs: action {@code ResumeSessionAsync}. A
	 * {@link io.agentbay.error.ServiceTimeoutException} if it does not in time.
	 * @param options how long to wait
	 * @return completes when it runs
	 */
	Mono<Void> resume(WaitOptions options);

	/**
	 * Begin to wake the session, and do not wait: action {@code ResumeSessionAsync}.
	 * @return completes when the service has begun
	 */
	Mono<Void> requestResume();

	/**
	 * List the tools of the session's image: action {@code ListMcpTools}.
	 * @return the tools
	 */
	@BlockingShape(Kind.LIST)
	Flux<McpTool> listTools();

	/**
	 * List the tools of an image: action {@code ListMcpTools}.
	 * @param imageId the image
	 * @return the tools
	 * @throws IllegalArgumentException if the image is blank
	 */
	@BlockingShape(Kind.LIST)
	Flux<McpTool> listTools(String imageId);

	/**
	 * Return the server that runs a tool, as the session announced it. Sends nothing.
	 * @param tool the tool
	 * @return the server, nothing if the session did not announce the tool
	 */
	Optional<String> findServer(String tool);

	/**
	 * Call a tool by name with the client's time-outs, over the direct link or by action
	 * {@code CallMcpTool}. It is called at most once.
	 * @param tool the name of the tool
	 * @param arguments its arguments, as its schema wants them
	 * @return what it answered; an error that the tool reports is a result as well
	 * @throws IllegalArgumentException if the name is blank or the arguments are
	 * {@code null}
	 */
	default Mono<ToolResult> callTool(String tool, Map<String, ? extends @Nullable Object> arguments) {
		return callTool(ToolCall.of(tool, arguments));
	}

	/**
	 * Call a tool, over the direct link or by action {@code CallMcpTool}. It is called at
	 * most once. The keys for {@code press_keys} and {@code release_keys} may be named as
	 * for {@link ReactiveComputer#pressKeys}.
	 * @param call the tool, its arguments and time-outs
	 * @return what it answered; an error that the tool reports is a result as well
	 */
	Mono<ToolResult> callTool(ToolCall call);

	/**
	 * End the session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * Ending a session that has ended already is a success. When its contexts are to be
	 * saved and could not be, the session has ended all the same, and it is a
	 * {@link io.agentbay.error.PartialFailureException}.
	 * @param options what is done before
	 * @return completes when it has ended
	 */
	Mono<Void> delete(DeleteOption... options);

	/**
	 * Give the session up. One that was created or found is deleted, one of a pool goes
	 * back to it, one that is kept by a key stays. Doing it twice does nothing.
	 * @return completes when it is given up
	 */
	Mono<Void> close();

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default Session blocking() {
		return new BlockingSession(this);
	}

}
