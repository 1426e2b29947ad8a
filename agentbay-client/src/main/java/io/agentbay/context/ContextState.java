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

package io.agentbay.context;

import org.springframework.util.Assert;

/**
 * What happens with a context. The constants are the states known today; the service may
 * report others.
 *
 * @param value the state as the service names it
 * @since 0.1.0
 */
public record ContextState(String value) {

	/** Free to be mounted. */
	public static final ContextState AVAILABLE = new ContextState("available");

	/** Mounted in a session. */
	public static final ContextState IN_USE = new ContextState("in-use");

	/** About to be free. */
	public static final ContextState PRE_AVAILABLE = new ContextState("pre-available");

	/** Being emptied. */
	public static final ContextState CLEARING = new ContextState("clearing");

	public ContextState {
		Assert.hasText(value, "'value' must not be empty");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
