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

package io.agentbay.benchmark;

import io.agentbay.AgentBay;
import io.agentbay.command.CommandResult;
import io.agentbay.filesystem.FileInfo;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A session of a local runtime with a file in it, shared by the threads of a benchmark.
 */
public abstract class LiveSession {

	private static final String FILE = "measured.txt";

	private final LocalAgentBay runtime;

	private final AgentBay agentBay;

	private final Session session;

	LiveSession(boolean directLink) {
		this.runtime = LocalAgentBay.builder().directLink(directLink).start();
		this.agentBay = AgentBay.builder()
			.apiKey(this.runtime.apiKey())
			.endpoint(this.runtime.endpoint().toString())
			.build();
		this.session = this.agentBay.create();
		this.session.fileSystem().write(FILE, "content");
	}

	FileInfo fileInfo() {
		return this.session.fileSystem().info(FILE);
	}

	CommandResult command() {
		return this.session.command().run("true").requireSuccess();
	}

	/**
	 * End the session and its runtime.
	 */
	@TearDown
	public void close() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	/**
	 * A session whose tools are called over its direct link.
	 */
	@State(Scope.Benchmark)
	public static class OverDirectLink extends LiveSession {

		/**
		 * Create the session.
		 */
		public OverDirectLink() {
			super(true);
		}

	}

	/**
	 * A session whose tools are called by action {@code CallMcpTool}.
	 */
	@State(Scope.Benchmark)
	public static class ThroughGateway extends LiveSession {

		/**
		 * Create the session.
		 */
		public ThroughGateway() {
			super(false);
		}

	}

}
