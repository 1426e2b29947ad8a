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

package io.agentbay.ai.governance.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of a chain has found.
 *
 * @param checked how many entries were in order
 * @param chain the chain of the first broken entry, {@code null} if all are in order
 * @param sequence the place of the first broken entry, 0 if all are in order
 * @param problem what is wrong with it, {@code null} if all are in order
 * @since 0.1.0
 */
public record AuditVerification(long checked, @Nullable String chain, long sequence, @Nullable String problem) {

	/**
	 * Return whether nothing was changed, removed or inserted.
	 * @return whether all entries are in order
	 */
	public boolean isIntact() {
		return this.problem == null;
	}

}
