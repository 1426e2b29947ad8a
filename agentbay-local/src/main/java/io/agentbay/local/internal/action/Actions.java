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

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.agentbay.local.internal.tool.Nature;
import org.jspecify.annotations.Nullable;

/**
 * All actions.
 */
public final class Actions {

	private final SortedMap<String, Action> actions = new TreeMap<>();

	private final AccountActions account;

	/**
	 * Gather the actions.
	 * @param account those on what the account has, which know who holds a token
	 * @param groups all others
	 */
	public Actions(AccountActions account, List<ActionGroup> groups) {
		this.account = account;
		this.actions.putAll(account.actions());
		groups.forEach((group) -> this.actions.putAll(group.actions()));
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

}
