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

package io.agentbay.ai;

import io.agentbay.browser.BrowserOperator;
import io.agentbay.session.Session;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.util.Assert;

/**
 * Tools with which a model works in the browser of one session: it opens pages, acts on
 * them and reads them. The browser starts with its default options when it is first
 * needed, unless it runs already.
 *
 * @since 0.1.0
 */
public final class AgentBayBrowserTools {

	private final Session session;

	private final ToolAnswers answers;

	/**
	 * Create tools that answer texts of at most 20,000 characters.
	 * @param session the session that the tools work in
	 */
	public AgentBayBrowserTools(Session session) {
		this(session, new ToolAnswers(ToolAnswers.DEFAULT_MAX_LENGTH));
	}

	private AgentBayBrowserTools(Session session, ToolAnswers answers) {
		Assert.notNull(session, "'session' must not be null");
		this.session = session;
		this.answers = answers;
	}

	/**
	 * Return tools that answer texts of another length.
	 * @param maxLength the most characters of a text that are answered, at least 100; of
	 * a longer text the middle is left out
	 * @return changed tools for the same session
	 */
	public AgentBayBrowserTools withMaxLength(int maxLength) {
		return new AgentBayBrowserTools(this.session, new ToolAnswers(maxLength));
	}

	/**
	 * Open a page.
	 * @param url its address
	 * @return whether it was opened
	 */
	@Tool(name = "open_page", resultConverter = PlainTextConverter.class, description = """
			Open a web page in the browser of this session and wait until it is loaded. The page stays open for \
			the other tools of the browser.""")
	public String openPage(@ToolParam(description = "The address, with https:// or http://") String url) {
		return ToolAnswers.of(() -> this.answers.shortened(operator().navigate(url)));
	}

	/**
	 * Do something on the page.
	 * @param action what to do
	 * @return what was done
	 */
	@Tool(name = "act_on_page", resultConverter = PlainTextConverter.class, description = """
			Do one thing on the page that is open in the browser of this session: click, type, choose, scroll or \
			press a key. Returns what was done.""")
	public String actOnPage(@ToolParam(description = "What to do, in a few plain words that name the element, for "
			+ "example: click the Sign in button") String action) {
		return ToolAnswers.of(() -> this.answers.shortened(operator().act(action).message()));
	}

	/**
	 * Read something on the page.
	 * @param question what to read
	 * @return the answer of the page
	 */
	@Tool(name = "read_page", resultConverter = PlainTextConverter.class, description = """
			Read something on the page that is open in the browser of this session. Returns the text that was asked \
			for.""")
	public String readPage(
			@ToolParam(description = "What to read, for example: the price of the first " + "offer") String question) {
		return ToolAnswers.of(() -> {
			String text = operator().extract(PageText.class, question).text();
			return text.isEmpty() ? "The page does not tell" : this.answers.shortened(text);
		});
	}

	private BrowserOperator operator() {
		this.session.browser().initialize();
		return this.session.browser().operator();
	}

	/**
	 * What is read on a page.
	 *
	 * @param text the text
	 */
	record PageText(String text) {
	}

}
