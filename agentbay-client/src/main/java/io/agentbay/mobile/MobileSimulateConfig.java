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

package io.agentbay.mobile;

import java.util.Objects;

import io.agentbay.context.ContextSync;
import io.agentbay.internal.device.PhoneDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * That a new phone pretends to be another one, whose description is kept in a context.
 * Immutable, so it may be shared by several sessions.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class MobileSimulateConfig {

	private final boolean enabled;

	private final SimulateMode mode;

	private final ContextSync contextSync;

	private MobileSimulateConfig(boolean enabled, SimulateMode mode, ContextSync contextSync) {
		this.enabled = enabled;
		this.mode = mode;
		this.contextSync = contextSync;
	}

	/**
	 * Take over the phone whose description is in a context of its own, as
	 * {@link ReactiveMobileSimulateService#uploadMobileInfo(String)} makes it: its
	 * properties.
	 * @param contextId the context
	 * @return the configuration
	 * @throws IllegalArgumentException if the id is blank
	 */
	public static MobileSimulateConfig ofContext(String contextId) {
		return new MobileSimulateConfig(true, SimulateMode.PROPERTIES_ONLY,
				PhoneDescription.contextOfItsOwn(contextId));
	}

	/**
	 * Take over the phone whose description is in a context of the application, beside
	 * other files: its properties.
	 * @param contextSync the context, where and how it is mounted. If its policy copies
	 * only some directories, that of the description is added to them
	 * @return the configuration
	 * @throws IllegalArgumentException if there is no context
	 */
	public static MobileSimulateConfig within(ContextSync contextSync) {
		Assert.notNull(contextSync, "'contextSync' must not be null");
		return new MobileSimulateConfig(true, SimulateMode.PROPERTIES_ONLY, PhoneDescription.withFolder(contextSync));
	}

	/**
	 * Return this configuration for a phone that pretends, as it does by default.
	 * @return a changed copy
	 */
	public MobileSimulateConfig withSimulation() {
		return new MobileSimulateConfig(true, this.mode, this.contextSync);
	}

	/**
	 * Return this configuration for a phone that does not pretend. The context is mounted
	 * all the same.
	 * @return a changed copy
	 */
	public MobileSimulateConfig withoutSimulation() {
		return new MobileSimulateConfig(false, this.mode, this.contextSync);
	}

	/**
	 * Return this configuration with another part to take over.
	 * @param mode the part
	 * @return a changed copy
	 * @throws IllegalArgumentException if the part is {@code null}
	 */
	public MobileSimulateConfig withMode(SimulateMode mode) {
		Assert.notNull(mode, "'mode' must not be null");
		return new MobileSimulateConfig(this.enabled, mode, this.contextSync);
	}

	/**
	 * Return this configuration with the description in another context, which holds
	 * nothing else.
	 * @param contextId the context
	 * @return a changed copy
	 * @throws IllegalArgumentException if the id is blank
	 */
	public MobileSimulateConfig withContextId(String contextId) {
		return new MobileSimulateConfig(this.enabled, this.mode, PhoneDescription.contextOfItsOwn(contextId));
	}

	/**
	 * Return whether the phone pretends.
	 * @return whether it does
	 */
	public boolean isEnabled() {
		return this.enabled;
	}

	/**
	 * Return what is taken over.
	 * @return the part
	 */
	public SimulateMode mode() {
		return this.mode;
	}

	/**
	 * Return the context with the description, and where it is mounted.
	 * @return the context
	 */
	public ContextSync contextSync() {
		return this.contextSync;
	}

	/**
	 * Return the directory of the session in which the description is.
	 * @return its path
	 */
	public String path() {
		return PhoneDescription.folderOf(this.contextSync);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof MobileSimulateConfig that && this.enabled == that.enabled && this.mode == that.mode
				&& this.contextSync.equals(that.contextSync);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.enabled, this.mode, this.contextSync);
	}

	@Override
	public String toString() {
		return "MobileSimulateConfig[enabled=%s, mode=%s, contextSync=%s]".formatted(this.enabled, this.mode,
				this.contextSync);
	}

}
