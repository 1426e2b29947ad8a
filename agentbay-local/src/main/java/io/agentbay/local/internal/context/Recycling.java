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

package io.agentbay.local.internal.context;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which files and folders of a context are to be deleted, and when.
 */
final class Recycling {

	private final Map<ContextPath, Instant> due = new LinkedHashMap<>();

	Recycling(Map<String, Instant> written) {
		written.forEach((path, time) -> this.due.put(ContextPath.of(path), time));
	}

	/**
	 * Plan anew.
	 * @param base the folder that the plan is about; what was planned there, or below, is
	 * forgotten
	 * @param planned when to delete what
	 */
	void replace(ContextPath base, Map<ContextPath, Instant> planned) {
		this.due.keySet().removeIf((path) -> path.startsWith(base));
		this.due.putAll(planned);
	}

	/**
	 * Take what is to be deleted by now off the plan.
	 */
	List<ContextPath> takeDue(Instant now) {
		List<ContextPath> taken = new ArrayList<>();
		this.due.forEach((path, time) -> {
			if (!time.isAfter(now)) {
				taken.add(path);
			}
		});
		taken.forEach(this.due::remove);
		return taken;
	}

	/**
	 * When there is something to be deleted next.
	 */
	Optional<Instant> next() {
		return this.due.isEmpty() ? Optional.empty() : Optional.of(Collections.min(this.due.values()));
	}

	/**
	 * The plan as it is written down.
	 */
	Map<String, Instant> written() {
		Map<String, Instant> written = new LinkedHashMap<>();
		this.due.forEach((path, time) -> written.put(path.toString(), time));
		return written;
	}

}
