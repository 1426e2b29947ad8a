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
// Written by agentbay-face from ReactiveEnvironment. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.Map;

import io.agentbay.environment.Environment;
import io.agentbay.environment.ReactiveEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveEnvironment}.
 */
public final class BlockingEnvironment implements Environment {

	private final ReactiveEnvironment reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingEnvironment(ReactiveEnvironment reactive) {
		this.reactive = reactive;
	}

	@Override
	public void set(String name, String value) {
		Blocking.run(this.reactive.set(name, value));
	}

	@Override
	public void set(Map<String, String> variables) {
		Blocking.run(this.reactive.set(variables));
	}

	@Override
	public Map<String, String> getAll() {
		return Blocking.await(this.reactive.getAll());
	}

	@Override
	public Map<String, String> get(String... names) {
		return Blocking.await(this.reactive.get(names));
	}

	@Override
	public ReactiveEnvironment reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingEnvironment that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
