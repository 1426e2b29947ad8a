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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.agentbay.session.Session;
import io.agentbay.wire.WireCall.Body;

/**
 * Collects the calls of one feature.
 */
final class Catalogue {

	private final String feature;

	private final List<WireCall> calls = new ArrayList<>();

	Catalogue(String feature) {
		this.feature = feature;
	}

	static Answer answer(String to, String... texts) {
		return new Answer(to, List.of(texts));
	}

	/** A call of anything. */
	void call(String name, Body<Doors> body, Answer... answers) {
		Map<String, List<String>> texts = new TreeMap<>();
		Arrays.stream(answers).forEach((answer) -> texts.put(answer.to(), answer.texts()));
		this.calls.add(new WireCall(this.feature, name, body, texts));
	}

	/** A call in a session that is reached through the gateway only. */
	void gateway(String name, Body<Session> body, Answer... answers) {
		call(name, (doors) -> body.on(doors.session()), answers);
	}

	/** A call in a session with a direct link. */
	void direct(String name, Body<Session> body, Answer... answers) {
		call(name + ", direct", (doors) -> body.on(doors.linked()), answers);
	}

	/** A call of a tool, both ways. */
	void tool(String name, Body<Session> body, Answer... answers) {
		gateway(name, body, answers);
		direct(name, body, answers);
	}

	List<WireCall> calls() {
		return this.calls;
	}

	/**
	 * Answers for one call.
	 *
	 * @param to the action, tool or method that is answered
	 * @param texts the data of the action or the text of the tool, one after the other
	 */
	record Answer(String to, List<String> texts) {
	}

}
