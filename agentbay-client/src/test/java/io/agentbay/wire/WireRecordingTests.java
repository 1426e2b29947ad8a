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
package io.agentbay.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.agentbay.error.AgentBayException;
import io.agentbay.internal.api.Action;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * The client sends what it has always sent: each call of the catalogue is compared with
 * its recording. With {@code -Dagentbay.test.record=true} the recordings are renewed.
 */
class WireRecordingTests {

	private static final boolean RECORDING = Boolean.getBoolean("agentbay.test.record");

	private static final Logger logger = LoggerFactory.getLogger(WireRecordingTests.class);

	private static final Map<String, Map<String, String>> renewed = new TreeMap<>();

	private static Map<String, Map<String, String>> recordings = Map.of();

	private static WireService service;

	private static Doors doors;

	@BeforeAll
	static void open() {
		recordings = RECORDING ? Map.of() : Recordings.read();
		service = new WireService();
		doors = new Doors(service);
	}

	@AfterAll
	static void close() {
		doors.close();
		service.close();
		if (RECORDING) {
			Recordings.write(renewed);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void aCallSendsWhatItHasAlwaysSent(WireCall call) throws Exception {
		String sent = sent(call);
		assertThat(sent).as("requests of %s", call).isNotEmpty();
		if (RECORDING) {
			renewed.computeIfAbsent(call.feature(), (feature) -> new LinkedHashMap<>()).put(call.name(), sent);
			return;
		}
		String recorded = recordings.getOrDefault(call.feature(), Map.of()).get(call.name());
		assertThat(recorded).as("recording of %s", call).isNotNull();
		assertThat(sent).as("requests of %s", call).isEqualTo(recorded);
	}

	@Test
	void everyRecordingHasItsCall() {
		assumeFalse(RECORDING);
		assertThat(recordings.entrySet()
			.stream()
			.flatMap((feature) -> feature.getValue().keySet().stream().map((name) -> feature.getKey() + ": " + name)))
			.containsExactlyInAnyOrderElementsOf(calls().map(WireCall::toString).toList());
	}

	@Test
	void everyActionIsRecorded() {
		assumeFalse(RECORDING);
		String all = Recordings.all();
		assertThat(Stream.of(Action.values()).map(Action::wireName))
			.allMatch((action) -> all.contains("  query Action: " + action + "\n"));
	}

	@Test
	void noNameIsUsedTwice() {
		assertThat(calls().map(WireCall::toString)).doesNotHaveDuplicates();
	}

	private static String sent(WireCall call) throws Exception {
		service.expect(call);
		try {
			call.body().on(doors);
		}
		catch (AgentBayException ex) {
			if (RECORDING) {
				logger.warn("{}: {}", call, ex.toString());
			}
		}
		String sent = service.recording();
		doors.release();
		return sent;
	}

	static Stream<WireCall> calls() {
		Map<String, Consumer<Catalogue>> features = new TreeMap<>();
		features.put("session", SessionCalls::addTo);
		features.put("context", ContextCalls::addTo);
		features.put("account", AccountCalls::addTo);
		features.put("command", CommandCalls::addTo);
		features.put("code", CodeCalls::addTo);
		features.put("filesystem", FileSystemCalls::addTo);
		features.put("transfer", TransferCalls::addTo);
		features.put("computer", ComputerCalls::addTo);
		features.put("mobile", MobileCalls::addTo);
		features.put("browser", BrowserCalls::addTo);
		features.put("operator", OperatorCalls::addTo);
		features.put("agent", AgentCalls::addTo);
		features.put("oss", OssCalls::addTo);
		features.put("git", GitCalls::addTo);
		features.put("channel", ChannelCalls::addTo);
		features.put("terminal", TerminalCalls::addTo);
		return features.entrySet().stream().flatMap((feature) -> {
			Catalogue catalogue = new Catalogue(feature.getKey());
			feature.getValue().accept(catalogue);
			return catalogue.calls().stream();
		});
	}

}
