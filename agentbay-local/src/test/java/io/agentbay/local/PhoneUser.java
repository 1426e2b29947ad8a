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

package io.agentbay.local;

import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.agentbay.local.TestClient.ToolAnswer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uses the phone of a session by its tools.
 *
 * @param client calls them
 * @param session the session
 */
record PhoneUser(TestClient client, String session) {

	PhoneUser(TestClient client) {
		this(client, client.createSession("ImageId", "mobile_latest"));
	}

	/**
	 * Call a tool that has to succeed.
	 */
	String ok(String tool, Map<String, ?> arguments) {
		ToolAnswer answer = this.client.tool(this.session, tool, arguments);
		assertThat(answer.error()).as(answer.text()).isFalse();
		return answer.text();
	}

	/**
	 * Tap what has a text.
	 */
	void tap(String text) {
		tap(elements().filter((element) -> element.path("text").stringValue().equals(text)).findFirst().orElseThrow());
	}

	/**
	 * Tap what has an id.
	 */
	void tapOn(String id) {
		tap(find(id));
	}

	String text(String id) {
		return find(id).path("text").stringValue();
	}

	int top(String id) {
		return bounds(find(id))[1];
	}

	private void tap(JsonNode element) {
		int[] bounds = bounds(element);
		ok("tap", Map.of("x", (bounds[0] + bounds[2]) / 2, "y", (bounds[1] + bounds[3]) / 2));
	}

	private JsonNode find(String id) {
		return elements().filter((element) -> element.path("resourceId").stringValue().endsWith(":id/" + id))
			.findFirst()
			.orElseThrow();
	}

	private Stream<JsonNode> elements() {
		return all(TestClient.MAPPER.readTree(ok("get_all_ui_elements", Map.of())));
	}

	private static Stream<JsonNode> all(JsonNode elements) {
		return StreamSupport.stream(elements.spliterator(), false)
			.flatMap((element) -> Stream.concat(Stream.of(element), all(element.path("children"))));
	}

	private static int[] bounds(JsonNode element) {
		return Stream.of(element.path("bounds").stringValue().split(",")).mapToInt(Integer::parseInt).toArray();
	}

}
