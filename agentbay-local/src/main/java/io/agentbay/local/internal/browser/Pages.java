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

package io.agentbay.local.internal.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The pages of a browser, whoever opened them. Each new page is held back until it has
 * been set up as the browser's options want it; pages in contexts that another program
 * made are left as they are.
 */
public final class Pages {

	private final CdpPipe pipe;

	private final BrowserOptions options;

	private final Map<String, Page> byTarget = new LinkedHashMap<>();

	private final CompletableFuture<String> defaultContext = new CompletableFuture<>();

	private volatile @Nullable String userAgent;

	Pages(CdpPipe pipe, BrowserOptions options) {
		this.pipe = pipe;
		this.options = options;
		this.userAgent = options.userAgent();
	}

	/**
	 * Find the page that the browser has begun with and go where it is to go first.
	 */
	void open(BrowserOptions options) throws BrowserException, InterruptedException {
		if (options.stealth() && options.userAgent() == null) {
			this.userAgent = call("Browser.getVersion", Map.of()).path("userAgent")
				.asString("")
				.replace("HeadlessChrome", "Chrome");
		}
		call("Target.setAutoAttach", Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true,
				"filter", List.of(Map.of("type", "page", "exclude", false))));
		try {
			this.defaultContext.get(Browser.ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new BrowserException("The browser has started without a page", ex);
		}
		if (options.startUrl() != null) {
			page(0, null).begin(options.startUrl());
		}
	}

	/**
	 * Find a page.
	 * @param context the place of its context among the browser's, 0 for the browser's
	 * own
	 * @param id its id, {@code null} for the page of the context that was opened last;
	 * one is opened if the browser's own context has none
	 * @return the page
	 * @throws BrowserException if there is no such page
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Page page(int context, @Nullable String id) throws BrowserException, InterruptedException {
		if (id != null) {
			Page page = find(id);
			if (page == null) {
				throw new BrowserException("There is no page with the id " + id);
			}
			return page;
		}
		Page last = last(contextId(context));
		if (last != null) {
			return last;
		}
		if (context != 0) {
			throw new BrowserException("The browser context " + context + " has no page");
		}
		return open();
	}

	private Page open() throws BrowserException, InterruptedException {
		String id = call("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asString("");
		Page page = find(id);
		if (page == null) {
			throw new BrowserException("The browser has opened a page that it does not show");
		}
		return page;
	}

	private String contextId(int index) throws BrowserException, InterruptedException {
		if (index == 0) {
			return this.defaultContext.join();
		}
		JsonNode contexts = call("Target.getBrowserContexts", Map.of()).path("browserContextIds");
		List<String> others = new ArrayList<>();
		for (JsonNode context : contexts) {
			if (!context.asString("").equals(this.defaultContext.join())) {
				others.add(context.asString(""));
			}
		}
		if (index < 0 || index > others.size()) {
			throw new BrowserException("There is no browser context " + index);
		}
		return others.get(index - 1);
	}

	private JsonNode call(String method, Map<String, ?> parameters) throws BrowserException, InterruptedException {
		return this.pipe.call(null, method, parameters, Browser.ANSWER_LIMIT);
	}

	private synchronized @Nullable Page find(String id) {
		return this.byTarget.get(id);
	}

	private synchronized @Nullable Page last(String context) {
		Page last = null;
		for (Page page : this.byTarget.values()) {
			if (page.context().equals(context)) {
				last = page;
			}
		}
		return last;
	}

	/**
	 * Take an event.
	 */
	void heard(String method, JsonNode parameters, String session) {
		switch (method) {
			case "Target.attachedToTarget" ->
				attachedTo(parameters.path("targetInfo"), parameters.path("sessionId").asString(""));
			case "Target.detachedFromTarget" -> detached(parameters.path("sessionId").asString(""));
			case "Page.javascriptDialogOpening" -> dialog(session, true);
			case "Page.javascriptDialogClosed" -> dialog(session, false);
			case "Fetch.requestPaused" -> this.pipe.tell(session, "Fetch.continueRequest",
					Map.of("requestId", parameters.path("requestId").asString("")));
			case "Fetch.authRequired" -> this.pipe.tell(session, "Fetch.continueWithAuth", credentials(parameters));
			default -> {
				// The rest is not for us.
			}
		}
	}

	private void attachedTo(JsonNode target, String session) {
		if (target.path("type").asString("").equals("page")) {
			attached(session, target);
		}
	}

	private void attached(String session, JsonNode target) {
		String context = target.path("browserContextId").asString("");
		Page page = new Page(this.pipe, session, target.path("targetId").asString(""), context);
		synchronized (this) {
			this.byTarget.put(page.id(), page);
		}
		this.pipe.tell(session, "Page.enable", Map.of());
		this.defaultContext.complete(context);
		if (context.equals(this.defaultContext.join())) {
			setUp(session);
		}
		this.pipe.tell(session, "Runtime.runIfWaitingForDebugger", Map.of());
	}

	private void setUp(String session) {
		BrowserOptions.Size page = this.options.pageSize();
		BrowserOptions.Size screen = this.options.screenSize();
		this.pipe.tell(session, "Emulation.setDeviceMetricsOverride",
				Map.of("width", page.width(), "height", page.height(), "deviceScaleFactor", 1, "mobile", false,
						"screenWidth", screen.width(), "screenHeight", screen.height()));
		String agent = this.userAgent;
		if (agent != null) {
			this.pipe.tell(session, "Emulation.setUserAgentOverride", Map.of("userAgent", agent));
		}
		BrowserOptions.Proxy proxy = this.options.proxy();
		if (proxy != null && proxy.username() != null) {
			this.pipe.tell(session, "Fetch.enable", Map.of("handleAuthRequests", true));
		}
	}

	private void dialog(String session, boolean open) {
		Page page;
		synchronized (this) {
			page = this.byTarget.values()
				.stream()
				.filter((candidate) -> candidate.session().equals(session))
				.findFirst()
				.orElse(null);
		}
		if (page != null) {
			page.dialog(open);
		}
	}

	private synchronized void detached(String session) {
		this.byTarget.values().removeIf((page) -> page.session().equals(session));
	}

	/** The proxy's name and password are for the proxy only. */
	private Map<String, Object> credentials(JsonNode parameters) {
		BrowserOptions.Proxy proxy = this.options.proxy();
		boolean asked = "Proxy".equals(parameters.path("authChallenge").path("source").asString(""));
		Map<String, Object> response = new LinkedHashMap<>();
		response.put("response", (asked && proxy != null) ? "ProvideCredentials" : "Default");
		if (asked && proxy != null) {
			response.put("username", (proxy.username() != null) ? proxy.username() : "");
			response.put("password", (proxy.password() != null) ? proxy.password() : "");
		}
		return Map.of("requestId", parameters.path("requestId").asString(""), "authChallengeResponse", response);
	}

}
