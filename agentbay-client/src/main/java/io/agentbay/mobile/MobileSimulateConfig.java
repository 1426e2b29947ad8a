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

package io.agentbay.mobile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.agentbay.command.CommandOptions;
import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.WhiteList;
import io.agentbay.context.policy.WhiteLists;

import org.springframework.util.Assert;

/**
 * That a new phone pretends to be another one, whose description is kept in a context.
 * Immutable, so it may be shared by several sessions.
 *
 * @param enabled whether the phone pretends; default true. If not, the context is mounted
 * all the same
 * @param mode what is taken over; default {@link SimulateMode#PROPERTIES_ONLY}
 * @param contextSync the context with the description, and where it is mounted
 */
public record MobileSimulateConfig(boolean enabled, SimulateMode mode, ContextSync contextSync) {

	/** Where a context that holds nothing but a description is mounted. */
	public static final String OWN_PATH = "/data/agentbay_mobile_info";

	private static final String FOLDER = "/agentbay_mobile_info";

	private static final String FILE = "/dev_info.json";

	private static final Duration LIMIT = Duration.ofMinutes(5);

	public MobileSimulateConfig {
		Assert.notNull(mode, "'mode' must not be null");
		Assert.notNull(contextSync, "'contextSync' must not be null");
	}

	/**
	 * Take over the phone whose description is in a context of its own, as
	 * {@link ReactiveMobileSimulateService#uploadMobileInfo(String)} makes it.
	 * @param contextId the context
	 * @return the configuration
	 * @throws IllegalArgumentException if the id is blank
	 */
	public static MobileSimulateConfig ofContext(String contextId) {
		return new MobileSimulateConfig(true, SimulateMode.PROPERTIES_ONLY,
				new ContextSync(contextId, OWN_PATH, null, true));
	}

	/**
	 * Take over the phone whose description is in a context of the application, beside
	 * other files.
	 * @param contextSync the context, where and how it is mounted. If its policy copies
	 * only some directories, that of the description is added to them
	 * @return the configuration
	 * @throws IllegalArgumentException if there is no context
	 */
	public static MobileSimulateConfig within(ContextSync contextSync) {
		Assert.notNull(contextSync, "'contextSync' must not be null");
		return new MobileSimulateConfig(true, SimulateMode.PROPERTIES_ONLY, withFolder(contextSync));
	}

	/** Nothing is added where everything is copied. */
	private static ContextSync withFolder(ContextSync contextSync) {
		SyncPolicy policy = contextSync.policy();
		if (policy == null) {
			return contextSync;
		}
		List<WhiteList> lists = policy.whiteLists().whiteLists();
		boolean copied = lists.stream()
			.map(WhiteList::path)
			.anyMatch((path) -> path.isEmpty() || path.startsWith(FOLDER) || path.equals("/"));
		if (copied || lists.isEmpty()) {
			return contextSync;
		}
		List<WhiteList> more = new ArrayList<>(lists);
		more.add(WhiteList.of(FOLDER + "/"));
		return contextSync.withPolicy(policy.withWhiteLists(new WhiteLists(more)));
	}

	/**
	 * Return this configuration switched on or off.
	 * @param enabled whether the phone pretends
	 * @return a changed copy
	 */
	public MobileSimulateConfig withEnabled(boolean enabled) {
		return new MobileSimulateConfig(enabled, this.mode, this.contextSync);
	}

	/**
	 * Return this configuration with another part to take over.
	 * @param mode the part
	 * @return a changed copy
	 */
	public MobileSimulateConfig withMode(SimulateMode mode) {
		return new MobileSimulateConfig(this.enabled, mode, this.contextSync);
	}

	/**
	 * Return this configuration with the description in another context, which holds
	 * nothing else.
	 * @param contextId the context
	 * @return a changed copy
	 */
	public MobileSimulateConfig withContextId(String contextId) {
		return ofContext(contextId).withEnabled(this.enabled).withMode(this.mode);
	}

	/**
	 * Return the directory of the session in which the description is.
	 * @return its path
	 */
	public String path() {
		return folderOf(this.contextSync);
	}

	static String folderOf(ContextSync contextSync) {
		String path = contextSync.path().replaceAll("/+$", "");
		return path.equals(OWN_PATH) ? OWN_PATH : path + FOLDER;
	}

	static String fileIn(String folder) {
		return folder + FILE;
	}

	/**
	 * Return the command by which a phone takes the other one over.
	 * @return the command
	 */
	public String command() {
		String folder = quoted(path());
		String option = this.mode.option().isEmpty() ? "" : this.mode.option() + " ";
		return "chmod -R a+rwx %s; wya apply %s%s".formatted(folder, option, quoted(fileIn(path())));
	}

	/**
	 * Return how that command is run: for at most five minutes.
	 * @return the options
	 */
	public static CommandOptions commandOptions() {
		return CommandOptions.defaults().withTimeout(LIMIT);
	}

	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
