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

package io.agentbay.local.browser;

import java.util.List;

/**
 * Understands instructions in natural language, usually by asking a language model. It
 * takes the place of the runtime's own rules. Called by several threads at once; what it
 * throws fails the tool.
 *
 * @since 0.1.0
 */
public interface PageModel {

	/**
	 * Decide what to do.
	 * @param instruction what is wanted, variables filled in
	 * @param page what the page shows
	 * @return what to do, in this order; empty if there is nothing to be done
	 */
	List<PageAction> act(String instruction, PageView page);

	/**
	 * Tell what could be done.
	 * @param instruction what is looked for
	 * @param page what the page shows
	 * @return the possibilities
	 */
	List<PageAction> observe(String instruction, PageView page);

	/**
	 * Take data off a page.
	 * @param instruction what is wanted
	 * @param schema the JSON schema of the data
	 * @param page what the page shows
	 * @return the data, a JSON object
	 */
	String extract(String instruction, String schema, PageView page);

}
