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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.local.TestClient.Answer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests do with contexts, on top of the plain client.
 */
record ContextClient(TestClient client) {

	String create(String name) {
		return this.client.call("GetContext", "Name", name, "AllowCreate", "true")
			.ok()
			.path("Data")
			.path("Id")
			.stringValue();
	}

	JsonNode get(String id) {
		return this.client.call("GetContext", "ContextId", id, "AllowCreate", "false").ok().path("Data");
	}

	String state(String id) {
		return get(id).path("State").stringValue();
	}

	String uploadUrl(String id, String path) {
		return url("GetContextFileUploadUrl", id, path);
	}

	String downloadUrl(String id, String path) {
		return url("GetContextFileDownloadUrl", id, path);
	}

	private String url(String action, String id, String path) {
		JsonNode data = this.client.call(action, "ContextId", id, "FilePath", path).ok().path("Data");
		assertThat(data.path("ExpireTime").longValue()).isEqualTo(3600);
		return data.path("Url").stringValue();
	}

	void store(String id, String path, String content) {
		assertThat(PlainHttp.put(uploadUrl(id, path), content).statusCode()).isEqualTo(200);
	}

	String read(String id, String path) {
		var response = PlainHttp.get(downloadUrl(id, path));
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return response.body();
	}

	/**
	 * What is stored, {@code null} if there is nothing.
	 */
	@Nullable String stored(String id, String path) {
		var response = PlainHttp.get(downloadUrl(id, path));
		return (response.statusCode() == 200) ? response.body() : null;
	}

	/**
	 * The paths of everything in a context, folders with a slash at the end.
	 */
	List<String> tree(String id, String folder) {
		List<String> found = new ArrayList<>();
		for (JsonNode entry : list(id, folder).path("Data")) {
			String path = entry.path("FilePath").stringValue();
			if (entry.path("FileType").stringValue().equals("FOLDER")) {
				found.add(path + "/");
				found.addAll(tree(id, path));
			}
			else {
				found.add(path);
			}
		}
		return found;
	}

	JsonNode list(String id, String folder, String... further) {
		List<String> parameters = new ArrayList<>(List.of("ContextId", id, "ParentFolderPath", folder));
		parameters.addAll(List.of(further));
		return this.client.call("DescribeContextFiles", parameters.toArray(String[]::new)).ok();
	}

	/**
	 * An entry of {@code PersistenceDataList}: the policy is JSON text in the JSON.
	 */
	static Map<String, Object> mount(String id, String path, @Nullable String policy) {
		Map<String, Object> item = new LinkedHashMap<>(Map.of("ContextId", id, "Path", path));
		if (policy != null) {
			item.put("Policy", policy);
		}
		return item;
	}

	static String list(List<Map<String, Object>> mounts) {
		return TestClient.MAPPER.writeValueAsString(mounts);
	}

	/**
	 * Create a session with a context and wait until it is loaded.
	 */
	String session(String id, String path, @Nullable String policy) {
		String session = this.client.createSession("PersistenceDataList", list(List.of(mount(id, path, policy))));
		assertThat(await(session, id, path, "download").path("status").stringValue()).isEqualTo("Success");
		return session;
	}

	/**
	 * Copy and wait until that is done.
	 */
	JsonNode sync(String session, String id, String path, String mode) {
		this.client.call("SyncContext", "SessionId", session, "ContextId", id, "Path", path, "Mode", mode).ok();
		return await(session, id, path, mode);
	}

	/**
	 * Wait for the end of a task.
	 */
	JsonNode await(String session, String id, String path, String type) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(10))
			.until(() -> tasks(session, "ContextId", id, "Path", path, "TaskType", type),
					(tasks) -> !tasks.isEmpty()
							&& tasks.stream().noneMatch((task) -> task.path("status").stringValue().equals("Running")))
			.get(0);
	}

	/**
	 * The tasks of a session, out of three layers of JSON.
	 */
	List<JsonNode> tasks(String session, String... filter) {
		List<String> parameters = new ArrayList<>(List.of("SessionId", session));
		parameters.addAll(List.of(filter));
		String status = this.client.call("GetContextInfo", parameters.toArray(String[]::new))
			.ok()
			.path("Data")
			.path("ContextStatus")
			.stringValue();
		List<JsonNode> tasks = new ArrayList<>();
		for (JsonNode frame : TestClient.MAPPER.readTree(status)) {
			assertThat(frame.path("type").stringValue()).isEqualTo("data");
			TestClient.MAPPER.readTree(frame.path("data").stringValue()).forEach(tasks::add);
		}
		return tasks;
	}

	/**
	 * End a session and wait until it is gone.
	 */
	void end(String session) {
		this.client.call("DeleteSessionAsync", "SessionId", session).ok();
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(10))
			.until(() -> this.client.call("GetSession", "SessionId", session).status() == 400);
	}

	/**
	 * Run a command that has to succeed.
	 */
	String run(String session, String command) {
		JsonNode result = this.client.shell(session, command);
		assertThat(result.path("exit_code").intValue()).as(result.toString()).isZero();
		return result.path("stdout").stringValue();
	}

	void write(String session, String path, String content) {
		var answer = this.client.tool(session, "write_file",
				Map.of("path", path, "content", content, "create_parent_dir", true));
		assertThat(answer.error()).as(answer.text()).isFalse();
	}

	/**
	 * A file of a session, {@code null} if there is none.
	 */
	@Nullable String content(String session, String path) {
		var answer = this.client.tool(session, "read_file", Map.of("path", path));
		return answer.error() ? null : answer.text();
	}

	/**
	 * A call that is refused without an HTTP error, as clients of contexts expect it.
	 */
	static String refusal(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("Success").booleanValue()).isFalse();
		assertThat(answer.message()).isNotBlank();
		return answer.code();
	}

}
