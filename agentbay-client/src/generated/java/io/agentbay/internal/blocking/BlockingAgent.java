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
// Written by agentbay-face from ReactiveAgent. Change that, not this.

package io.agentbay.internal.blocking;

import io.agentbay.agent.Agent;
import io.agentbay.agent.BrowserAgent;
import io.agentbay.agent.ComputerAgent;
import io.agentbay.agent.MobileAgent;
import io.agentbay.agent.ReactiveAgent;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveAgent}.
 */
public final class BlockingAgent implements Agent {

	private final ReactiveAgent reactive;

	private final Memo<ComputerAgent> computer = new Memo<>();

	private final Memo<BrowserAgent> browser = new Memo<>();

	private final Memo<MobileAgent> mobile = new Memo<>();

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingAgent(ReactiveAgent reactive) {
		this.reactive = reactive;
	}

	@Override
	public ComputerAgent computer() {
		return this.computer.get(() -> new BlockingComputerAgent(this.reactive.computer()));
	}

	@Override
	public BrowserAgent browser() {
		return this.browser.get(() -> new BlockingBrowserAgent(this.reactive.browser()));
	}

	@Override
	public MobileAgent mobile() {
		return this.mobile.get(() -> new BlockingMobileAgent(this.reactive.mobile()));
	}

	@Override
	public ReactiveAgent reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingAgent that && this.reactive.equals(that.reactive);
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
