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

package io.agentbay.internal.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcess;
import io.agentbay.device.AppProcessListResult;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.InstalledAppListResult;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.ScreenshotResult;
import io.agentbay.device.ScreenshotUrlResult;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolAnswer;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The tools that computers and phones share. The features are built on it; applications
 * use those.
 */
public final class DeviceTools {

	private final SessionTools tools;

	/**
	 * Create the tools for a session.
	 * @param tools the tools of the session
	 */
	public DeviceTools(SessionTools tools) {
		this.tools = tools;
	}

	/**
	 * Call a tool of which only matters whether it succeeded.
	 * @param tool the tool
	 * @param arguments its arguments
	 * @return whether it succeeded
	 */
	public Mono<OperationResult> operate(String tool, Map<String, ?> arguments) {
		return this.tools.call(tool, arguments).map((result) -> new OperationResult(result.outcome()));
	}

	/**
	 * Call a tool.
	 * @param call the tool and its arguments
	 * @return what it answered
	 */
	public Mono<ToolResult> call(ToolCall call) {
		return this.tools.call(call);
	}

	/**
	 * Type a text where the focus is: tool {@code input_text}.
	 * @param text the text
	 * @return whether it was typed
	 * @throws IllegalArgumentException if the text is {@code null} or empty
	 */
	public Mono<OperationResult> inputText(String text) {
		Assert.hasLength(text, "'text' must not be empty");
		return operate("input_text", Map.of("text", text));
	}

	/**
	 * List the installed applications: tool {@code get_installed_apps}.
	 * @param filter which ones
	 * @return the applications
	 * @throws IllegalArgumentException if the filter is {@code null}
	 */
	public Mono<InstalledAppListResult> installedApps(AppFilter filter) {
		Assert.notNull(filter, "'filter' must not be null");
		Map<String, Object> arguments = Map.of("start_menu", filter.startMenu(), "desktop", filter.desktop(),
				"ignore_system_app", filter.ignoreSystemApps());
		return this.tools.call("get_installed_apps", arguments).map((result) -> {
			ToolAnswer<List<InstalledApp>> answer = ToolAnswer.ofArray(result, "get_installed_apps", DeviceTools::app);
			return new InstalledAppListResult(answer.outcome(), Objects.requireNonNullElse(answer.value(), List.of()));
		});
	}

	/**
	 * Start an application: tool {@code start_app}.
	 * @param startCommand what starts it
	 * @param workDirectory the directory to start it in, {@code null} for the default
	 * @param activity the activity to start, on phones only; {@code null} for the default
	 * @return the processes that were started
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<AppProcessListResult> startApp(String startCommand, @Nullable String workDirectory,
			@Nullable String activity) {
		Assert.hasText(startCommand, "'startCommand' must not be empty");
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("start_cmd", startCommand);
		putUnlessNull(arguments, "work_directory", workDirectory, "workDirectory");
		putUnlessNull(arguments, "activity", activity, "activity");
		return processes("start_app", arguments);
	}

	/**
	 * Call a tool that answers processes.
	 * @param tool the tool
	 * @param arguments its arguments
	 * @return the processes
	 */
	public Mono<AppProcessListResult> processes(String tool, Map<String, ?> arguments) {
		return this.tools.call(tool, arguments).map((result) -> {
			ToolAnswer<List<AppProcess>> answer = ToolAnswer.ofArray(result, tool, DeviceTools::process);
			return new AppProcessListResult(answer.outcome(), Objects.requireNonNullElse(answer.value(), List.of()));
		});
	}

	/**
	 * Stop an application: tool {@code stop_app_by_cmd}.
	 * @param stopCommand what stops it
	 * @return whether it was stopped
	 * @throws IllegalArgumentException if the command is blank
	 */
	public Mono<OperationResult> stopAppByCmd(String stopCommand) {
		Assert.hasText(stopCommand, "'stopCommand' must not be empty");
		return operate("stop_app_by_cmd", Map.of("stop_cmd", stopCommand));
	}

	/**
	 * Take a picture of the screen and leave it where it can be fetched: tool
	 * {@code system_screenshot}. Sessions with a direct link do not offer it.
	 * @return its address
	 */
	public Mono<ScreenshotUrlResult> screenshotUrl() {
		if (this.tools.hasDirectLink()) {
			return Mono.just(new ScreenshotUrlResult(
					Outcome.failure(FailureKind.SERVICE, null,
							"A session with a direct link does not offer screenshot(); use betaTakeScreenshot()", null),
					null));
		}
		return this.tools.call("system_screenshot", Map.of()).map((result) -> {
			String url = result.text().strip();
			if (result.success() && url.isEmpty()) {
				return new ScreenshotUrlResult(Outcome.failure(FailureKind.SERVICE, null,
						"The answer of the tool system_screenshot is empty", result.requestId()), null);
			}
			return new ScreenshotUrlResult(result.outcome(), result.success() ? url : null);
		});
	}

	/**
	 * Take a picture of the screen: tool {@code screenshot}. Only sessions with a direct
	 * link offer it.
	 * @param format the format of the picture
	 * @return the picture
	 * @throws IllegalArgumentException if the format is {@code null}
	 */
	public Mono<ScreenshotResult> screenshot(ScreenshotFormat format) {
		Assert.notNull(format, "'format' must not be null");
		if (!this.tools.hasDirectLink()) {
			return Mono.just(new ScreenshotResult(Outcome.failure(FailureKind.SERVICE, null,
					"A session without a direct link does not offer betaTakeScreenshot(); use screenshot()", null),
					null));
		}
		return picture(ToolCall.of("screenshot", Map.of("format", format.wireName())), format);
	}

	/**
	 * Call a tool that answers a picture.
	 * @param call the tool and its arguments
	 * @param format the format that the picture must have
	 * @return the picture
	 */
	public Mono<ScreenshotResult> picture(ToolCall call, ScreenshotFormat format) {
		return this.tools.call(call).map((result) -> Screenshot.read(result, call.tool(), format));
	}

	private static void putUnlessNull(Map<String, Object> arguments, String name, @Nullable String value,
			String parameter) {
		if (value != null) {
			Assert.hasText(value, () -> "'" + parameter + "' must not be blank; leave it out for the default");
			arguments.put(name, value);
		}
	}

	private static InstalledApp app(JsonNode json) {
		return new InstalledApp(textOrEmpty(json, "name"), textOrEmpty(json, "start_cmd"), Json.text(json, "stop_cmd"),
				Json.text(json, "work_directory"));
	}

	private static AppProcess process(JsonNode json) {
		return new AppProcess(textOrEmpty(json, "pname"), json.path("pid").asLong(0), textOrEmpty(json, "cmdline"));
	}

	private static String textOrEmpty(JsonNode json, String name) {
		return Objects.requireNonNullElse(Json.text(json, name), "");
	}

}
