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
// Written by agentbay-face from ReactiveMobileSimulateService. Change that, not this.

package io.agentbay.internal.blocking;

import io.agentbay.context.ContextSync;
import io.agentbay.mobile.MobileSimulateConfig;
import io.agentbay.mobile.MobileSimulateService;
import io.agentbay.mobile.ReactiveMobileSimulateService;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveMobileSimulateService}.
 */
public final class BlockingMobileSimulateService implements MobileSimulateService {

	private final ReactiveMobileSimulateService reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingMobileSimulateService(ReactiveMobileSimulateService reactive) {
		this.reactive = reactive;
	}

	@Override
	public boolean hasMobileInfo(ContextSync contextSync) {
		return Blocking.await(this.reactive.hasMobileInfo(contextSync));
	}

	@Override
	public MobileSimulateConfig uploadMobileInfo(String json) {
		return Blocking.await(this.reactive.uploadMobileInfo(json));
	}

	@Override
	public MobileSimulateConfig uploadMobileInfo(String json, ContextSync contextSync) {
		return Blocking.await(this.reactive.uploadMobileInfo(json, contextSync));
	}

	@Override
	public ReactiveMobileSimulateService reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingMobileSimulateService that && this.reactive.equals(that.reactive);
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
