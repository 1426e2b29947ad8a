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

package io.agentbay.local.internal.tool.screen;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.browser.BrowserException;
import io.agentbay.local.internal.browser.Browsers;
import io.agentbay.local.internal.browser.Page;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Nature;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server {@code wuying_browseruse}.
 */
public final class BrowserTools {

	private static final String SERVER = "wuying_browseruse";

	private static final long DEFAULT_TIMEOUT_SECONDS = 30;

	private static final long MAX_TIMEOUT_SECONDS = 300;

	private static final List<Parameter> PAGE = List.of(
			Parameter.optional("context_id", Parameter.Type.INTEGER, "The place of the page's browser context.")
				.withDefault(0),
			Parameter.optional("page_id", Parameter.Type.TEXT,
					"The id of the page's DevTools target; without it the page that was opened last."));

	private static final Nature NATURE = Nature
		.real("a real Chromium; rules, or a `PageModel`, understand the instructions, see [Browser](#browser)");

	private static final Parameter INSTRUCTION = Parameter.required("instruction", Parameter.Type.TEXT,
			"What is looked for, in words.");

	private static final Parameter VISION = Parameter.optional("use_vision", Parameter.Type.FLAG,
			"Whether to look at a picture as well; without effect here.");

	private static final Parameter SELECTOR = Parameter.optional("selector", Parameter.Type.TEXT,
			"The CSS selector of the part of the page that is meant.");

	private static final Parameter TIMEOUT = Parameter.optional("timeout", Parameter.Type.INTEGER,
			"How many seconds it may take.");

	private static final Parameter TASK = Parameter.required("task_id", Parameter.Type.TEXT, "The id of the task.");

	private final JsonMapper mapper;

	private final Browsers browsers;

	public BrowserTools(JsonMapper mapper, Browsers browsers) {
		this.mapper = mapper;
		this.browsers = browsers;
	}

	public List<Tool> tools() {
		List<Parameter> act = List.of(
				Parameter.required("action", Parameter.Type.TEXT,
						"What to do, in words, or an observed action as JSON."),
				Parameter.optional("variables", Parameter.Type.TEXT_MAP, "Values for %name% in the action."), VISION,
				TIMEOUT);
		List<Parameter> observe = List.of(INSTRUCTION, VISION, SELECTOR, TIMEOUT);
		List<Parameter> extract = List.of(INSTRUCTION,
				Parameter.required("field_schema", Parameter.Type.TEXT, "The JSON schema of what is wanted."),
				Parameter.optional("use_text_extract", Parameter.Type.FLAG, "Whether to read text only."), VISION,
				SELECTOR, Parameter.optional("max_page", Parameter.Type.INTEGER, "How many pages to read."), TIMEOUT);
		return List.of(tool("stopChrome", "End the browser of the session.", List.of(), this::stop),
				tool("page_use_navigate", "Go to a page.",
						List.of(Parameter.required("url", Parameter.Type.TEXT, "The address.")), this::navigate),
				tool("page_use_screenshot", "Take a picture of a page.", onPage(List.of(
						Parameter.optional("full_page", Parameter.Type.FLAG, "Whether of all of it.").withDefault(true),
						Parameter.optional("quality", Parameter.Type.INTEGER,
								"The quality; pictures are PNG, which has none."),
						Parameter.optional("clip", Parameter.Type.SIZES, "The part that is meant."), TIMEOUT)),
						this::screenshot),
				tool("page_use_close_session", "End the operator's work on the pages.", List.of(), this::close),
				tool("page_use_act", "Do something on a page.", onPage(act), now(this::act)),
				tool("page_use_act_async", "Begin to do something on a page.", onPage(act), task(this::act)),
				tool("page_use_get_act_result", "Tell what has come of that.", List.of(TASK), this::actResult),
				tool("page_use_observe", "Tell what can be done on a page.", onPage(observe), now(this::observe)),
				tool("page_use_observe_async", "Begin to look what can be done.", onPage(observe), task(this::observe)),
				tool("page_use_get_observe_result", "Tell what was found.", List.of(TASK), this::result),
				tool("page_use_extract", "Take data off a page.", onPage(extract), now(this::extract)),
				tool("page_use_extract_async", "Begin to take data off a page.", onPage(extract), task(this::extract)),
				tool("page_use_get_extract_result", "Tell what was taken.", List.of(TASK), this::result),
				tool("page_use_login", "Log in.",
						onPage(List.of(Parameter.required("login_config", Parameter.Type.TEXT,
								"A JSON object with username, password and maybe url."), VISION)),
						now((page, arguments) -> this.browsers.operator()
							.login(page, arguments.text("login_config")))));
	}

