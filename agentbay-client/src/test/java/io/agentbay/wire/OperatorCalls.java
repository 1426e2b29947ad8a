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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.browser.ActOptions;
import io.agentbay.browser.BrowserOperator;
import io.agentbay.browser.ExtractOptions;
import io.agentbay.browser.LoginOptions;
import io.agentbay.browser.ObserveOptions;
import io.agentbay.browser.ObservedAction;
import io.agentbay.browser.PageClip;
import io.agentbay.browser.PageTarget;
import io.agentbay.browser.ScreenshotOptions;

/**
 * Pages, driven in words.
 */
final class OperatorCalls {

	private static final PageTarget PAGE = new PageTarget(1, "p-1");

	private static final ObservedAction SEEN = new ObservedAction("#b", "a button", "fill", "{\"text\":\"a\"}");

	private final Catalogue calls;

	private OperatorCalls(Catalogue calls) {
		this.calls = calls;
	}

	static void addTo(Catalogue catalogue) {
		OperatorCalls calls = new OperatorCalls(catalogue);
		calls.pages();
		calls.acting();
		calls.reading();
	}

	private void add(String name, Consumer<BrowserOperator> call) {
		this.calls.tool(name, (session) -> {
			session.browser().initialize();
			call.accept(session.browser().operator());
		});
	}

	private void pages() {
		add("navigate", (it) -> it.navigate("https://a/ü"));
		add("screenshot", (it) -> it.screenshot());
		add("screenshot, full",
				(it) -> it.screenshot(ScreenshotOptions.defaults()
					.withVisiblePart()
					.withQuality(5)
					.withClip(new PageClip(1, 2, 3.5, 4))
					.withTimeout(Duration.ofSeconds(9))
					.withPage(PAGE)));
		add("login", (it) -> it.login(LoginOptions.of(Map.of("skill_id", "s"))));
		add("login, full",
				(it) -> it.login(LoginOptions.of(Map.of("skill_id", "s", "api_key", "k")).withVision().withPage(PAGE)));
		add("close", (it) -> it.close());
	}

	private void acting() {
		ActOptions full = ActOptions.of("a")
			.withVariable("k", "v")
			.withVariable("l", "ü")
			.withoutVision()
			.withTimeout(Duration.ofSeconds(3))
			.withPage(PAGE);
		add("act", (it) -> it.act("click ü"));
		add("act, full", (it) -> it.act(full));
		add("act on what was seen", (it) -> it.act(SEEN));
		add("act on what was seen, full", (it) -> it.act(SEEN.withArgument("text", "b"), PAGE));
		add("act as a task", (it) -> it.actAsTask(ActOptions.of("a")));
		add("act as a task, full", (it) -> it.actAsTask(full));
		add("click", (it) -> it.click("#b"));
		add("type", (it) -> it.type("#b", "te\"xt"));
	}

	private void reading() {
		ObserveOptions seen = ObserveOptions.of("a")
			.withSelector("#b")
			.withVision()
			.withTimeout(Duration.ofSeconds(4))
			.withPage(PAGE);
		add("observe", (it) -> it.observe("a"));
		add("observe, full", (it) -> it.observe(seen));
		add("observe as a task", (it) -> it.observeAsTask(ObserveOptions.of("a")));
		add("observe as a task, full", (it) -> it.observeAsTask(seen));
		ExtractOptions<Title> read = ExtractOptions.of(Title.class, "a")
			.withSelector("#b")
			.withTextExtract()
			.withoutVision()
			.withMaxPages(2)
			.withTimeout(Duration.ofSeconds(5))
			.withPage(PAGE);
		add("extract", (it) -> it.extract(Title.class, "a"));
		add("extract many kinds", (it) -> it.extract(Shelf.class, "a"));
		add("extract, full", (it) -> it.extract(read));
		add("extract as a task", (it) -> it.extractAsTask(ExtractOptions.of(Title.class, "a")));
		add("extract as a task, full", (it) -> it.extractAsTask(read));
	}

	/**
	 * What is read from a page.
	 *
	 * @param title the title
	 */
	record Title(String title) {
	}

	/**
	 * What is read from a page, of each kind.
	 *
	 * @param titles a list
	 * @param best a record
	 * @param count a number
	 * @param price a fraction
	 * @param open a truth
	 */
	record Shelf(List<Title> titles, Title best, int count, double price, boolean open) {
	}

}
