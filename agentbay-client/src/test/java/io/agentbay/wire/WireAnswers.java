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

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.internal.json.Json;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import io.agentbay.testing.ScriptedSocket;
import tools.jackson.databind.JsonNode;

/**
 * What a call is answered: what it brings along, or else what goes well.
 */
final class WireAnswers {

	private static final String DONE = "{'is_done':true,'success':true,'steps':[]}";

	private static final String TASK = "{'task_id':'t-1'}";

	private static final String PICTURE = "{'type':'image','mime_type':'image/png','data':'iVBORw0KGgo='}";

	private static final Map<String, String> USUAL = usual();

	private final Map<String, List<String>> own;

	private final String endpoint;

	private final Map<String, Integer> asked = new HashMap<>();

	WireAnswers(Map<String, List<String>> own, String endpoint) {
		this.own = own;
		this.endpoint = endpoint;
	}

	private static Map<String, String> usual() {
		Map<String, String> usual = new HashMap<>();
		actions(usual);
		tools(usual);
		usual.replaceAll((name, text) -> text.replace('\'', '"'));
		return usual;
	}

	private static void actions(Map<String, String> usual) {
		usual.put("GetSessionDetail", "{'Status':'RUNNING'}");
		usual.put("ListSession", "[]");
		usual.put("GetMcpResource", "{'SessionId':'s-1'}");
		usual.put("GetLabel", "{'Labels':'{}'}");
		usual.put("GetLink", "{'Url':'wss://a'}");
		usual.put("InitBrowser", "{'Port':9222}");
		usual.put("GetCdpLink", "{'Url':'wss://a'}");
		usual.put("GetAdbLink", "{'Url':'adb connect a:1'}");
		usual.put("ListMcpTools", "'[]'");
		usual.put("GetContext", "{'Id':'c','Name':'n','State':'available'}");
		usual.put("ListContexts", "[]");
		usual.put("DescribeContextFiles", "[]");
		usual.put("DescribeSessionContexts", "[{'ContextId':'a','Path':'/a'},{'ContextId':'b','Path':'/b'}]");
		usual.put("CreateNetwork", "{'NetworkId':'n','NetworkToken':'t'}");
		usual.put("DescribeNetwork", "{'Online':true}");
		usual.put("GetSkillMetaData", "{'SkillPath':'/s','MetaDataList':[]}");
		usual.put("ListSkillMetaData", "[]");
		usual.put("GetVolume", "{'VolumeId':'v','VolumeName':'n'}");
		usual.put("ListVolumes", "[]");
		usual.put("GetAndLoadInternalContext",
				"[{'ContextId':'ft','ContextPath':'/tmp/file-transfer/','ContextType':'file_transfer'}]");
	}

	private static void tools(Map<String, String> usual) {
		usual.put("get_metrics", "{'cpu_count':1}");
		usual.put("get_env", "{'A':'1'}");
		usual.put("run_code", "{'result':[],'stdout':[],'stderr':[],'execution_count':1}");
		usual.put("get_file_info", "name: a\nsize: 1\nisDirectory: false");
		usual.put("read_file", "eA==");
		usual.put("get_file_change", "[]");
		usual.put("get_cursor_position", "{'x':1,'y':2}");
		usual.put("get_screen_size", "{'width':1,'height':2}");
		usual.put("system_screenshot", "https://a");
		usual.put("screenshot", PICTURE);
		usual.put("long_screenshot", PICTURE);
		usual.put("list_root_windows", "[]");
		usual.put("get_active_window", "{'window_id':1}");
		usual.put("page_use_screenshot", "/9j/4AAQSkZJRg==");
		List.of("act", "login", "get_act_result").forEach((tool) -> usual.put("page_use_" + tool, DONE));
		List.of("observe", "get_observe_result").forEach((tool) -> usual.put("page_use_" + tool, "[]"));
		List.of("extract", "get_extract_result").forEach((tool) -> usual.put("page_use_" + tool, "{'title':'b'}"));
		List.of("act", "observe", "extract").forEach((tool) -> usual.put("page_use_" + tool + "_async", TASK));
		List.of("", "flux_", "browser_use_").forEach((prefix) -> {
			usual.put(prefix + "execute_task", TASK);
			usual.put(prefix + "get_task_status", "{'task_id':'t-1','status':'finished'}");
			usual.put(prefix + "terminate_task", "{'task_id':'t-1','status':'cancelling'}");
		});
		usual.put("get_task_status", "{'task_id':'t-1','status':'completed'}");
	}

