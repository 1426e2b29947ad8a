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

package io.agentbay.ai.governance.budget;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was spent. Implemented by applications: new methods will have a default.
 *
 * @since 0.1.0
 */
public interface BudgetStore {

	/**
	 * Find what was spent.
	 * @param key whose budget it is, up to 64 characters
	 * @return the usage, {@code null} if nothing was spent
	 */
	@Nullable Usage find(String key);

	/**
	 * Remember what was spent, unless somebody else has spent something meanwhile.
	 * @param key whose budget it is
	 * @param expected what was found, {@code null} if nothing was
	 * @param usage what takes its place
	 * @return whether it was as expected, and is now changed
	 */
	boolean replace(String key, @Nullable Usage expected, Usage usage);

}
