package io.agentbay.local;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.local.TestClient.Answer;
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
	 * A call that is refused without an HTTP error, as clients of contexts expect it.
	 */
	static String refusal(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("Success").booleanValue()).isFalse();
		assertThat(answer.message()).isNotBlank();
		return answer.code();
	}

}
