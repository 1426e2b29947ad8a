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

package io.agentbay.local.internal.mount;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NotDirectoryException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.path.PathRefusedException;
import io.agentbay.local.internal.sandbox.Sandbox;

/**
 * What may be mounted together, and where. Contexts that are copied may be in one
 * another's directories, those that are live may not.
 */
final class MountRules {

	/** As the service has it. */
	private static final int MAX_LIVE = 3;

	private static final ContextPath TRANSFERS = ContextPath.of(Mounts.TRANSFER_PATH);

	private MountRules() {
	}

	/**
	 * Refuse what does not go together.
	 * @param requests what is asked for at once
	 */
	static void checkTogether(List<MountRequest> requests) {
		Set<ContextPath> paths = new HashSet<>();
		for (MountRequest request : requests) {
			if (!paths.add(request.path())) {
				throw bound("The path " + request.writtenPath() + " is given twice");
			}
			if (request.live() != null && isNear(request.path(), TRANSFERS)) {
				throw bound("The path " + request.writtenPath() + " is needed for the transfer of single files");
			}
		}
		checkApart(requests, requests);
		checkCount(requests.stream().filter((request) -> request.live() != null).count());
	}

	/**
	 * Refuse what does not go with what there is.
	 * @param requests what is asked for
	 * @param present what is mounted
	 */
	static void checkFree(List<MountRequest> requests, Collection<MountRequest> present) {
		for (MountRequest request : requests) {
			for (MountRequest taken : present) {
				if (request.path().equals(taken.path())) {
					throw bound("Context " + taken.contextId() + " is already bound to " + taken.writtenPath());
				}
			}
		}
		checkApart(requests, present);
		long live = requests.stream().filter((request) -> request.live() != null).count();
		if (live > 0) {
			checkCount(live + present.stream().filter((taken) -> taken.live() != null).count());
		}
	}

	private static void checkApart(Collection<MountRequest> requests, Collection<MountRequest> others) {
		for (MountRequest request : requests) {
			for (MountRequest other : others) {
				if (request != other && (request.live() != null || other.live() != null)
						&& isNear(request.path(), other.path())) {
					throw bound("The paths %s and %s overlap, and one of them is a mount"
						.formatted(request.writtenPath(), other.writtenPath()));
				}
			}
		}
	}

	private static void checkCount(long live) {
		if (live > MAX_LIVE) {
			throw new ContextRefusedException("Mount.LimitExceeded",
					"A session has at most " + MAX_LIVE + " mounts, not " + live);
		}
	}

	private static boolean isNear(ContextPath one, ContextPath other) {
		return one.startsWith(other) || other.startsWith(one);
	}

	/**
	 * Prepare the place for a mount.
	 * @return the names that lead there
	 */
	static List<String> prepare(Sandbox sandbox, MountRequest request) throws IOException {
		try {
			return sandbox.prepare(request.path().toString());
		}
		catch (DirectoryNotEmptyException ex) {
			throw new ContextRefusedException("Mount.TargetNotEmpty",
					"A mount needs an empty directory, or none: " + request.writtenPath());
		}
		catch (NotDirectoryException ex) {
			throw new ContextRefusedException("Mount.TargetNotEmpty",
					"There is no directory, but something else at " + request.writtenPath());
		}
		catch (PathRefusedException ex) {
			throw new ContextRefusedException("InvalidParameter", String.valueOf(ex.getMessage()));
		}
	}

	private static ContextRefusedException bound(String problem) {
		return new ContextRefusedException("PathAlreadyBound", problem);
	}

}
