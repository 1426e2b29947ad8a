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

package io.agentbay.internal.device;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.WhiteList;
import io.agentbay.context.policy.WhiteLists;

/**
 * Where the description of a phone is kept in a context.
 */
public final class PhoneDescription {

	/** Where a context that holds nothing but a description is mounted. */
	private static final String OWN_PATH = "/data/agentbay_mobile_info";

	private static final String FOLDER = "/agentbay_mobile_info";

	private static final String FILE = "/dev_info.json";

	private PhoneDescription() {
	}

	/**
	 * Return how a context is mounted that holds nothing but a description.
	 * @param contextId the context
	 * @return the context to mount
	 */
	public static ContextSync contextOfItsOwn(String contextId) {
		return ContextSync.of(contextId, OWN_PATH).withoutPolicy();
	}

	/**
	 * Return a context of which the description is copied, too. Nothing is added where
	 * everything is copied.
	 * @param contextSync the context
	 * @return the context to mount
	 */
	public static ContextSync withFolder(ContextSync contextSync) {
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
	 * Return the directory that holds the description.
	 * @param contextSync the context, and where it is mounted
	 * @return the path of the directory
	 */
	public static String folderOf(ContextSync contextSync) {
		String path = contextSync.path().replaceAll("/+$", "");
		return path.equals(OWN_PATH) ? OWN_PATH : path + FOLDER;
	}

	/** The description in its directory. */
	static String fileIn(String folder) {
		return folder + FILE;
	}

}
