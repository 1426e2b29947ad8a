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

package io.agentbay.ai.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agentbay.AgentBay;
import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.error.AgentBayException;
import io.agentbay.session.Session;
import org.springaicommunity.sandbox.ExecResult;
import org.springaicommunity.sandbox.ExecSpec;
import org.springaicommunity.sandbox.Sandbox;
import org.springaicommunity.sandbox.SandboxException;
import org.springaicommunity.sandbox.SandboxFiles;
import org.springaicommunity.sandbox.TimeoutException;

import org.springframework.util.Assert;

/**
 * A session as a sandbox. Commands run in its home directory; the environment is that of
 * the session and what a command adds. Needs
 * {@code org.springaicommunity:agent-sandbox-core}.
 *
 * <pre class="code">
 * try (Sandbox sandbox = AgentBaySandbox.create(agentBay)) {
 *     sandbox.files().create("a.py", "print(1)").and().exec(ExecSpec.of("python3", "a.py"));
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class AgentBaySandbox implements Sandbox {

	private final Session session;

	private final boolean owned;

	private final Path workDir;

	private final SessionSandboxFiles files;

	private final AtomicBoolean closed = new AtomicBoolean();

	private AgentBaySandbox(Session session, boolean owned) {
		Assert.notNull(session, "'session' must not be null");
		this.session = session;
		this.owned = owned;
		this.workDir = Path.of(run("pwd", CommandOptions.defaults()).requireSuccess().stdout().strip());
		this.files = new SessionSandboxFiles(this, session);
	}

	/**
	 * Return a sandbox in a session of its own, which ends when the sandbox is closed.
	 * @param client creates the session
	 * @return the sandbox
	 * @throws AgentBayException if no session could be created
	 */
	public static AgentBaySandbox create(AgentBay client) {
		Session session = client.create();
		try {
			return new AgentBaySandbox(session, true);
		}
		catch (RuntimeException ex) {
			session.close();
			throw ex;
		}
	}

	/**
	 * Return a sandbox in a session, which stays when the sandbox is closed.
	 * @param session the session
	 * @return the sandbox
	 */
	public static AgentBaySandbox in(Session session) {
		return new AgentBaySandbox(session, false);
	}

	@Override
	public ExecResult exec(ExecSpec spec) {
		checkOpen();
		CommandOptions options = CommandOptions.defaults().withEnvironment(spec.env());
		Duration timeout = spec.timeout();
		long begin = System.nanoTime();
		CommandResult result = run(CommandLine.of(spec), (timeout != null) ? options.withTimeout(timeout) : options);
		if (result.timedOut()) {
			Duration after = (timeout != null) ? timeout : options.timeout();
			throw new SandboxException("Command timed out",
					new TimeoutException("Command timed out after " + after, after));
		}
		return new ExecResult(result.exitCode(), result.stdout(), result.stderr(),
				Duration.ofNanos(Math.max(1, System.nanoTime() - begin)));
	}

	/** Failures in the terms of the sandbox. */
	CommandResult run(String command, CommandOptions options) {
		try {
			return this.session.command().run(command, options);
		}
		catch (AgentBayException ex) {
			throw new SandboxException("Failed to execute command: " + ex.plainMessage(), ex);
		}
	}

	@Override
	public Process startInteractive(ExecSpec spec) {
		checkOpen();
		try {
			return InteractiveProcess.start(this.session, CommandLine.of(spec), spec.env());
		}
		catch (AgentBayException ex) {
			throw new SandboxException("Failed to start command: " + ex.plainMessage(), ex);
		}
	}

	void checkOpen() {
		if (isClosed()) {
			throw new IllegalStateException("Sandbox is closed");
		}
	}

	@Override
	public Path workDir() {
		return this.workDir;
	}

	@Override
	public boolean isClosed() {
		return this.closed.get();
	}

	@Override
	public SandboxFiles files() {
		return this.files;
	}

	/**
	 * Return whether the session ends with the sandbox.
	 */
	@Override
	public boolean shouldCleanupOnClose() {
		return this.owned;
	}

	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true) && this.owned) {
			try {
				this.session.close();
			}
			catch (AgentBayException ex) {
				throw new SandboxException("Failed to end the session: " + ex.plainMessage(), ex);
			}
		}
	}

}
