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
import java.util.List;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.ownership.SessionOwner;
import io.agentbay.session.Session;
import io.agentbay.session.SessionState;
import io.agentbay.tool.McpTool;

/**
 * What recorded calls begin at. Sessions are taken up anew for each call, which sends
 * nothing, so no call knows anything of the one before it.
 */
final class Doors implements AutoCloseable {

	private static final List<McpTool> TOOLS = Stream
		.of("shell run_code create_directory delete_file edit_file get_file_info list_directory move_file read_file",
				"read_multiple_files write_file search_files get_file_change click_mouse move_mouse drag_mouse scroll",
				"get_cursor_position input_text press_keys release_keys get_screen_size system_screenshot screenshot",
				"long_screenshot list_root_windows get_active_window activate_window close_window maximize_window",
				"minimize_window restore_window resize_window fullscreen_window focus_mode get_installed_apps",
				"start_app list_visible_apps stop_app_by_pname stop_app_by_pid stop_app_by_cmd tap swipe send_key",
				"get_clickable_ui_elements get_all_ui_elements stopChrome page_use_navigate page_use_screenshot",
				"page_use_close_session page_use_act page_use_act_async page_use_get_act_result page_use_observe",
				"page_use_observe_async page_use_get_observe_result page_use_extract page_use_extract_async",
				"page_use_get_extract_result page_use_login oss_env_init oss_upload oss_upload_annon oss_download",
				"oss_download_annon execute_task get_task_status terminate_task flux_execute_task",
				"flux_get_task_status flux_terminate_task browser_use_execute_task browser_use_get_task_status",
				"browser_use_terminate_task get_metrics my_tool")
		.flatMap((line) -> Stream.of(line.split(" ")))
		.map((name) -> new McpTool(name, "server-of-" + name, "", null))
		.toList();

	private final Service service;

	private final AgentBay client;

	private final AgentBay withoutRegion;

	private final AgentBay owner;

	private final List<Session> sessions = new ArrayList<>();

	Doors(Service service) {
		this.service = service;
		this.client = service.client().regionId("cn-hangzhou").build();
		this.withoutRegion = service.client().build();
		this.owner = service.client().owner(new SessionOwner("shop", "shop-1")).userAgentSuffix("shop/7").build();
	}

	/** A client with a region. */
	AgentBay client() {
		return this.client;
	}

	AgentBay withoutRegion() {
		return this.withoutRegion;
	}

	/** A client that marks its sessions as its owner's, and has a suffix to its name. */
	AgentBay owner() {
		return this.owner;
	}

	/** A session that is reached through the gateway only, and announced no tool. */
	Session session() {
		return session("code_latest", null, null, List.of());
	}

	/** A session that says nothing about itself. */
	Session bareSession() {
		return session(null, null, null, List.of());
	}

	/** A session that announced its tools, but has no direct link. */
	Session announced() {
		return session("code_latest", null, null, TOOLS);
	}

	/** A session with a direct link. */
	Session linked() {
		return session("code_latest", this.service.link(), null, TOOLS);
	}

	/** A session with a WebSocket that announced no tool. */
	Session streaming() {
		return session("code_latest", null, this.service.socket(), List.of());
	}

	/** A session with a WebSocket that announced its tools. */
	Session streamingAnnounced() {
		return session("code_latest", null, this.service.socket(), TOOLS);
	}

	/** Wait until this call has sent so much; handshakes and frames count, too. */
	void await(int requests) throws InterruptedException {
		this.service.await(requests);
	}

	private Session session(String imageId, String link, String socket, List<McpTool> tools) {
		Session session = this.client.restore(SessionState.builder("s-1")
			.imageId(imageId)
			.linkUrl(link)
			.token("token-1")
			.wsUrl(socket)
			.tools(tools)
			.build());
		this.sessions.add(session);
		return session;
	}

	/** Close what the sessions of the last call hold open. */
	void release() {
		this.sessions.stream()
			.filter((session) -> session.channel().isAvailable())
			.forEach((session) -> session.channel().disconnect());
		this.sessions.clear();
	}

	@Override
	public void close() {
		this.client.close();
		this.withoutRegion.close();
		this.owner.close();
	}

	/** What calls are sent to. */
	interface Service {

		AgentBayBuilder client();

		String link();

		String socket();

		/** Wait until a call has sent so much. */
		void await(int requests) throws InterruptedException;

	}

}
