package io.agentbay.agent;

import io.agentbay.channel.ReactiveChannel;
import io.agentbay.result.OperationResult;
import io.agentbay.tool.SessionTools;
import reactor.core.publisher.Mono;

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
	 * @param channel the WebSocket of the session
	 * @param browser initializes the browser of the session
	 */
	public ReactiveAgent(SessionTools tools, ReactiveChannel channel, Mono<OperationResult> browser) {
		this.computer = new ReactiveComputerAgent(tools);
		this.browser = new ReactiveBrowserAgent(tools, browser);
		this.mobile = new ReactiveMobileAgent(tools, channel);
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
