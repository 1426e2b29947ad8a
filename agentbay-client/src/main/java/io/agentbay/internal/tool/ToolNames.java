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

package io.agentbay.internal.tool;

import java.util.Set;

/**
 * The tools that the service is known to have. Only these, and those that a session
 * announces, become values of a metric's tag: their number is limited.
 */
final class ToolNames {

	static final Set<String> KNOWN = Set.of("shell", "run_code", "create_directory", "delete_file", "edit_file",
			"get_file_info", "list_directory", "move_file", "read_file", "read_multiple_files", "write_file",
			"search_files", "get_file_change", "click_mouse", "move_mouse", "drag_mouse", "scroll",
			"get_cursor_position", "input_text", "press_keys", "release_keys", "get_screen_size", "system_screenshot",
			"screenshot", "long_screenshot", "list_root_windows", "get_active_window", "activate_window",
			"close_window", "maximize_window", "minimize_window", "restore_window", "resize_window",
			"fullscreen_window", "focus_mode", "get_installed_apps", "start_app", "list_visible_apps",
			"stop_app_by_pname", "stop_app_by_pid", "stop_app_by_cmd", "tap", "swipe", "send_key",
			"get_clickable_ui_elements", "get_all_ui_elements", "stopChrome", "page_use_navigate",
			"page_use_screenshot", "page_use_close_session", "page_use_act", "page_use_act_async",
			"page_use_get_act_result", "page_use_observe", "page_use_observe_async", "page_use_get_observe_result",
			"page_use_extract", "page_use_extract_async", "page_use_get_extract_result", "page_use_login",
			"oss_env_init", "oss_upload", "oss_upload_annon", "oss_download", "oss_download_annon", "execute_task",
			"get_task_status", "terminate_task", "flux_execute_task", "flux_get_task_status", "flux_terminate_task",
			"browser_use_execute_task", "browser_use_get_task_status", "browser_use_terminate_task", "get_metrics",
			"get_resource");

	/** Methods that are called over the WebSocket only. */
	private static final Set<String> STREAMED = Set.of("exec_task", "subscribe_file_change");

	private ToolNames() {
	}

	static String forMetrics(String tool, ToolChannel channel) {
		return (KNOWN.contains(tool) || STREAMED.contains(tool) || channel.serverOf(tool) != null) ? tool : "other";
	}

}
