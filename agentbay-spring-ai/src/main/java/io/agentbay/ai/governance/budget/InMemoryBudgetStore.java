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

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Remembers what was spent in this instance, for a limited number of conversations and
 * users: those that have not spent anything for longest are forgotten.
 *
 * @since 0.1.0
 */
public class InMemoryBudgetStore implements BudgetStore {

	private static final int DEFAULT_MAX_KEYS = 100_000;

	private final Map<String, Usage> usages;

	/**
	 * Create a store for 100,000 conversations and users.
	 */
	public InMemoryBudgetStore() {
		this(DEFAULT_MAX_KEYS);
	}

	/**
	 * Create a store.
	 * @param maxKeys the most conversations and users that are remembered
	 */
	public InMemoryBudgetStore(int maxKeys) {
		Assert.isTrue(maxKeys > 0, "'maxKeys' must be greater than zero");
		this.usages = new Recent(maxKeys);
	}

	@Override
	public @Nullable Usage find(String key) {
		synchronized (this.usages) {
			return this.usages.get(key);
		}
	}

	@Override
	public boolean replace(String key, @Nullable Usage expected, Usage usage) {
		synchronized (this.usages) {
			Usage found = this.usages.get(key);
			if ((found != null) ? !found.equals(expected) : expected != null) {
				return false;
			}
			this.usages.put(key, usage);
			return true;
		}
	}

	/** Those that were used last. */
	private static final class Recent extends LinkedHashMap<String, Usage> {

		private static final long serialVersionUID = 1L;

		private final int most;

		Recent(int most) {
			super(16, 0.75f, true);
			this.most = most;
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Usage> eldest) {
			return size() > this.most;
		}

	}

}
