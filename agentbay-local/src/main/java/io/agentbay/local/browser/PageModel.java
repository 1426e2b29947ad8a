package io.agentbay.local.browser;

import java.util.List;

/**
 * Understands instructions in natural language, usually by asking a language model. It
 * takes the place of the runtime's own rules. Called by several threads at once; what it
 * throws fails the tool.
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
