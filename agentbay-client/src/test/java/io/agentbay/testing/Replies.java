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

package io.agentbay.testing;

import io.agentbay.internal.json.Json;

/**
 * Replies in the documented forms.
 */
public final class Replies {

	/** The id of the session in these replies. */
	public static final String SESSION = "session-0a1b2c3d4e5f6g7h8";

	private Replies() {
	}

	public static String ok() {
		return "{\"Code\":\"ok\",\"HttpStatusCode\":200,\"Message\":\"\",\"RequestId\":\"R-0\",\"Success\":true}";
	}

	public static String ok(String data) {
		return "{\"Code\":\"ok\",\"HttpStatusCode\":200,\"RequestId\":\"R-1\",\"Success\":true,\"Data\":" + data + "}";
	}

	public static String session() {
		return ok(
				"""
						{"SessionId":"%s","Success":true,"ErrMsg":"","AppInstanceId":"ai-0a1b2c3d4e","ResourceId":"p-0a1b2c3d4e",
						"ResourceUrl":"https://example.invalid/app","LinkUrl":"","Token":"tok-secret","WsUrl":"",
						"ToolList":"[{\\"name\\":\\"shell\\",\\"server\\":\\"wuying_shell\\"}]","HttpPort":"",
						"NetworkInterfaceIp":"","VpcResource":false}"""
					.formatted(SESSION));
	}

	public static String sessionWithLink(String link) {
		return session().replace("\"LinkUrl\":\"\"", "\"LinkUrl\":\"" + link + "\"");
	}

	/** The labels of a session, as JSON. */
	public static String labels(String json) {
		return ok("{\"Labels\":" + quoted(json) + "}");
	}

	public static String gone() {
		return "{\"Code\":\"InvalidMcpSession.NotFound\",\"Message\":\"  Resource [McpSession] is not found.\","
				+ "\"RequestId\":\"R-5\",\"HostId\":\"host\"}";
	}

	public static String toolText(String text) {
		return ok("{\"isError\":false,\"content\":[{\"type\":\"text\",\"text\":" + quoted(text) + "}]}");
	}

	public static String toolError(String text) {
		return ok("{\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":" + quoted(text) + "}]}");
	}

	private static String quoted(String text) {
		return Json.MAPPER.writeValueAsString(text);
	}

}
