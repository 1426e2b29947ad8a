package io.agentbay.local.browser;

import java.util.List;

/**
 * What a page shows.
 *
 * @param url its address
 * @param title its title
 * @param text the text that can be seen, at most 100,000 characters
 * @param elements what can be worked with, in the order of the document, at most 1000
 */
public record PageView(String url, String title, String text, List<PageElement> elements) {

	public PageView {
		elements = List.copyOf(elements);
	}

}
