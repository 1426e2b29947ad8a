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

import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to get a session of the local runtime, and to start a runtime.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SessionBenchmark {

	/**
	 * Create a session. Its end is not measured.
	 * @param client the client
	 * @return the session
	 */
	@Benchmark
	public Session create(Client client) {
		return client.create();
	}

	/**
	 * Create a session and delete it.
	 * @param client the client
	 * @return the session
	 */
	@Benchmark
	public Session createAndDelete(Client client) {
		Session session = client.create();
		client.delete();
		return session;
	}

	/**
	 * Create a session and run its first command, for which its walls are built.
	 * @param client the client
	 * @return what the command says
	 */
	@Benchmark
	public String createAndRun(Client client) {
		return client.create().command().run("echo works").requireSuccess().output();
	}

	/**
	 * Start a runtime. Its end is not measured.
	 * @param runtime takes it
	 * @return the runtime
	 */
	@Benchmark
	public LocalAgentBay startRuntime(Started runtime) {
		return runtime.start();
	}

	/**
	 * A client with at most one session.
	 */
	@State(Scope.Benchmark)
	public static class Client {

		private final LocalAgentBay runtime = LocalAgentBay.builder().start();

		private final AgentBay agentBay = AgentBay.builder()
			.apiKey(this.runtime.apiKey())
			.endpoint(this.runtime.endpoint().toString())
			.build();

		private @Nullable Session session;

		Session create() {
			Session created = this.agentBay.create();
			this.session = created;
			return created;
		}

		/**
		 * Delete the session, if there is one.
		 */
		@TearDown(Level.Invocation)
		public void delete() {
			if (this.session != null) {
				this.session.close();
				this.session = null;
			}
		}

		/**
		 * End the runtime.
		 */
		@TearDown
		public void close() {
			this.agentBay.close();
			this.runtime.close();
		}

	}

	/**
	 * At most one runtime.
	 */
	@State(Scope.Benchmark)
	public static class Started {

		private @Nullable LocalAgentBay runtime;

		LocalAgentBay start() {
			LocalAgentBay started = LocalAgentBay.builder().start();
			this.runtime = started;
			return started;
		}

		/**
		 * End the runtime.
		 */
		@TearDown(Level.Invocation)
		public void end() {
			if (this.runtime != null) {
				this.runtime.close();
				this.runtime = null;
			}
		}

	}

}
