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

import io.agentbay.command.CommandResult;
import io.agentbay.filesystem.FileInfo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a tool call costs from the caller's side, on either way to the session. Asking for
 * a file's information is hardly any work for the runtime, so it shows what client and
 * wire cost; a command starts a process.
 */
@BenchmarkMode({ Mode.Throughput, Mode.SampleTime })
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ToolCallBenchmark {

	/**
	 * Ask for a file's information over the direct link.
	 * @param session the session
	 * @return the answer
	 */
	@Benchmark
	public FileInfo fileInfoOverDirectLink(LiveSession.OverDirectLink session) {
		return session.fileInfo();
	}

	/**
	 * Ask for a file's information through the gateway.
	 * @param session the session
	 * @return the answer
	 */
	@Benchmark
	public FileInfo fileInfoThroughGateway(LiveSession.ThroughGateway session) {
		return session.fileInfo();
	}

	/**
	 * Run a command over the direct link.
	 * @param session the session
	 * @return the answer
	 */
	@Benchmark
	public CommandResult commandOverDirectLink(LiveSession.OverDirectLink session) {
		return session.command();
	}

}