	private static Tool tool(String name, String description, List<Parameter> parameters, Tool.Work work) {
		return new Tool(name, SERVER, description, parameters, NATURE, work);
	}

	private static List<Parameter> onPage(List<Parameter> parameters) {
		List<Parameter> all = new ArrayList<>(PAGE);
		all.addAll(parameters);
		return List.copyOf(all);
	}

	private ToolResult stop(Sandbox sandbox, Arguments arguments) throws InterruptedException {
		return ToolResult.of(this.browsers.of(sandbox).stop() ? "The browser was ended" : "No browser was running");
	}

	private ToolResult navigate(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		String url = arguments.text("url");
		try {
			Page page = page(sandbox, arguments);
			boolean loaded = page.navigate(url, Duration.ofSeconds(DEFAULT_TIMEOUT_SECONDS));
			return ToolResult.of((loaded ? "Navigated to " : "Still loading ") + url);
		}
		catch (BrowserException ex) {
			throw new ToolException("Navigation failed: " + ex.getMessage());
		}
	}

	private ToolResult screenshot(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		JsonNode clip = arguments.optionalObject("clip");
		Page.Clip part = (clip == null) ? null : new Page.Clip(clip.path("x").asDouble(0), clip.path("y").asDouble(0),
				clip.path("width").asDouble(0), clip.path("height").asDouble(0));
		if (part != null && (part.width() <= 0 || part.height() <= 0)) {
			throw new ToolException("Argument 'clip' must have a positive width and height");
		}
		return ToolResult.of("data:image/png;base64,"
				+ page(sandbox, arguments).screenshot(arguments.flag("full_page", true), part, timeout(arguments)));
	}

	private ToolResult close(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		this.browsers.of(sandbox).running();
		this.browsers.tasks(sandbox).forget();
		return ToolResult.of("The operator's session was closed");
	}

	private String act(Page page, Arguments arguments) throws InterruptedException {
		return this.browsers.operator().act(page, arguments.text("action"), arguments.textMap("variables"));
	}

	private String observe(Page page, Arguments arguments) throws IOException, InterruptedException {
		return this.browsers.operator()
			.observe(page, arguments.text("instruction"), arguments.optionalText("selector"));
	}

	private String extract(Page page, Arguments arguments) throws IOException, InterruptedException {
		return this.browsers.operator()
			.extract(page, arguments.text("instruction"), arguments.text("field_schema"),
					arguments.optionalText("selector"));
	}

	private Tool.Work now(PageWork work) {
		return (sandbox, arguments) -> ToolResult.of(work.carryOut(page(sandbox, arguments), arguments));
	}

	private Tool.Work task(PageWork work) {
		return (sandbox, arguments) -> {
			Page page = page(sandbox, arguments);
			String id = this.browsers.tasks(sandbox).begin(() -> work.carryOut(page, arguments));
			return ToolResult.of(this.mapper.writeValueAsString(Map.of("task_id", id)));
		};
	}

	private ToolResult actResult(Sandbox sandbox, Arguments arguments) throws IOException {
		String result = this.browsers.tasks(sandbox).result(arguments.text("task_id"));
		return ToolResult.of((result != null) ? result
				: this.mapper.writeValueAsString(Map.of("steps", List.of(), "is_done", false, "success", false)));
	}

	/** Clients take any success for the result: what is not ready is an error. */
	private ToolResult result(Sandbox sandbox, Arguments arguments) throws IOException {
		String id = arguments.text("task_id");
		String result = this.browsers.tasks(sandbox).result(id);
		return (result != null) ? ToolResult.of(result) : ToolResult.failure("Task " + id + " is still running");
	}

	private Page page(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		@Nullable String id = arguments.optionalText("page_id");
		return this.browsers.of(sandbox).running().pages().page((int) arguments.integer("context_id", 0), id);
	}

	/** Its unit is not told: what would be more than some minutes are milliseconds. */
	private static Duration timeout(Arguments arguments) {
		long value = arguments.integer("timeout", DEFAULT_TIMEOUT_SECONDS);
		if (value <= 0) {
			throw new ToolException("Argument 'timeout' must be positive, not " + value);
		}
		return (value > MAX_TIMEOUT_SECONDS) ? Duration.ofMillis(Math.min(value, MAX_TIMEOUT_SECONDS * 1000))
				: Duration.ofSeconds(value);
	}

	/**
	 * What a tool does on a page.
	 */
	@FunctionalInterface
	private interface PageWork {

		String carryOut(Page page, Arguments arguments) throws IOException, InterruptedException;

	}

}
