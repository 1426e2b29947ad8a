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

package io.agentbay.local.internal.action;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

import io.agentbay.local.internal.account.Account;
import io.agentbay.local.internal.adb.DeviceShell;
import io.agentbay.local.internal.browser.Browsers;
import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.context.Contexts;
import io.agentbay.local.internal.context.FileUrls;
import io.agentbay.local.internal.mount.Mounts;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.session.Links;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All actions.
 */
public final class Actions {

	private final SortedMap<String, Action> actions = new TreeMap<>();

	private final AccountActions account;

	/**
	 * Gather the actions.
	 * @param mapper reads and writes JSON texts
	 * @param sessions the sessions they work on
	 * @param links where links are given out
	 * @param tools the tools they call
	 * @param calls how tools are called
	 * @param contexts the contexts
	 * @param urls signs the addresses of their files
	 * @param mounts the contexts in sessions
	 * @param account what else the account has
	 * @param browsers the browsers in sessions
	 * @param adb where phones are reached by {@code adb}
	 * @param directLink whether clients are told of the direct link of an image
	 * @param webSocket whether clients are told of the WebSocket
	 */
	public Actions(JsonMapper mapper, Sessions sessions, Links links, ToolCatalogue tools, ToolCalls calls,
			Contexts contexts, FileUrls urls, Mounts mounts, Account account, Browsers browsers, Adb adb,
			Predicate<String> directLink, boolean webSocket) {
		SessionRecord record = new SessionRecord(tools, directLink, webSocket);
		this.actions.putAll(new SessionActions(mapper, sessions, record, mounts, account).actions());
		this.actions.putAll(new PauseActions(sessions).actions());
		this.actions.putAll(new LabelActions(mapper, sessions).actions());
		BrowserActions browser = new BrowserActions(mapper, sessions, links, browsers);
		this.actions.putAll(browser.actions());
		this.actions.putAll(new LinkActions(sessions, links, browser::link).actions());
		this.actions.putAll(new PhoneActions(mapper, sessions, tools, adb).actions());
		this.actions.putAll(new ToolActions(mapper, tools, calls).actions());
		this.actions.putAll(new ContextActions(contexts, sessions, mounts).actions());
		this.actions.putAll(new ContextFileActions(contexts, urls).actions());
		this.account = new AccountActions(mapper, account, sessions);
		this.actions.putAll(this.account.actions());
		this.actions.putAll(new MountActions(mapper, sessions, mounts).actions());
	}

	/**
	 * All actions.
	 * @return what of each is real, by name
	 */
	public SortedMap<String, Nature> offers() {
		SortedMap<String, Nature> offers = new TreeMap<>();
		this.actions.forEach((name, action) -> offers.put(name, action.nature()));
		return offers;
	}

	/**
	 * Whether an action wants the key. Two are called by programs that have the token of
	 * a session instead.
	 * @param name the action, {@code null} if none was named
	 * @return whether it does
	 */
	public static boolean wantsKey(@Nullable String name) {
		return !"ApplyMqttToken".equals(name) && !"HandleAIEngineMessage".equals(name);
	}

	/**
	 * Refuse a call that wants no key and does not have the token of a session.
	 * @param request the call
	 */
	public void checkSessionToken(ActionRequest request) {
		this.account.ofToken(request);
	}

	/**
	 * Find an action.
	 * @param name its name
	 * @return the action
	 * @throws ActionException if there is none of this name
	 */
	public Action get(@Nullable String name) {
		if (name == null) {
			throw new ActionException(400, "MissingParameter", "Parameter Action is required");
		}
		Action action = this.actions.get(name);
		if (action == null) {
			throw new ActionException(404, "InvalidAction.NotFound",
					"Action " + name + " is not offered by this version of the local runtime");
		}
		return action;
	}

	/**
	 * Where phones are reached by {@code adb}.
	 *
	 * @param host the address of this machine to listen on
	 * @param threads one for each phone, and one for each connection
	 * @param shells the shell of the phone that a session has
	 */
	public record Adb(String host, Executor threads, Function<Sandbox, DeviceShell> shells) {
	}

}
