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

package io.agentbay.ownership;

import java.util.List;
import java.util.Map;

/**
 * What a look for sessions of dead instances led to.
 *
 * @param deleted the sessions that were ended
 * @param failed the sessions that should have been ended, with the reason why they were
 * not; the next look tries again
 * @param unattributed the sessions of the owner of which nobody can tell whether their
 * instance is alive: they carry no label of an instance, or it is of another domain. They
 * are left alone
 * @param alive how many sessions belong to instances that are alive
 * @since 0.1.0
 */
public record ReapResult(List<String> deleted, Map<String, String> failed, List<String> unattributed, int alive) {

	public ReapResult {
		deleted = List.copyOf(deleted);
		failed = Map.copyOf(failed);
		unattributed = List.copyOf(unattributed);
	}

}
