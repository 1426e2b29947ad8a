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
 * What a page shows.
 *
 * @param url its address
 * @param title its title
 * @param text the text that can be seen, at most 100,000 characters
 * @param elements what can be worked with, in the order of the document, at most 1000
 * @since 0.1.0
 */
public record PageView(String url, String title, String text, List<PageElement> elements) {

	public PageView {
		elements = List.copyOf(elements);
	}

}