	String to(RecordedRequest request) {
		if (request.target().startsWith("/link")) {
			String tool = Json.MAPPER.readTree(request.body()).path("tool").asString();
			return "{\"data\":{\"result\":{\"isError\":false,\"content\":[{\"type\":\"text\",\"text\":"
					+ Json.MAPPER.writeValueAsString(text(tool)) + "}]}}}";
		}
		String action = request.query().get("Action");
		if (action == null) {
			return "stored";
		}
		return switch (action) {
			case "CallMcpTool" -> Replies.toolText(text(request.form().getOrDefault("Name", "")));
			case "CreateMcpSession" -> Replies.session();
			case "GetSession" -> known(action) ? Replies.ok(text(action)) : Replies.session();
			case "GetContextFileUploadUrl", "GetContextFileDownloadUrl" ->
				Replies.ok("{\"Url\":\"" + this.endpoint + "/store/a?sig=1%2F2\",\"ExpireTime\":3600}");
			case "GetContextInfo" -> known(action) ? Replies.ok(text(action)) : copied(request.form());
			default -> known(action) ? page(text(action)) : Replies.ok();
		};
	}

	/** A page of a list is written as a whole reply. */
	private static String page(String text) {
		return text.startsWith("{\"Success\"") ? text : Replies.ok(text);
	}

	private boolean known(String name) {
		return this.own.containsKey(name) || USUAL.containsKey(name);
	}

	private String text(String name) {
		List<String> texts = this.own.get(name);
		if (texts == null) {
			return USUAL.getOrDefault(name, "ok");
		}
		int number = this.asked.merge(name, 1, Integer::sum);
		return texts.get(Math.min(number, texts.size()) - 1);
	}

	/** Whatever is asked about was copied. */
	private static String copied(Map<String, String> form) {
		if (!form.containsKey("ContextId")) {
			return Replies.ok("{\"ContextStatus\":\"\"}");
		}
		return Replies
			.ok(tasks(form.get("ContextId"), form.getOrDefault("Path", "/"), form.getOrDefault("TaskType", "upload")));
	}

	static String tasks(String contextId, String path, String type) {
		String inner = Json.MAPPER.writeValueAsString(List.of(Map.of("contextId", contextId, "path", path,
				"errorMessage", "", "status", "Success", "startTime", 1, "finishTime", 2, "taskType", type)));
		String frames = Json.MAPPER.writeValueAsString(List.of(Map.of("type", "data", "data", inner)));
		return Json.MAPPER.writeValueAsString(Map.of("ContextStatus", frames));
	}

	/** Each call over the WebSocket ends at once, a task after its question. */
	static void toFrame(ScriptedSocket.Peer peer, String text) throws IOException {
		JsonNode frame = Json.MAPPER.readTree(text);
		String id = frame.path("invocationId").asString("");
		switch (frame.path("data").path("method").asString("")) {
			case "exec_task" -> peer.answers(id, "{'phase':'event','eventType':'tool_call','round':1,"
					+ "'toolCallId':'q-1','toolName':'call_for_user','args':{'prompt':'Which?'},'seq':0}");
			case "resume_task" -> peer.answers(id, "{'phase':'end','status':'finished','seq':1}");
			case "unsubscribe_file_change", "" -> {
				// Nothing is awaited.
			}
			default -> peer.answers(id, "{'phase':'end','seq':0}");
		}
	}

}
