package io.agentbay.browser;

import io.agentbay.blocking.Blocking;
import io.agentbay.result.OperationResult;
import org.jspecify.annotations.Nullable;

/**
 * The browser of a session; waits for each operation. The blocking twin of
 * {@link ReactiveBrowser}.
 */
public final class Browser {

	private final ReactiveBrowser reactive;

	private final BrowserOperator operator;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Browser(ReactiveBrowser reactive) {
		this.reactive = reactive;
		this.operator = new BrowserOperator(reactive.operator());
	}

	/**
	 * Return what works on the pages of the browser.
	 * @return the operator
	 */
	public BrowserOperator operator() {
		return this.operator;
	}

	/**
	 * Start the browser with the default options: action {@code InitBrowser}.
	 * @return where it is driven
	 */
	public BrowserInitResult initialize() {
		return Blocking.await(this.reactive.initialize());
	}

	/**
	 * Start the browser: action {@code InitBrowser}. If this object has started it before
	 * nothing is sent, and the browser stays as it is.
	 * @param option what it is to be like
	 * @return where it is driven
	 */
	public BrowserInitResult initialize(BrowserOption option) {
		return Blocking.await(this.reactive.initialize(option));
	}

	/**
	 * Return whether this object has started the browser, and not ended it since. Sends
	 * nothing.
	 * @return whether the browser can be used
	 */
	public boolean isInitialized() {
		return this.reactive.isInitialized();
	}

	/**
	 * Return the options with which the browser was started. Sends nothing.
	 * @return the options, {@code null} if it is not initialized
	 */
	public @Nullable BrowserOption option() {
		return this.reactive.option();
	}

	/**
	 * Return the address at which the browser is driven over the DevTools protocol, by
	 * Playwright's {@code connectOverCDP} for example: action {@code GetCdpLink}. It is
	 * asked for anew each time, since it may change.
	 * @return the address; keep it like a password
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public EndpointUrlResult endpointUrl() {
		return Blocking.await(this.reactive.endpointUrl());
	}

	/**
	 * End the browser: tool {@code stopChrome}. It counts as initialized as long as that
	 * fails, so that it can be tried again.
	 * @return whether it was ended
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public OperationResult destroy() {
		return Blocking.await(this.reactive.destroy());
	}

}
