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

package io.agentbay.local.internal.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.agentbay.local.browser.PageAction;
import io.agentbay.local.browser.PageElement;
import io.agentbay.local.browser.PageModel;
import io.agentbay.local.browser.PageView;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works on pages as instructions in natural language say, and answers in the protocol's
 * forms. What the instructions mean is decided by a {@link PageModel} if there is one,
 * else by {@link Rules}; data is then found by the names that the schema gives it.
 */
public final class Operator {

	private static final String NO_SCOPE = "null";

	private final JsonMapper mapper;

	private final @Nullable PageModel model;

	Operator(JsonMapper mapper, @Nullable PageModel model) {
		this.mapper = mapper;
		this.model = model;
	}

	/**
	 * Do something on a page.
	 * @param page the page
	 * @param action an instruction, or the JSON of one action that was observed
	 * @param variables the values for its variables
	 * @return the steps and whether they succeeded, a JSON object
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public String act(Page page, String action, Map<String, String> variables) throws InterruptedException {
		List<Map<String, Object>> steps = new ArrayList<>();
		boolean success = true;
		try {
			JsonNode observed = observed(action);
			Optional<PageAction> call = CallForm.read(Instruction.filled(action, variables));
			if (observed != null) {
				carryOut(page, observedAction(observed), steps);
			}
			else if (call.isPresent()) {
				carryOut(page, call.get(), steps);
			}
			else if (this.model != null) {
				for (PageAction next : this.model.act(Instruction.filled(action, variables), view(page, null))) {
					carryOut(page, next, steps);
				}
			}
			else {
				follow(page, new Instruction(action, variables), steps);
			}
		}
		catch (BrowserException | RuntimeException ex) {
			steps.add(Map.of("error", String.valueOf(ex.getMessage()), "success", false));
			success = false;
		}
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("steps", steps);
		result.put("is_done", true);
		result.put("success", success);
		return this.mapper.writeValueAsString(result);
	}

	private void follow(Page page, Instruction instruction, List<Map<String, Object>> steps)
			throws BrowserException, InterruptedException {
		for (String step : instruction.steps()) {
			for (PageAction next : Rules.act(instruction, step, view(page, null))) {
				carryOut(page, next, steps);
			}
		}
	}

	private static void carryOut(Page page, PageAction action, List<Map<String, Object>> steps)
			throws BrowserException, InterruptedException {
		if (action.method().equals("screenshot")) {
			String picture = "data:image/png;base64," + page.screenshot(false, null, Browser.ANSWER_LIMIT);
			steps.add(Map.of("action", action.description(), "success", true, "screenshot", picture));
			return;
		}
		Hands.carryOut(page, action);
		steps.add(Map.of("action", action.description(), "success", true));
	}

	private @Nullable JsonNode observed(String action) {
		if (!action.strip().startsWith("{")) {
			return null;
		}
		try {
			JsonNode json = this.mapper.readTree(action);
			return json.has("method") ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/** Some clients send the arguments as text, as they got them. */
	private PageAction observedAction(JsonNode observed) {
		JsonNode arguments = observed.path("arguments");
		JsonNode plain = arguments.isString() ? this.mapper.readTree(arguments.asString()) : arguments;
		String method = observed.path("method").asString("");
		JsonNode selector = plain.has("selector") ? plain.path("selector") : observed.path("selector");
		JsonNode value = plain.path("value");
		return new PageAction(method, selector.isString() ? selector.asString() : null,
				value.isValueNode() && !value.isNull() ? value.asString() : null, method + " what was observed");
	}

	/**
	 * Tell what can be done on a page.
	 * @param page the page
	 * @param instruction what is looked for
	 * @param selector the part of the page that is meant, {@code null} for all
	 * @return the possibilities, a JSON array
	 * @throws BrowserException if the page does not answer
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public String observe(Page page, String instruction, @Nullable String selector)
			throws BrowserException, InterruptedException {
		PageView view = view(page, selector);
		List<PageAction> found = (this.model != null) ? this.model.observe(instruction, view)
				: Rules.observe(instruction, view);
		return this.mapper.writeValueAsString(found.stream().map(this::describe).toList());
	}

	private Map<String, Object> describe(PageAction action) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("selector", (action.selector() != null) ? action.selector() : "");
		entry.put("description", action.description());
		entry.put("method", action.method());
		entry.put("arguments", this.mapper.writeValueAsString(action.arguments()));
		return entry;
	}

	/**
	 * Take data off a page.
	 * @param page the page
	 * @param instruction what is wanted
	 * @param schema the JSON schema of the data, maybe after the word {@code schema:}
	 * @param selector the part of the page that is meant, {@code null} for all
	 * @return the data, a JSON object
	 * @throws BrowserException if the schema is not usable or the page does not answer
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public String extract(Page page, String instruction, String schema, @Nullable String selector)
			throws BrowserException, InterruptedException {
		String plain = schema.strip().replaceFirst("^schema:\\s*", "");
		try {
			if (!this.mapper.readTree(plain).isObject()) {
				throw new BrowserException("field_schema is not a JSON object");
			}
		}
		catch (JacksonException ex) {
			throw new BrowserException("field_schema is not JSON", ex);
		}
		return (this.model != null) ? this.model.extract(instruction, plain, view(page, selector))
				: page.script("extract(" + plain + "," + text(selector) + ")").toString();
	}

	/**
	 * Log in on the page that is shown, or on the one that is named.
	 * @param page the page
	 * @param config a JSON object with {@code username}, {@code password} and maybe
	 * {@code url}
	 * @return what was done
	 * @throws BrowserException if that cannot be done
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public String login(Page page, String config) throws BrowserException, InterruptedException {
		JsonNode json;
		try {
			json = this.mapper.readTree(config);
		}
		catch (JacksonException ex) {
			throw new BrowserException("login_config is not JSON");
		}
		String username = json.path("username").asString("");
		String password = json.path("password").asString("");
		if (username.isEmpty() || password.isEmpty()) {
			throw new BrowserException("The local runtime logs in with the username and password of login_config; "
					+ "skills are the service's");
		}
		if (json.path("url").isString()) {
			page.navigate(json.path("url").asString(), Browser.ANSWER_LIMIT);
		}
		PageElement name = null;
		for (PageElement element : view(page, null).elements()) {
			if (element.type().equals("password") && name != null) {
				Hands.carryOut(page, new PageAction("fill", name.selector(), username, "fill in the name"));
				Hands.carryOut(page, new PageAction("fill", element.selector(), password, "fill in the password"));
				Hands.submit(page, element.selector());
				return "Logged in at " + view(page, null).url();
			}
			name = element.role().equals("textbox") ? element : name;
		}
		throw new BrowserException("There is no form with a name and a password on the page");
	}

	private PageView view(Page page, @Nullable String selector) throws BrowserException, InterruptedException {
		return this.mapper.treeToValue(page.script("view(" + text(selector) + ")"), PageView.class);
	}

	private String text(@Nullable String selector) {
		return (selector != null && !selector.isBlank()) ? this.mapper.writeValueAsString(selector) : NO_SCOPE;
	}

}
