package io.agentbay.agent;

import io.agentbay.tool.SessionTools;

/**
 * The agents of a session, which do tasks by themselves.
 */
public final class ReactiveAgent {

	private final ReactiveComputerAgent computer;

	private final ReactiveBrowserAgent browser;

	private final ReactiveMobileAgent mobile;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 */
	public ReactiveAgent(SessionTools tools) {
		this.computer = new ReactiveComputerAgent(tools);
		this.browser = new ReactiveBrowserAgent(tools);
		this.mobile = new ReactiveMobileAgent(tools);
	}

	/**
	 * Return the agent that works with the desktop.
	 * @return the agent
	 */
	public ReactiveComputerAgent computer() {
		return this.computer;
	}

	/**
	 * Return the agent that works with the browser.
	 * @return the agent
	 */
	public ReactiveBrowserAgent browser() {
		return this.browser;
	}

	/**
	 * Return the agent that works with the phone.
	 * @return the agent
	 */
	public ReactiveMobileAgent mobile() {
		return this.mobile;
	}

}
