package io.agentbay.local.tool;

import java.io.IOException;
import java.util.List;

import io.agentbay.local.browser.Browsers;
import io.agentbay.local.sandbox.Sandbox;

/**
 * The server {@code wuying_browseruse}.
 */
final class BrowserTools {

	private static final String SERVER = "wuying_browseruse";

	private final Browsers browsers;

	BrowserTools(Browsers browsers) {
		this.browsers = browsers;
	}

	List<Tool> tools() {
		return List.of(new Tool("stopChrome", SERVER, "End the browser of the session.", List.of(), this::stop));
	}

	private ToolResult stop(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		return ToolResult.of(this.browsers.of(sandbox).stop() ? "The browser was ended" : "No browser was running");
	}

}
