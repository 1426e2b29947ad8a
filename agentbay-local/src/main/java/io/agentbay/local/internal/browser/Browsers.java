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

import java.util.concurrent.Executor;

import io.agentbay.local.browser.PageModel;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browsers of all sessions.
 */
public final class Browsers {

	private final JsonMapper mapper;

	private final Executor workers;

	private final Operator operator;

	/**
	 * Begin without any browser.
	 * @param mapper reads and writes JSON
	 * @param workers carry out tasks
	 * @param model understands instructions, {@code null} for the runtime's own rules
	 */
	public Browsers(JsonMapper mapper, Executor workers, @Nullable PageModel model) {
		this.mapper = mapper;
		this.workers = workers;
		this.operator = new Operator(mapper, model);
	}

	/**
	 * The place for the browser of a session.
	 * @param sandbox the session's sandbox
	 * @return the place, maybe empty
	 */
	public BrowserSeat of(Sandbox sandbox) {
		return sandbox.companion(BrowserSeat.class, () -> new BrowserSeat(this.mapper));
	}

	/**
	 * What a session's operator is busy with.
	 * @param sandbox the session's sandbox
	 * @return the tasks
	 */
	public Tasks tasks(Sandbox sandbox) {
		return sandbox.companion(Tasks.class, () -> new Tasks(this.workers));
	}

	/**
	 * Who works on pages.
	 * @return the operator, for all sessions
	 */
	public Operator operator() {
		return this.operator;
	}

}
